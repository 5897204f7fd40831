from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.people.models import Agent, Group
from gensvar.screens.setup.forms.settings import Named, SettingsForm

WEEKDAYS = (
    (0, _("Monday")),
    (1, _("Tuesday")),
    (2, _("Wednesday")),
    (3, _("Thursday")),
    (4, _("Friday")),
    (5, _("Saturday")),
    (6, _("Sunday")),
)
# Calendars reach no further.
FIRST, LAST = date(2000, 1, 1), date(2090, 1, 1)
LONGEST_LABEL, LONGEST_HINT = 120, 200


def _in_our_time(day: date) -> None:
    if not FIRST <= day <= LAST:
        raise ValidationError(_("Choose a day in this century."))


def day(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        validators=[_in_our_time],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Choose a day."),
            "invalid": _("Write a day, such as 2026-05-12."),
        },
        **more,
    )


class DutyForm(SettingsForm):
    """A row of the rota; the last day is written, and counted, as people say it."""

    agent = Named(queryset=Agent.objects.none(), label=_("Person"))
    is_deputy = forms.BooleanField(
        label=_("Deputy"),
        required=False,
        help_text=_("Answers when nobody on duty can."),
    )
    weekdays = forms.TypedMultipleChoiceField(
        label=_("Weekdays"),
        coerce=int,
        choices=WEEKDAYS,
        initial=[0, 1, 2, 3, 4],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one weekday.")},
    )
    valid_from = day(_("From"))
    last_day = day(_("Last day"), required=False, help_text=_("Empty: until further notice."))

    def __init__(self, *args: Any, group: Group, **more: Any) -> None:
        super().__init__(*args, **more)
        members = Agent.objects.filter(
            memberships__group=group, memberships__until=None, is_active=True
        )
        self.fields["agent"].queryset = members.order_by("name")  # type: ignore[attr-defined]


class EndForm(SettingsForm):
    last_day = day(_("Last day"))


class AbsenceForm(SettingsForm):
    """Whole days, as people say them: away from a day to a day, both counted."""

    first_day = day(_("First day away"))
    last_day = day(_("Last day away"), required=False, help_text=_("Empty: until you are back."))
    stand_in = Named(
        queryset=Agent.objects.none(),
        label=_("Who takes the questions?"),
        required=False,
        empty_label=_("Whoever is on duty, or the deputy"),
    )

    def __init__(self, *args: Any, person: Agent, **more: Any) -> None:
        super().__init__(*args, **more)
        groups = Group.objects.filter(memberships__agent=person, memberships__until=None)
        colleagues = Agent.objects.filter(
            memberships__group__in=groups, memberships__until=None, is_active=True
        )
        others = colleagues.exclude(pk=person.pk).distinct().order_by("name")
        self.fields["stand_in"].queryset = others  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        first, last = given.get("first_day"), given.get("last_day")
        if isinstance(first, date) and isinstance(last, date) and last < first:
            self.add_error("last_day", _("The last day is before the first."))
        return given


class FactsForm(SettingsForm):
    """One fact a line: what it is called, and after a semicolon what to write there."""

    facts = forms.CharField(
        label=_("Facts"),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("One a line, such as: Place; street and number"),
    )

    def clean_facts(self) -> str:
        text = str(self.cleaned_data["facts"]).replace("\r\n", "\n").strip()
        for label, hint in facts_in(text):
            if len(label) > LONGEST_LABEL or len(hint) > LONGEST_HINT:
                raise ValidationError(_("“%(start)s …” is too long."), params={"start": label[:40]})
        return text


def facts_in(text: str) -> list[tuple[str, str]]:
    """Return names and hints of the facts in a text, one a line."""
    parts = (line.partition(";") for line in text.splitlines())
    return [(label.strip(), hint.strip()) for label, _sign, hint in parts if label.strip()]


class ReachForm(SettingsForm):
    attempts = forms.IntegerField(
        label=_("Tries, with a message left, that count as feedback"),
        min_value=0,
        max_value=10,
        help_text=_("0: tries never count."),
    )
