"""What a customer needs so that we understand each other. Never why."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.customers.models.customer import Customer


class Need(models.Model):
    """The customer has asked for this, and agreed that we remember it."""

    class What(models.TextChoices):
        INTERPRETER = "interpreter", _("Interpreter")
        SIGN_LANGUAGE = "sign-language", _("Sign language")
        RELAY = "relay", _("Relay service for text, video or speech")
        SLOW_SPEECH = "slow-speech", _("Slow and clear speech")
        EASY_SWEDISH = "easy-swedish", _("Easy Swedish")
        LARGE_TEXT = "large-text", _("Large text")
        READ_ALOUD = "read-aloud", _("Letters read aloud")
        CALL_ONLY = "call-only", _("Phone calls instead of writing")
        WRITE_ONLY = "write-only", _("Writing instead of phone calls")
        WHEELCHAIR = "wheelchair", _("Access by wheelchair")
        EXTRA_TIME = "extra-time", _("More time")
        COMPANION = "companion", _("Somebody along")
        OTHER = "other", _("Something else")

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="needs")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    what = models.CharField(max_length=20, choices=What)
    words = models.CharField(max_length=200, blank=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["customer", "what", "words"],
                condition=models.Q(until__isnull=True),
                name="need_said_once",
            )
        ]
