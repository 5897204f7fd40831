from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gensvar.operations.cases.models import Feedback
from gensvar.operations.contacts.models import Channel

LONGEST_TEXT = 20_000
# Clocks differ a little; a contact further ahead than this has not been.
CLOCKS_DIFFER = timedelta(minutes=5)


class Words(forms.CharField):
    """What somebody writes, without signs that no text has."""

    def __init__(self, *, rows: int, required: Any, **more: Any) -> None:
        super().__init__(
            max_length=LONGEST_TEXT,
            widget=forms.Textarea(attrs={"rows": rows}),
            error_messages={"required": required},
            **more,
        )

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return text.replace("\x00", "").replace("\r\n", "\n") if isinstance(text, str) else text


class AnswerForm(forms.Form):
    text = Words(
        rows=6,
        label=_("Your answer"),
        help_text=_("Write as you would say it. Nobody changes it on the way."),
        required=_("Write the answer first."),
    )


class ContactForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("How did it go?"),
        choices=[
            (Feedback.Outcome.ANSWERED, _("The customer got an answer")),
            (Feedback.Outcome.NO_ANSWER, _("Tried, nobody answered")),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Say whether you reached the customer."),
            "invalid_choice": _("Say whether you reached the customer."),
        },
    )
    channel = forms.ChoiceField(
        label=_("How"),
        choices=[
            (channel, channel.label)
            for channel in (
                Channel.PHONE,
                Channel.VISIT,
                Channel.MAIL,
                Channel.SMS,
                Channel.LETTER,
            )
        ],
        initial=Channel.PHONE,
        error_messages={"invalid_choice": _("Choose one of the ways.")},
    )
    reached_at = forms.DateTimeField(
        label=_("When"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={
            "required": _("Say when it was."),
            "invalid": _("Write day and time, such as 2026-05-04 13:30."),
        },
    )
    left_message = forms.BooleanField(
        label=_("I left a message, by text or on the machine"),
        required=False,
        help_text=_("Only for a try that nobody answered."),
    )
    summary = Words(
        rows=3, label=_("What was said"), required=_("Write in a line or two what was said.")
    )

    def clean_reached_at(self) -> datetime:
        reached_at: datetime = self.cleaned_data["reached_at"]
        if reached_at > timezone.now() + CLOCKS_DIFFER:
            raise forms.ValidationError(_("That time has not been yet."))
        return reached_at


class ReturnForm(forms.Form):
    text = Words(
        rows=3,
        label=_("Why do you give it back?"),
        help_text=_("If you know whose question it is, or what the answer is, write that."),
        required=_("Say why, so that customer service knows what to do."),
    )


class AskForm(forms.Form):
    text = Words(
        rows=3,
        label=_("Your question to customer service"),
        help_text=_("The customer does not see it. The question stays with you."),
        required=_("Write the question first."),
    )


class TimeForm(forms.Form):
    """A new day; the customer is told it with reason and plan."""

    due_on = forms.DateField(
        label=_("New day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Choose the new day."),
            "invalid": _("Write a day, such as 2026-05-12."),
        },
    )
    reason = Words(
        rows=2, label=_("Why it takes longer"), required=_("Say why: the customer is told.")
    )
    plan = Words(
        rows=2,
        label=_("What we do about it"),
        required=_("Say what you do about it: the customer is told."),
    )


class PassOnForm(forms.Form):
    group = forms.TypedChoiceField(
        label=_("Whose question is it?"),
        coerce=int,
        error_messages={
            "required": _("Choose the group."),
            "invalid_choice": _("Choose the group."),
        },
    )
    text = Words(
        rows=2,
        label=_("Why is it theirs?"),
        help_text=_("For colleagues. The customer does not see it."),
        required=_("Say why, so that they know."),
    )

    def __init__(self, *args: Any, groups: Sequence[tuple[int, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["group"].choices = [("", "–"), *groups]  # type: ignore[attr-defined]
