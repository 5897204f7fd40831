"""What a case type asks of the fourteen steps, and which of them a case has taken."""

from collections.abc import Mapping
from typing import Final

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models import Case
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.workorders.rules.process import Demands, Step

STEP_NAMES: Final[Mapping[Step, str | Promise]] = {
    Step.REGISTER: _("Register and sort"),
    Step.COLLECT: _("Collect information"),
    Step.PLAN: _("Plan the action"),
    Step.ESTIMATE: _("Calculate time and cost"),
    Step.TELL_PLAN: _("Inform the customer"),
    Step.ORDER: _("Make the work order"),
    Step.CONFIRM: _("Confirm time and cost"),
    Step.TELL_ACTION: _("Inform the customer of the action"),
    Step.CARRY_OUT: _("Carry out"),
    Step.REPORT: _("Report back to customer and desk"),
    Step.GATHER: _("Collect data on the action"),
    Step.PREVENT: _("Enter statistics and prevent faults"),
    Step.FOLLOW_UP: _("Follow up time and cost"),
    Step.SATISFACTION: _("Ask how satisfied the customer is"),
}


class ProcessRule(models.Model):
    """The cases of a type follow the fourteen steps, with what is asked of them."""

    case_type = models.OneToOneField(
        CaseType, on_delete=models.CASCADE, related_name="process_rule"
    )
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    has_process = models.BooleanField(default=True)
    demands_price = models.BooleanField(default=False)
    # In öre; above it somebody must say yes. None: nobody need ask.
    approval_limit = models.BigIntegerField(null=True, blank=True)
    # In öre an hour, where nothing else is said.
    rate = models.BigIntegerField(default=0)
    skippable = models.JSONField(default=list, blank=True)

    def __str__(self) -> str:
        return str(self.case_type)

    @property
    def demands(self) -> Demands:
        return Demands(
            price=self.demands_price,
            approval_limit=self.approval_limit,
            skippable=frozenset(Step(code) for code in self.skippable),
        )


class ProcessStep(models.Model):
    """A case took a step, or left it out as its type allows; by nobody: it followed from an act."""

    class Kind(models.TextChoices):
        TAKEN = "taken", _("Taken")
        SKIPPED = "skipped", _("Left out")

    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="process_steps", db_index=False
    )
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    step = models.CharField(max_length=3, choices=[(one.value, one.value) for one in Step])
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.TAKEN)
    at = models.DateTimeField()
    by = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "step"], name="step_once_per_case")]

    def __str__(self) -> str:
        return f"{self.step} {STEP_NAMES[Step(self.step)]}"
