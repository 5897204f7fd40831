import re
from collections.abc import Sequence
from datetime import time
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gensvar.foundation.calendars.actions import check
from gensvar.foundation.calendars.models import OFFICE, HolidaysKept
from gensvar.foundation.calendars.rules import END_OF_DAY, Interval, written
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.models import Channel
from gensvar.screens.setup.forms.settings import SettingsForm, text

MOST_BYTES = 1_000_000
SPAN = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:[-–—]|till|to)\s*(\d{1,2})(?:[:.](\d{2}))?")


class Intervals(forms.CharField):
    """Hours as people write them: "7.30-12, 13-17"; nothing means closed."""

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) or value is None else written(value)

    def to_python(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return value
        parts = [part.strip() for part in re.split(r"[,;]|\boch\b|\band\b", str(value or ""))]
        found = tuple(self._interval(part) for part in parts if part)
        try:
            check(found)
        except Refused as refusal:
            raise forms.ValidationError(refusal.words()) from None
        return tuple(sorted(found))

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(tuple(initial or ()) != self.to_python(data))
        except forms.ValidationError:
            return True

    def _interval(self, part: str) -> Interval:
        found = SPAN.fullmatch(part)
        if found is None:
            words = _("“%(part)s” is not a time. Write 7:30–12:00, or several with commas.")
            raise forms.ValidationError(words % {"part": part[:40]})
        return Interval(self._time(found[1], found[2]), self._time(found[3], found[4]))

    def _time(self, hour: str, minute: str | None) -> time:
        if (int(hour), int(minute or 0)) == (24, 0):
            return END_OF_DAY
        try:
            return time(int(hour), int(minute or 0))
        except ValueError:
            words = _("There is no such time as %(hour)s:%(minute)s.")
            raise forms.ValidationError(words % {"hour": hour, "minute": minute or "00"}) from None


def day(label: Any, *, required: bool = True, help: Any = "") -> Any:
    return forms.DateField(
        label=label,
        required=required,
        help_text=help,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={
            "required": _("Choose a day."),
            "invalid": _("Write the day as year-month-day, such as 2026-12-31."),
        },
    )


class HoursForm(SettingsForm):
    """A channel's week, a line for each day, and the day from which it holds."""

    valid_from = day(_("From"), required=False, help=_("Empty: from today."))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for weekday in range(7):
            field = Intervals(label=capfirst(WEEKDAYS[weekday]), required=False, max_length=120)
            self.fields[f"day{weekday}"] = field

    def weekly(self) -> dict[int, Sequence[Interval]]:
        return {weekday: self.cleaned_data[f"day{weekday}"] for weekday in range(7)}


class DeviationForm(SettingsForm):
    """A day on which other hours are kept."""

    on = day(_("Day"))
    channel = forms.ChoiceField(
        label=_("Channel"),
        required=False,
        choices=[("", _("All")), (OFFICE, _("The office")), *Channel.choices],
    )
    intervals = Intervals(
        label=pgettext_lazy("opening", "Hours"),
        required=False,
        max_length=120,
        help_text=_("Such as 8–12. Empty: closed all day."),
    )
    reason = text(_("Why"), 200, required=False, help=_("Customers read it: Midsummer Eve."))


class HolidaysForm(SettingsForm):
    """Whose public holidays are kept."""

    country = forms.ChoiceField(
        label=_("Public holidays"), required=False, choices=HolidaysKept.Country.choices
    )
    with_eves = forms.BooleanField(
        label=_("Closed on Midsummer Eve, Christmas Eve and New Year's Eve too"), required=False
    )
    valid_from = day(_("From"), required=False, help=_("Empty: from today."))


class DeadlineForm(forms.Form):
    """How many working days a deadline is tried for."""

    days = forms.IntegerField(
        label=_("Working days"),
        min_value=1,
        max_value=999,
        error_messages={
            "required": _("Write a number of days."),
            "invalid": _("Write a number of days."),
            "min_value": _("Write 1 or more."),
            "max_value": _("Write at most 999."),
        },
    )


class YearForm(forms.Form):
    """Which year is shown, of whose hours."""

    year = forms.IntegerField(
        label=_("Year"),
        min_value=2000,
        max_value=2100,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            _("Write a year between 2000 and 2100."),
        ),
    )
    channel = forms.ChoiceField(
        label=_("Channel"), choices=[(OFFICE, _("The office")), *Channel.choices]
    )


class ClosingDaysForm(SettingsForm):
    """A calendar file; once read, its text travels with the page until it is brought in."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("A calendar file (.ics), at most 1 MB. Whole days only."),
        widget=forms.ClearableFileInput(attrs={"accept": ".ics,text/calendar"}),
    )
    calendar = forms.CharField(
        label=_("The calendar"), required=False, strip=False, widget=forms.HiddenInput
    )

    def clean(self) -> dict[str, Any]:
        file = self.cleaned_data.get("file")
        if file is not None and file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 1 MB. Divide it."))
        if file is not None:
            self.cleaned_data["calendar"] = file.read().decode("utf-8", errors="replace")
        if not self.cleaned_data.get("calendar", "").strip():
            raise forms.ValidationError(_("Choose a file with a calendar in it."))
        # A browser sends back other line ends than it got.
        lines = self.cleaned_data["calendar"].replace("\r\n", "\n").replace("\r", "\n")
        self.cleaned_data["calendar"] = lines.strip("\n") + "\n"
        self.cleaned_data["file"] = None
        return self.cleaned_data
