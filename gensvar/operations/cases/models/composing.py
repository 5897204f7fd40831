"""What helps somebody who writes: ready words, acts in one, a later time, who else writes."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.cases.models.case import Case, NeedType, State
from gensvar.operations.contacts.models import Outgoing
from gensvar.operations.knowledge.models import Subject


class CannedText(models.Model):
    """Words that a client's agents put into answers, with places for what differs."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="canned_texts")
    name = models.CharField(max_length=80)
    # In which language, as ar, nothing: the client's; and whether it is said in easy words. What
    # has the same name says the same, and whoever writes is given what fits the customer.
    language = models.CharField(max_length=5, blank=True, default="", db_default="")
    is_easy = models.BooleanField(default=False, db_default=False)
    text = models.TextField()
    # The authority that the words refer a customer to; empty: they refer nowhere.
    refers_to = models.CharField(max_length=80, blank=True, default="", db_default="")
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "name", "language", "is_easy"],
                condition=Q(retired_at=None),
                name="one_canned_text_per_variant",
            )
        ]

    def __str__(self) -> str:
        more = [self.language, str(_("easy Swedish")) if self.is_easy else ""]
        return ", ".join(filter(None, [self.name, *more]))


class Macro(models.Model):
    """Acts that are often done together: an answer, a subject, whose turn, whose case."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="macros")
    name = models.CharField(max_length=80)
    # Each of these is left as it is where nothing is said.
    text = models.TextField(blank=True)
    subject = models.ForeignKey(Subject, null=True, blank=True, on_delete=models.PROTECT)
    need_type = models.CharField(max_length=12, choices=NeedType, blank=True)
    turn = models.CharField(max_length=24, blank=True)
    takes = models.BooleanField(default=False)
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "name"],
                condition=Q(retired_at=None),
                name="one_macro_per_name",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def turn_in_words(self) -> str:
        return str(State(self.turn).label) if self.turn else ""


class MacroRun(models.Model):
    """A macro was run on a case; `before` is how the case stood, until it cannot be undone."""

    macro = models.ForeignKey(Macro, on_delete=models.PROTECT, related_name="runs")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="macro_runs")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    outgoing = models.ForeignKey(Outgoing, null=True, blank=True, on_delete=models.PROTECT)
    before = models.JSONField()
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    until = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)


class PlannedAnswer(models.Model):
    """An answer that leaves later; whose turn it is then is said when it has left."""

    outgoing = models.OneToOneField(Outgoing, on_delete=models.CASCADE, related_name="planned")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="planned_answers")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    leaves_at = models.DateTimeField()
    # Empty: it stays whose it is.
    turn = models.CharField(max_length=24, blank=True)
    # Settled when it has left, or was withdrawn.
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["leaves_at"], condition=Q(settled_at=None), name="answers_planned")
        ]


class Composing(models.Model):
    """Somebody has the case open, and maybe writes in it; forgotten when no longer heard of."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="composing")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="+")
    is_writing = models.BooleanField(default=False)
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "agent"], name="composing_once")]
