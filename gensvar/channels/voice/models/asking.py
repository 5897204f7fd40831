"""What people ask to be done with a call, until its bridge has done so."""

from django.db import models
from django.db.models import Q

from gensvar.channels.voice.models.telephone import Call
from gensvar.channels.voice.rules.calls import Event
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.contacts.models import TransferReason


class Asked(models.Model):
    """Somebody asks for something to be done with a call; its bridge does it, or says no."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="asked")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    event = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Event])
    # Whom to ring, where somebody shall be.
    address = models.CharField(max_length=120, blank=True)
    why = models.CharField(max_length=10, choices=TransferReason, blank=True, db_default="")
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    # The call had moved on meanwhile.
    is_refused = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["call"], condition=Q(done_at=None), name="asked_of_calls"),
        ]
