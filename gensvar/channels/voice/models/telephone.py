"""Numbers, what is said at them, agents' phones; and calls with their legs and where they were."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gensvar.channels.voice.rules.calls import Event, Outcome, Role, State
from gensvar.channels.voice.rules.legs import LegState
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.files.models import StoredFile
from gensvar.foundation.people.models import Agent
from gensvar.operations.contacts.models import Contact
from gensvar.operations.customers.models import Customer
from gensvar.operations.routing.models import Offer, Queue

OUTCOME_NAMES = {
    Outcome.ANSWERED: pgettext_lazy("call", "Answered"),
    Outcome.ABANDONED: _("Abandoned"),
    Outcome.CLOSED: _("Heard that nobody answers"),
    Outcome.MESSAGE: _("Could leave a message"),
    Outcome.OVERFLOW: _("Sent elsewhere"),
    Outcome.SETTLED: _("Dealt with elsewhere"),
    Outcome.NO_ANSWER: _("Nobody answered"),
    Outcome.NOT_MADE: _("Not made"),
    Outcome.LOST: _("Lost with the telephone system"),
    Outcome.LEFT_WORD: _("Asked to be called back"),
}
# The newest bridge that has not been heard of for so long has died.
BRIDGE_SECONDS = 3.0


class PhoneNumberQuerySet(models.QuerySet["PhoneNumber"]):
    def in_use(self) -> Self:
        return self.filter(ended_at=None)


class PhoneNumber(models.Model):
    """A number at which a client is called, and the queue in which its calls wait."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="phone_numbers")
    # As +46910700000, or an extension as it is.
    number = models.CharField(max_length=20)
    queue = models.ForeignKey(Queue, on_delete=models.PROTECT, related_name="phone_numbers")
    # What whoever is called by this client is shown.
    is_shown = models.BooleanField(default=False, db_default=False)
    # A callback is offered to whoever waits longer than this; nothing: to nobody.
    callback_after_seconds = models.PositiveIntegerField(null=True, blank=True)
    # Whoever takes it chooses by keys when it comes.
    offers_times = models.BooleanField(default=False, db_default=False)
    # So often is called who does not answer: for a callback in all, by an agent on one day.
    most_tries = models.PositiveSmallIntegerField(default=3, db_default=3)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = PhoneNumberQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["number"], condition=Q(ended_at=None), name="one_place_per_number"
            ),
            models.UniqueConstraint(
                fields=["client"],
                condition=Q(ended_at=None, is_shown=True),
                name="one_number_shown",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Sound(models.Model):
    """Something said, as callers hear it; whoever has its key may listen, as every caller may."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=43, unique=True)
    seconds = models.FloatField()
    by = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Choice(models.Model):
    """A key that callers of a number may press: to a queue, to a menu below, or to a message."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    number = models.ForeignKey(PhoneNumber, on_delete=models.CASCADE, related_name="choices")
    # In whose menu it is; nothing: the first.
    above = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="below"
    )
    key = models.CharField(max_length=1)
    name = models.CharField(max_length=80)
    # What whoever presses it speaks; nothing: what is spoken here.
    language = models.CharField(max_length=5, blank=True, db_default="")
    # Nothing: a menu of its own, or a message.
    queue = models.ForeignKey(
        Queue, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    takes_message = models.BooleanField(default=False, db_default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["number", "above", "key"], name="one_choice_per_key", nulls_distinct=False
            ),
            models.CheckConstraint(condition=Q(key__in=list("123456789")), name="choice_has_key"),
            models.CheckConstraint(
                condition=Q(takes_message=False) | Q(queue=None), name="choice_leads_to_one_place"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class AnnouncementQuerySet(models.QuerySet["Announcement"]):
    def in_force(self, at: datetime) -> Self:
        begun = Q(begins_at=None) | Q(begins_at__lte=at)
        return self.filter(begun, Q(ends_at=None) | Q(ends_at__gt=at))


class Announcement(models.Model):
    """What is said to whoever calls a number: as a greeting, when it is closed, or for some days.

    A message for some days stands before the greeting, or closes the number while it is in force.
    """

    class Occasion(models.TextChoices):
        GREETING = "greeting", _("Greeting")
        CLOSED = "closed", pgettext_lazy("announcement", "Closed")
        DEVIATING = "deviating", _("For some days")
        MENU = "menu", pgettext_lazy("announcement", "Menu")

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    number = models.ForeignKey(PhoneNumber, on_delete=models.CASCADE, related_name="announcements")
    occasion = models.CharField(max_length=9, choices=Occasion)
    # Of a menu: the key that led to it; nothing: the first.
    choice = models.ForeignKey(
        Choice, null=True, blank=True, on_delete=models.CASCADE, related_name="announcements"
    )
    words = models.TextField(max_length=1_000)
    # Where the engine finds it said, such as sound:vm-sorry; nothing: it is shown, and not heard.
    sound = models.CharField(max_length=300, blank=True)
    # One of ours, in place of that.
    recording = models.ForeignKey(
        Sound, null=True, blank=True, on_delete=models.PROTECT, related_name="announcements"
    )
    closes = models.BooleanField(default=False)
    begins_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)

    objects = AnnouncementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["number", "occasion", "choice"],
                condition=~Q(occasion="deviating"),
                name="one_usual_announcement",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(closes=False) | Q(occasion="deviating"), name="only_deviating_closes"
            ),
            models.CheckConstraint(
                condition=~Q(occasion="deviating")
                | Q(begins_at__isnull=False, ends_at__isnull=False),
                name="deviating_has_days",
            ),
        ]

    @property
    def media(self) -> str:
        """What the engine plays; nothing where it is only written."""
        if self.recording is None:
            return self.sound
        return f"sound:{settings.BASE_URL}/telefon/ljud/{self.recording.key}.wav"


