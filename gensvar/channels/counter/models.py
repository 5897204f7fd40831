"""Places where people come in, who sits at which desk, and the numbers drawn and called."""

from typing import Self

from django.db import models
from django.db.models import Q

from gensvar.channels.counter.rules import code_of
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.contacts.models import Contact
from gensvar.operations.routing.models import Queue, Skill


class Hall(models.Model):
    """A place where people come in; its visits wait in a queue of their own.

    Whoever sits at a desk of the hall has its skill for as long, so that nobody else is offered
    them.
    """

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="halls")
    name = models.CharField(max_length=80)
    # In the address of the kiosk and of the display; whoever knows it may draw numbers.
    key = models.CharField(max_length=40, unique=True)
    queue = models.OneToOneField(Queue, on_delete=models.PROTECT, related_name="hall")
    skill = models.OneToOneField(Skill, on_delete=models.PROTECT, related_name="hall")
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["client", "name"], name="one_hall_per_name")]

    def __str__(self) -> str:
        return self.name


class Errand(models.Model):
    """What a visitor chooses among at the door; its letter begins the number."""

    hall = models.ForeignKey(Hall, on_delete=models.CASCADE, related_name="errands")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    letter = models.CharField(max_length=1)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["hall", "letter"],
                condition=Q(retired_at=None),
                name="one_errand_per_letter",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Desk(models.Model):
    """A desk at the counter, called as its sign says."""

    hall = models.ForeignKey(Hall, on_delete=models.CASCADE, related_name="desks")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=40)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["hall", "name"], condition=Q(retired_at=None), name="one_desk_per_name"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Sitting(models.Model):
    """From this moment somebody sat at a desk, until they stood up."""

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="sittings")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="sittings")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["desk"], condition=Q(until=None), name="one_sits_at_a_desk"
            ),
            models.UniqueConstraint(
                fields=["agent"], condition=Q(until=None), name="one_desk_at_a_time"
            ),
        ]


class Series(models.Model):
    """The last number of a letter that was drawn in a hall on a day, whoever may see the visits."""

    hall = models.ForeignKey(Hall, on_delete=models.CASCADE, related_name="series")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    letter = models.CharField(max_length=1)
    last = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["hall", "day", "letter"], name="one_series_a_day")
        ]


class TicketQuerySet(models.QuerySet["Ticket"]):
    def open(self) -> Self:
        return self.filter(ended_at=None)


class Ticket(models.Model):
    """A number that a visitor drew; nobody asks who they are."""

    hall = models.ForeignKey(Hall, on_delete=models.PROTECT, related_name="tickets")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    errand = models.ForeignKey(Errand, on_delete=models.PROTECT, related_name="tickets")
    contact = models.OneToOneField(Contact, on_delete=models.PROTECT, related_name="ticket")
    day = models.DateField()
    letter = models.CharField(max_length=1)
    number = models.PositiveSmallIntegerField()
    drawn_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    # Called, called again, and not there.
    is_no_show = models.BooleanField(default=False)

    objects = TicketQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["hall", "day", "letter", "number"], name="number_once_a_day"
            )
        ]
        indexes = [
            models.Index(fields=["hall", "-drawn_at"], name="tickets_by_time"),
        ]

    def __str__(self) -> str:
        return code_of(self.letter, self.number)


class Call(models.Model):
    """A number was called to a desk; a second call of the same is a recall."""

    ticket = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="calls")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
