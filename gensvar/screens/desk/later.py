"""What agents fill in to leave a case for later."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext_lazy as _

BEGINNING_OF_DAY = time(8)


def morning_after(at: datetime, *, days: int) -> datetime:
    """Return eight o'clock, by the wall, so many days from now."""
    on = at.astimezone(get_current_timezone()).date() + timedelta(days=days)
    return datetime.combine(on, BEGINNING_OF_DAY, tzinfo=get_current_timezone())


class RestForm(forms.Form):
    """Until when: tomorrow, next week, or a moment of one's own."""

    when = forms.ChoiceField(
        label=_("Until when?"),
        choices=[
            ("tomorrow", _("Tomorrow morning")),
            ("monday", _("Monday morning")),
            ("week", _("In a week")),
            ("own", _("Another time:")),
        ],
        initial="tomorrow",
        widget=forms.RadioSelect,
    )
    until = forms.DateTimeField(
        label=_("Day and time"),
        required=False,
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"invalid": _("Write day and time, such as 2026-05-04 13:30.")},
    )

    def __init__(self, *args: Any, at: datetime, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.at = at

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("when") == "own" and not given.get("until") and "until" not in self.errors:
            self.add_error("until", _("Write day and time, such as 2026-05-04 13:30."))
        return given

    def moment(self) -> datetime:
        """Return the moment that was chosen."""
        days_to_monday = 7 - self.at.astimezone(get_current_timezone()).weekday()
        days = {"tomorrow": 1, "monday": days_to_monday, "week": 7}
        when = self.cleaned_data["when"]
        if when == "own":
            own: datetime = self.cleaned_data["until"]
            return own
        return morning_after(self.at, days=days[when])