class Phone(models.Model):
    """Where an agent is rung: an account of the telephone system, in a browser or on a desk."""

    agent = models.OneToOneField(
        Agent, primary_key=True, on_delete=models.PROTECT, related_name="voice_phone"
    )
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    # As the engine dials it: PJSIP/ada
    address = models.CharField(max_length=120, unique=True)
    since = models.DateTimeField()


class Account(models.Model):
    """What an agent's phone signs in with at the telephone system; its password is shown once."""

    class Kind(models.TextChoices):
        DESK = "desk", _("Desk phone")
        BROWSER = "browser", _("Phone in the browser")

    agent = models.OneToOneField(
        Agent, primary_key=True, on_delete=models.PROTECT, related_name="voice_account"
    )
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=7, choices=Kind)
    login = models.CharField(max_length=40, unique=True)
    # The digest of name, realm and password that SIP asks for, sealed.
    digest_sealed = models.CharField(max_length=300)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    # A browser's password is good until then, unless its page is heard of; a desk phone's for ever.
    expires_at = models.DateTimeField(null=True, blank=True)
    # When the telephone system was told of it as it stands; nothing: it will be.
    written_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["agent"], condition=Q(written_at=None), name="accounts_to_write")
        ]


class Bridge(models.Model):
    """A process that steers calls, and when it was last heard of."""

    name = models.CharField(max_length=80, primary_key=True)
    engine = models.CharField(max_length=20)
    started_at = models.DateTimeField()
    beat_at = models.DateTimeField()


class CallQuerySet(models.QuerySet["Call"]):
    def going_on(self) -> Self:
        return self.filter(ended_at=None)


