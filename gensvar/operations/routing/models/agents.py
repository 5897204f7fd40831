"""Agents as routing knows them: their seat, what they know, and whether they are here."""

import json

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.routing.rules.presence import Reason
from gensvar.science.routing.rows import BEST_LEVEL

REASON_NAMES = {
    Reason.BREAK: _("Break"),
    Reason.LUNCH: _("Lunch"),
    Reason.MEETING: _("Meeting"),
    Reason.TRAINING: _("Training"),
    Reason.OTHER_WORK: _("Other work"),
    Reason.RECOVERY: _("Pause after a heated call"),
    Reason.SIGNED_OUT: _("Signed out"),
    Reason.NO_ANSWER: _("Let an offer pass"),
    Reason.NO_PHONE: _("Phone cannot be reached"),
}


class Skill(models.Model):
    """Something that an agent can know, as a subject or a kind of service asks for it."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="skills")
    name = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client", "name"], name="one_skill_per_name")
        ]

    def __str__(self) -> str:
        return self.name


class AgentSkill(models.Model):
    """How well an agent knows something, who said so, and until when it counts.

    `until` is when a mandatory course expires: from then on nothing of the kind is offered.
    """

    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="skills")
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="agents")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    level = models.PositiveSmallIntegerField()
    until = models.DateTimeField(null=True, blank=True)
    assessed_by = models.ForeignKey(
        Agent, null=True, on_delete=models.PROTECT, related_name="assessed"
    )
    assessed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agent", "skill"], name="one_level_per_skill"),
            models.CheckConstraint(condition=Q(level__lte=BEST_LEVEL), name="level_is_known"),
        ]


class Status(models.TextChoices):
    """What somebody chose. Whether they are there is seen, not chosen."""

    READY = "ready", _("Ready")
    # Here, and takes nothing now.
    BUSY = "busy", _("Busy")
    AWAY = "away", _("Away")


def _code(pk: int) -> str:
    return f"own-{pk}"


class AwayReason(models.Model):
    """A reason for being away that a client has beside those that everybody has."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="away_reasons")
    name = models.CharField(max_length=60)
    # Time of this kind is never told as absence.
    counts_as_work = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "name"],
                condition=Q(ended_at=None),
                name="one_away_reason_per_name",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def code(self) -> str:
        """What stands on a seat and in the record, beside the words that everybody has."""
        return _code(self.pk)


# Drawn on every page of whoever takes contacts: written out, as the access of agents is.
WITH_REASONS = """
    SELECT seat.*,
        (SELECT coalesce(jsonb_agg(jsonb_build_array(id, name) ORDER BY name), '[]')::text
         FROM routing_awayreason
         WHERE client_id = seat.client_id AND ended_at IS NULL) AS reasons_held
    FROM routing_seat seat WHERE seat.agent_id = %s
"""


class SeatManager(models.Manager["Seat"]):
    def with_reasons(self, agent: Agent) -> "Seat | None":
        """Return somebody's seat together with the reasons for being away of its client."""
        return next(iter(self.raw(WITH_REASONS, [agent.pk])), None)


class Seat(models.Model):
    """An agent takes contacts: how many at once in each channel, and what they chose just now.

    Three things are kept apart: `status` is chosen, `seen_at` is when their browser was last heard
    of, and what they have in hand stands in the offers.
    """

    agent = models.OneToOneField(
        Agent, primary_key=True, on_delete=models.PROTECT, related_name="seat"
    )
    # At whose desk they sit; their roles say for whom they answer.
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="seats")
    capacity = models.JSONField(default=dict)
    status = models.CharField(max_length=5, choices=Status, default=Status.AWAY)
    # A `Reason`, or the code of an `AwayReason` of the client's.
    reason = models.CharField(max_length=24, blank=True, default=Reason.SIGNED_OUT.value)
    since = models.DateTimeField()
    # Which of their browser windows is in use; another must say that it takes over.
    screen = models.CharField(max_length=64, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)

    objects = SeatManager()
    # Only on a seat that was read by `with_reasons`.
    reasons_held: str

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status="away") ^ Q(reason=""), name="only_away_has_reason"
            )
        ]

    @property
    def own_reasons(self) -> dict[str, str]:
        """The names of its client's own reasons, by their codes."""
        return {_code(pk): name for pk, name in json.loads(self.reasons_held)}
