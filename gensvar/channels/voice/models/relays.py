"""Calls by way of a relay service or with real-time text, and by which numbers relays are known."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gensvar.channels.voice.models.telephone import Call
from gensvar.channels.voice.rules.relays import Way
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent

WAY_NAMES = {
    Way.TEXT: _("Text relay"),
    Way.VIDEO: _("Sign-language relay"),
    Way.SPEECH: _("Speech relay"),
    Way.REAL_TIME: _("Real-time text"),
}


class RelayNumbers(models.Model):
    """The numbers that relays call a client from, by the way they help; no row: the usual ones."""

    client = models.OneToOneField(
        Client, primary_key=True, on_delete=models.PROTECT, related_name="relay_numbers"
    )
    numbers = models.JSONField(default=dict)


class Assisted(models.Model):
    """A call comes by way of a relay or with real-time text: known by its number, or by an agent.

    Such a call is in no figure of handling time.
    """

    call = models.OneToOneField(
        Call, primary_key=True, on_delete=models.CASCADE, related_name="assisted"
    )
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    way = models.CharField(
        max_length=14, choices=[(way.value, name) for way, name in WAY_NAMES.items()]
    )
    by = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
