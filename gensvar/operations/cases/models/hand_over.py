"""What a department was asked, and what it did about it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.cases.models.case import Case
from gensvar.operations.contacts.models import Channel
from gensvar.operations.knowledge.rules import ANSWER_DAYS


class HandOver(models.Model):
    """The front desk asked a department's answer group to answer the customer."""

    class Why(models.TextChoices):
        CANNOT = "cannot", _("Customer service cannot answer this")
        SHOULD_NOT = "should-not", _("Customer service should not answer this")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="hand_overs")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, db_index=False)
    from_group = models.ForeignKey(
        Group, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    to_group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="hand_overs")
    why = models.CharField(max_length=12, choices=Why)
    question = models.TextField()
    # Working days, as agreed for the subject when it was handed over.
    answer_days = models.PositiveSmallIntegerField(default=ANSWER_DAYS, db_default=ANSWER_DAYS)
    # The first, second … hand-over of the case; from the second on it is a bounced case.
    hop = models.SmallIntegerField(default=1, db_default=1)
    # Why it is handed over yet again, from the third time on.
    again_because = models.TextField(blank=True, default="", db_default="")
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class ReachRule(models.Model):
    """So many tries, with a message left, count as having reached the customer; by agreement.

    Without a rule in force tries never count. A new version begins where the old one ends.
    """

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="reach_rules")
    version = models.PositiveSmallIntegerField()
    # 0: tries do not count, from now on.
    attempts = models.PositiveSmallIntegerField()
    valid_from = models.DateTimeField()
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client", "version"], name="one_reach_rule_per_version")
        ]


class Feedback(models.Model):
    """The department's handler reached the customer, or tried; or gave the case back."""

    class Outcome(models.TextChoices):
        ANSWERED = "answered", _("The customer got an answer")
        NO_ANSWER = "no-answer", _("Tried, nobody answered")
        RETURNED = "returned", _("Given back to customer service")

    hand_over = models.ForeignKey(HandOver, on_delete=models.CASCADE, related_name="feedback")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, db_index=False)
    outcome = models.CharField(max_length=12, choices=Outcome)
    channel = models.CharField(max_length=10, choices=Channel, blank=True)
    summary = models.TextField()
    # A try: a text message or words on a machine told that we had tried.
    left_message = models.BooleanField(default=False, db_default=False)
    # The tries together counted as feedback by this version of the client's rule.
    rule_version = models.SmallIntegerField(null=True, blank=True)
    # When the customer was reached, or tried; `at` is when it was written down.
    reached_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Acceptance(models.Model):
    """Somebody in the group has said that the question is theirs."""

    hand_over = models.OneToOneField(HandOver, on_delete=models.CASCADE, related_name="acceptance")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class HandOverSeen(models.Model):
    """Somebody in the group has opened the question."""

    hand_over = models.ForeignKey(HandOver, on_delete=models.CASCADE, related_name="seen")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["hand_over", "by"], name="seen_once_by_each")
        ]


class HandOverWarning(models.Model):
    """Those responsible have been told that a question is about to be lost, once per kind."""

    class Kind(models.TextChoices):
        UNMANNED = "unmanned", _("Nobody is on duty")
        NOT_ACCEPTED = "not-accepted", _("Nobody has taken the question")
        BOUNCED = "bounced", _("The case is being sent round")

    hand_over = models.ForeignKey(HandOver, on_delete=models.CASCADE, related_name="warnings")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    kind = models.CharField(max_length=12, choices=Kind)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["hand_over", "kind"], name="warned_once_of_each_kind")
        ]
