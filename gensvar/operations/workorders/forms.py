"""What people write about orders, read into öre, hours and rows."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group, RoleGrant
from gensvar.foundation.people.rules import PERMISSIONS
from gensvar.operations.register.models import Place, ServiceType
from gensvar.operations.workorders.actions import Wanted
from gensvar.operations.workorders.models import (
    STEP_NAMES,
    Approval,
    PreventionCard,
    Priority,
    ProcessRule,
    ReportBack,
    WorkOrder,
)
from gensvar.operations.workorders.rules.money import (
    NotMoney,
    in_kronor,
    read_hours,
    read_kronor,
)
from gensvar.operations.workorders.rules.process import NEVER_SKIPPED, STEPS, Step

LOCAL = "%Y-%m-%dT%H:%M"
# What is further away than this is a slip of the pen.
FARTHEST = timedelta(days=731)
DECIMAL = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "maxlength": 24})
PERFORMING = [role for role, held in PERMISSIONS.items() if "workorders.perform" in held]


class MoneyField(forms.CharField):
    """An amount in kronor, kept in öre."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            return read_kronor(text)
        except NotMoney:
            raise forms.ValidationError(_("Write an amount in kronor, such as 1 420,50.")) from None

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int):
            return f"{in_kronor(value):.2f}".removesuffix(".00").replace(".", ",")
        return value