class Call(models.Model):
    """A call, in or out: the contact is what it is about, here is how it goes.

    `state` is where it stands in the table of `rules.calls`.
    """

    contact = models.OneToOneField(Contact, on_delete=models.PROTECT, related_name="call")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    number = models.ForeignKey(PhoneNumber, null=True, on_delete=models.PROTECT, related_name="+")
    # Whom it is with, as +46701111111; nothing where they hide it, or have none.
    party = models.CharField(max_length=20, blank=True)
    # What whoever is called is shown.
    shown = models.CharField(max_length=20, blank=True, db_default="")
    state = models.CharField(
        max_length=16,
        choices=[(one.value, one.value) for one in State],
        default=State.OFFERED.value,
    )
    offer = models.ForeignKey(
        Offer, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    is_callback = models.BooleanField(default=False)
    tries = models.PositiveSmallIntegerField(default=0)
    # Within which time the callback is promised; nothing: on the day of the call.
    promised_from = models.DateTimeField(null=True, blank=True)
    promised_until = models.DateTimeField(null=True, blank=True)
    # Where it waits, once that is known; and in which menu it is, nothing: the first.
    queue = models.ForeignKey(Queue, null=True, on_delete=models.PROTECT, related_name="+")
    choice = models.ForeignKey(Choice, null=True, on_delete=models.SET_NULL, related_name="+")
    # A number as far as it has been keyed in, and the last place in the queue that was told.
    typed = models.CharField(max_length=16, blank=True, db_default="")
    place_told = models.PositiveSmallIntegerField(null=True, blank=True)
    # Which process steers it just now, and in which run of which engine it lives.
    bridge = models.CharField(max_length=80, blank=True)
    engine_run = models.CharField(max_length=80, blank=True)
    began_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(
        max_length=10,
        blank=True,
        choices=[(one.value, name) for one, name in OUTCOME_NAMES.items()],
    )

    objects = CallQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None) ^ ~Q(outcome=""), name="no_call_without_outcome"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) ^ Q(state="ended"), name="call_ended_is_over"
            ),
        ]
        indexes = [
            models.Index(fields=["bridge"], condition=Q(ended_at=None), name="calls_going_on"),
            models.Index(fields=["client", "-began_at"], name="calls_by_client"),
        ]

    @property
    def waits_in(self) -> Queue | None:
        """The queue that was chosen, or that the number leads to; none of a call that we make."""
        return self.queue or (self.number.queue if self.number else None)


class Withheld(models.Model):
    """A call is with somebody whose identity is protected: the database hides this from the many.

    The call itself looks to them like one with a hidden number.
    """

    call = models.OneToOneField(
        Call, primary_key=True, on_delete=models.CASCADE, related_name="withheld"
    )
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="+")
    party = models.CharField(max_length=20)


class LegQuerySet(models.QuerySet["Leg"]):
    def open(self) -> Self:
        return self.exclude(state__in=[LegState.RELEASED, LegState.GONE])


class Leg(models.Model):
    """One end of a call, by the name that we gave it in the engine."""

    name = models.CharField(max_length=80, primary_key=True)
    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="legs")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    role = models.CharField(max_length=9, choices=[(one.value, one.value) for one in Role])
    agent = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="+")
    # Where it was rung; of whoever called us nothing.
    address = models.CharField(max_length=120, blank=True)
    state = models.CharField(
        max_length=8,
        choices=[(one.value, one.value) for one in LegState],
        default=LegState.RINGING.value,
    )
    began_at = models.DateTimeField()
    up_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    # What the engine gave as its reason, as the networks number them (Q.850).
    cause = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = LegQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["call", "role"],
                condition=Q(state__in=["ringing", "up"]),
                name="one_leg_per_role",
            ),
            models.UniqueConstraint(
                fields=["agent"],
                condition=Q(state__in=["ringing", "up"]),
                name="one_leg_per_agent",
            ),
            models.CheckConstraint(
                condition=Q(state="gone") ^ Q(ended_at=None), name="leg_gone_has_ended"
            ),
        ]


class Station(models.Model):
    """Where a call was on its way, from when, and for how many seconds: its path."""

    call = models.ForeignKey(
        Call, on_delete=models.CASCADE, related_name="stations", db_index=False
    )
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    place = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=16, choices=[(one.value, one.value) for one in State])
    # What brought it here.
    event = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Event])
    queue = models.ForeignKey(Queue, null=True, on_delete=models.PROTECT, related_name="+")
    agent = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    # Until the next; nothing while the call is here.
    seconds = models.FloatField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["call", "place"], name="one_station_per_place")
        ]
