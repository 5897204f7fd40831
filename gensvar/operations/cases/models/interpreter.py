"""An interpreter booked for a case: when, how and by whom, from asked for to done."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models.case import Case


class InterpreterBooking(models.Model):
    """Somebody interprets between the customer and us from one moment to another.

    `state` is where it stands now; who brought it there, and when, is in the record of the case.
    """

    class Kind(models.TextChoices):
        PHONE = "phone", _("By phone")
        ON_SITE = "on-site", _("On site")
        VIDEO = "video", _("By video")
        SIGN = "sign-language", _("Sign language")

    class State(models.TextChoices):
        ASKED = "asked-for", pgettext_lazy("interpreter", "Asked for")
        CONFIRMED = "confirmed", pgettext_lazy("interpreter", "Confirmed")
        DECLINED = "declined", pgettext_lazy("interpreter", "Declined")
        DONE = "done", pgettext_lazy("interpreter", "Done")
        CANCELLED = "cancelled", pgettext_lazy("interpreter", "Cancelled")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="interpreter_bookings")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, db_index=False)
    language = models.CharField(max_length=3)
    kind = models.CharField(max_length=13, choices=Kind)
    provider = models.CharField(max_length=120, blank=True)
    # What the provider calls the booking.
    reference = models.CharField(max_length=80, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    state = models.CharField(max_length=9, choices=State, default=State.ASKED)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="interprets_for_a_while"
            )
        ]
        indexes = [
            models.Index(
                fields=["ends_at"],
                condition=Q(state__in=("asked-for", "confirmed")),
                name="interpreters_ahead",
            )
        ]
