"""A batch and its cases; one row a case, so that a worker that dies leaves none in between."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.models import Token
from gensvar.foundation.people.models import Agent
from gensvar.operations.batches import rules
from gensvar.operations.batches.rules import Outcome, Stage
from gensvar.operations.cases.models import Case, Deed


class Batch(models.Model):
    """Somebody asks for one act on many cases; nothing is changed before they have confirmed it."""

    class Act(models.TextChoices):
        TAKE = rules.Act.TAKE, _("Take")
        ASSIGN = rules.Act.ASSIGN, _("Hand out")
        HAND_OVER = rules.Act.HAND_OVER, _("Hand over")
        SUBJECT = rules.Act.SUBJECT, _("Change subject")
        NEED = rules.Act.NEED, _("Change need")
        TAG = rules.Act.TAG, _("Add a tag")
        UNTAG = rules.Act.UNTAG, _("Take a tag off")
        WRITE = rules.Act.WRITE, _("Write to the customers")
        REST = rules.Act.REST, _("Let rest")
        CLOSE = rules.Act.CLOSE, _("Close")
        ATTACH = rules.Act.ATTACH, _("Put with a disruption")
        WATCH = rules.Act.WATCH, _("Follow")

    act = models.CharField(max_length=12, choices=Act)
    # What the act needs to know, in ids, codes and words.
    details = models.JSONField(default=dict)
    # The list that they were chosen from, where all of it was; else empty.
    conditions = models.CharField(max_length=500, blank=True)
    # Who asks sees it, and nobody else; a program has the rights of its token.
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    token = models.ForeignKey(
        Token, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()
    weighed_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    undo_asked_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["by", "-at"], name="batches_by_agent"),
            models.Index(
                fields=["confirmed_at"],
                condition=models.Q(done_at=None) | models.Q(undone_at=None),
                name="batches_not_over",
            ),
        ]

    @property
    def stage(self) -> Stage:
        if self.undo_asked_at is not None:
            return Stage.UNDOING if self.undone_at is None else Stage.UNDONE
        if self.confirmed_at is not None:
            return Stage.RUNNING if self.done_at is None else Stage.DONE
        return Stage.WEIGHING if self.weighed_at is None else Stage.READY

    @property
    def is_moving(self) -> bool:
        return self.stage in rules.MOVING

    @property
    def stood_still_since(self) -> datetime:
        """Return when what goes on now was asked for."""
        return self.undo_asked_at or self.confirmed_at or self.at


class BatchedCase(models.Model):
    """A case of a batch: what the act would change, and what became of it."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="cases", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, db_index=False)
    # One of `rules.Outcome`.
    outcome = models.CharField(max_length=10, default=Outcome.UNWEIGHED.value)
    # Why not, in the words and the language of whoever asked.
    reason = models.CharField(max_length=300, blank=True)
    # How it stands, and would stand afterwards, as `cases.queries.deeds.standing` tells it.
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    # The newest thing that had happened to the case when that was found out.
    seen_until = models.BigIntegerField(default=0)
    deed = models.OneToOneField(
        Deed, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "case"], name="case_once_per_batch")
        ]
        indexes = [models.Index(fields=["batch", "outcome", "id"], name="batched_by_outcome")]
