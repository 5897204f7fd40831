from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.oversight.reports.models import Meeting


class CommentForm(forms.Form):
    text = forms.CharField(
        label=_("Comment in the coming report"),
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Goes to everybody who gets the report. Name no customer."),
        error_messages={"required": _("Write something first.")},
    )


class MeetingForm(forms.Form):
    department = forms.ChoiceField(label=_("Department"))
    series = forms.ChoiceField(label=_("Meeting"), choices=Meeting.Series.choices)
    on = forms.DateField(
        label=_("Day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "invalid": _("Write a date such as 2026-05-04."),
            "required": _("Choose a day."),
        },
    )

    def __init__(self, *args: Any, departments: list[str], **more: Any) -> None:
        super().__init__(*args, **more)
        field: Any = self.fields["department"]
        field.choices = [(name, name) for name in departments]


class DecisionsForm(forms.Form):
    decisions = forms.CharField(
        label=_("What was decided"),
        max_length=8_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Comes back on the next agenda."),
    )


class DeckForm(forms.Form):
    """Which management group a half-year is shown to, and which half-year; the latest whole one."""

    forvaltning = forms.ChoiceField(label=_("Department"))
    halvar = forms.ChoiceField(label=_("Half-year"))

    def __init__(
        self, *args: Any, departments: list[str], halves: list[tuple[str, str]], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        offered: Any = self.fields
        offered["forvaltning"].choices = [(name, name) for name in departments]
        offered["halvar"].choices = halves
