"""The automatic telephonist: whom it answers, the directory by which it knows people, and whom
each of its callers sought."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from gensvar.channels.voice.models.telephone import Call, Sound
from gensvar.channels.voice.rules.directory import keyed
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.routing.models import Queue


class Telephonist(models.Model):
    """Colleagues who call a client are answered by the automatic telephonist; none: as everybody.

    `ranges` are the numbers that they call from, each as its first and its last.
    """

    client = models.OneToOneField(
        Client, primary_key=True, on_delete=models.PROTECT, related_name="telephonist"
    )
    ranges = models.JSONField(default=list)
    # Where those wait who want a person.
    queue = models.ForeignKey(Queue, on_delete=models.PROTECT, related_name="+")


class EntryQuerySet(models.QuerySet["Entry"]):
    def in_use(self) -> Self:
        return self.filter(ended_at=None)


class Entry(models.Model):
    """Somebody whom colleagues may seek: one of us, an answer group, or anybody with a number."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    agent = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    group = models.ForeignKey(
        Group, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # Of those who are neither; the others are called what they are called elsewhere.
    own_name = models.CharField(max_length=120, blank=True)
    number = models.CharField(max_length=20, blank=True)
    own_email = models.EmailField(max_length=254, blank=True)
    # Their name, as they say it themselves; nothing: their number is said.
    recording = models.ForeignKey(
        Sound, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "agent"], condition=Q(ended_at=None), name="person_listed_once"
            ),
            models.UniqueConstraint(
                fields=["client", "group"], condition=Q(ended_at=None), name="group_listed_once"
            ),
            models.UniqueConstraint(
                "client",
                Lower("own_name"),
                "number",
                condition=Q(ended_at=None, agent=None, group=None),
                name="name_listed_once",
            ),
            models.CheckConstraint(
                condition=Q(agent=None, group=None) ^ Q(own_name="", own_email=""),
                name="entry_has_one_name",
            ),
            models.CheckConstraint(
                condition=Q(agent=None) | Q(group=None), name="entry_is_one_thing"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        if self.agent is not None:
            return self.agent.name
        return self.group.name if self.group is not None else self.own_name

    @property
    def keys(self) -> str:
        """What is keyed in for them, a word at a time."""
        return " ".join(keyed(word) for word in self.name.split())

    @property
    def email(self) -> str:
        """Where word for them is left; nothing: none can be."""
        if self.agent is not None:
            return self.agent.email
        return self.group.email if self.group is not None else self.own_email


class Sought(models.Model):
    """Whom a colleague who called was told about last."""

    call = models.OneToOneField(
        Call, primary_key=True, on_delete=models.CASCADE, related_name="sought"
    )
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="sought")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["client", "at"], name="sought_by_client")]