class HoursField(forms.CharField):
    """Hours, or a number of things, with a decimal comma."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            return read_hours(text)
        except NotMoney:
            raise forms.ValidationError(_("Write a number, such as 1,5.")) from None

    def prepare_value(self, value: Any) -> Any:
        return f"{value.normalize():f}".replace(".", ",") if isinstance(value, Decimal) else value


def _moment(label: Any) -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label,
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=LOCAL),
        input_formats=[LOCAL, "%Y-%m-%d %H:%M"],
        error_messages={"invalid": _("Write day and time, such as 2026-05-04 12:00.")},
    )


def _words(label: Any, rows: int = 3, *, required: bool = True, most: int = 4_000) -> Any:
    return forms.CharField(
        label=label, required=required, max_length=most, widget=forms.Textarea({"rows": rows})
    )


class EstimateForm(forms.Form):
    hours = HoursField(label=pgettext_lazy("order", "Hours"), widget=DECIMAL)
    rate = MoneyField(label=_("Kronor an hour"), widget=DECIMAL)
    material = MoneyField(label=_("Material, kronor"), widget=DECIMAL, required=False)

    def clean_material(self) -> int:
        return self.cleaned_data["material"] or 0


class AnswerForm(forms.Form):
    is_yes = forms.TypedChoiceField(
        label=_("Answer"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda value: value == "yes",
    )
    side = forms.ChoiceField(label=_("For"), choices=Approval.Side.choices)
    who = forms.CharField(label=_("Who answered"), max_length=120)
    how = forms.ChoiceField(label=_("How"), choices=Approval.How.choices)


class OrderForm(forms.Form):
    place = forms.ModelChoiceField(Place.objects.none(), label=_("Place"), required=False)
    where = forms.CharField(
        label=_("Where exactly"),
        max_length=200,
        help_text=_("So that somebody who was never there finds it."),
    )
    service = forms.ModelChoiceField(
        ServiceType.objects.none(), label=_("Kind of service"), required=False
    )
    action = _words(_("What shall be done"))
    contact = forms.CharField(
        label=_("Ask for on the spot"),
        max_length=200,
        required=False,
        help_text=_("Only what the work needs. The performer sees nothing else of the customer."),
    )
    agent = forms.ModelChoiceField(Agent.objects.none(), label=_("Performer"), required=False)
    group = forms.ModelChoiceField(Group.objects.none(), label=_("Or a group"), required=False)
    is_contracted = forms.BooleanField(label=_("A contractor performs it"), required=False)
    priority = forms.ChoiceField(
        label=_("Priority"), choices=Priority.choices, initial=Priority.NORMAL
    )
    planned_start = _moment(_("Planned start"))
    planned_end = _moment(_("Planned end"))
    planned_hours = HoursField(label=_("Planned hours"), required=False, widget=DECIMAL)
    promised_at = _moment(_("Promised to the customer"))
    rate = MoneyField(label=_("Kronor an hour"), required=False, widget=DECIMAL)

    def __init__(self, *args: Any, client: Client, at: datetime, **more: Any) -> None:
        super().__init__(*args, **more)
        self.at = at
        self._among("place", Place.objects.filter(client=client).in_force(on=at.date()))
        self._among("service", ServiceType.objects.filter(client=client, ended_at=None))
        self._among("group", Group.objects.filter(client=client, closed_at=None).order_by("code"))
        self._among("agent", performers(client, at=at))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for name in ("planned_start", "planned_end", "promised_at"):
            if given.get(name) and abs(given[name] - self.at) > FARTHEST:
                self.add_error(name, _("That is more than two years away."))
        start, end = given.get("planned_start"), given.get("planned_end")
        if start and end and end < start:
            self.add_error("planned_end", _("The end must come after the start."))
        if not (given.get("agent") or given.get("group")) and "agent" not in self.errors:
            self.add_error("agent", _("Choose a person or a group that performs it."))
        return given

    def wanted(self) -> Wanted:
        given = {name: self.cleaned_data[name] for name in Wanted.__dataclass_fields__}
        return Wanted(**{**given, "rate": given["rate"] or 0})

    def _among(self, name: str, rows: "QuerySet[Any]") -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows
        field.empty_label = "–"


def performers(client: Client, *, at: datetime) -> "QuerySet[Agent]":
    """Return whoever may perform orders for a client at this moment."""
    held = RoleGrant.objects.in_force(at=at).filter(role__in=PERFORMING)
    of_client = held.filter(client=client) | held.filter(client=None)
    return Agent.objects.filter(pk__in=of_client.values("agent")).order_by("name", "pk")


def known(order: WorkOrder) -> dict[str, Any]:
    """Return an order as the form shows it."""
    return {name: getattr(order, name) for name in Wanted.__dataclass_fields__}


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Why"), max_length=200)


class PauseForm(forms.Form):
    reason = forms.CharField(label=_("What do you wait for?"), max_length=200, required=False)


class TimeForm(forms.Form):
    hours = HoursField(label=_("Hours worked"), widget=DECIMAL)


class MaterialForm(forms.Form):
    name = forms.CharField(label=_("Material"), max_length=120)
    quantity = HoursField(label=_("How many"), widget=DECIMAL, initial="1")
    price = MoneyField(label=_("Kronor each"), widget=DECIMAL)


class PhotoForm(forms.Form):
    photo = forms.FileField(
        label=pgettext_lazy("order", "Picture"), widget=forms.FileInput(attrs={"accept": "image/*"})
    )


class SignOffForm(forms.Form):
    name = forms.CharField(label=_("Your name"), max_length=120)
    note = _words(_("What was done"), 2, required=False)


class ReportForm(forms.Form):
    way = forms.ChoiceField(label=_("How"), choices=ReportBack.Way.choices)
    text = _words(_("What the customer reads or has been told"), 4)


class SettleForm(forms.Form):
    outcome = forms.ChoiceField(label=_("Outcome"), choices=PreventionCard.Outcome.choices)
    words = _words(_("What was found out and decided"), 3)


class RuleForm(forms.Form):
    has_process = forms.BooleanField(label=_("Cases follow the fourteen steps"), required=False)
    demands_price = forms.BooleanField(
        label=_("The customer is told a price"),
        required=False,
        help_text=_("Step 1.5 then waits for an estimate."),
    )
    approval_limit = MoneyField(
        label=_("Above this somebody must say yes, kronor"),
        required=False,
        widget=DECIMAL,
        help_text=_("Empty: nobody need be asked, whatever it costs."),
    )
    rate = MoneyField(label=_("Usual kronor an hour"), required=False, widget=DECIMAL)
    skippable = forms.MultipleChoiceField(
        label=_("Steps that may be left out"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, rule: ProcessRule | None, **more: Any) -> None:
        if rule is not None:
            more["initial"] = {name: getattr(rule, name) for name in self.base_fields}
        super().__init__(*args, **more)
        # In the language of whoever asks.
        skippable = self.fields["skippable"]
        assert isinstance(skippable, forms.MultipleChoiceField)
        skippable.choices = [
            (str(step), f"{step} {STEP_NAMES[step]}") for step in STEPS if step not in NEVER_SKIPPED
        ]

    def asked(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            **given,
            "rate": given["rate"] or 0,
            "skippable": [Step(code) for code in given["skippable"]],
        }
