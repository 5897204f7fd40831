"""Case types of a client, and every version that each has had."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from pydantic import TypeAdapter

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.casetypes.rules import Template

TEMPLATE = TypeAdapter(Template)


class Service(models.TextChoices):
    """The service types that clients agree on, each with a template of its own to begin from."""

    CUSTOMER_SERVICE = "customer-service", _("Customer service")
    SUPPORT = "support", _("Support")
    SALES = "sales", _("Sales")
    TELEMARKETING = "telemarketing", _("Telemarketing")
    SWITCHBOARD = "switchboard", _("Switchboard")
    INFORMATION = "information", _("Information service")
    FAULTS = "fault-reporting", _("Fault reporting")
    WISHES = "wishes", _("Wishes and new needs")


# What the measures of a template are called.
MEASURE_NAMES = {
    "K02": _("Calls answered in time"),
    "K05": _("Average wait for an answer"),
    "K15": _("Calls put through"),
    "K20": _("Solved in the first contact"),
    "K22": _("Solved, as the customer says"),
    "K23": _("Cases closed in customer service"),
    "K26": _("Feedback from the department in time"),
    "K27": _("Working hours until a case is done"),
    "K28": _("Open cases that are overdue"),
    "K30": _("Promises kept"),
    "K40": _("Average call length"),
}


class CaseType(models.Model):
    """A kind of case that a client has; `version` is the number of the template in force."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="case_types")
    code = models.SlugField(max_length=40)
    service = models.CharField(max_length=20, choices=Service)
    version = models.PositiveIntegerField(default=1)
    # Of cases whose subject says nothing, and that nobody has chosen a type for.
    is_default = models.BooleanField(default=False)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client", "code"], name="one_type_per_code"),
            models.UniqueConstraint(
                fields=["client"], condition=models.Q(is_default=True), name="one_default_type"
            ),
        ]

    def __str__(self) -> str:
        return self.template.name.said(get_language() or "sv")

    @property
    def template(self) -> Template:
        """The template in force, read once from what `with_templates` found, or else asked for."""
        known: Template | None = getattr(self, "_template", None)
        if known is None:
            known = self.versions.get(number=self.version).template
            self._template = known
        return known


class TypeVersion(models.Model):
    """A case type as it was from this moment until the next; never changed, never removed."""

    case_type = models.ForeignKey(CaseType, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    by = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case_type", "number"], name="one_type_per_version")
        ]

    @property
    def template(self) -> Template:
        return TEMPLATE.validate_python(self.content)
