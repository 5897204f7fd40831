"""What is filled in about paper."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.channels.paper.models import Paper
from gensvar.channels.paper.rules import can_be_received
from gensvar.operations.cases.models import NeedType, State
from gensvar.operations.contacts.models import NoCase
from gensvar.operations.contacts.setting_aside import OtherNeedsWords
from gensvar.operations.customers.rules import normal

Grouped = Sequence[tuple[str, Sequence[tuple[int, str]]]]
ACCEPT = ".pdf,.tif,.tiff,.jpg,.jpeg"


def _words(label: Any, rows: int, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **more)


class DayField(forms.DateField):
    """A day that has been; its form knows which day it is."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    default_error_messages = {"invalid": _("Write the day as 2026-05-04.")}


class DatedForm(forms.Form):
    """A form that asks on which day a paper was received."""

    received_on = DayField(
        label=_("Date received"),
        help_text=_("The day on the stamp. Every deadline counts from it, not from the scan."),
    )

    def __init__(self, *args: Any, today: date, **more: Any) -> None:
        super().__init__(*args, **more)
        self.today = today
        self.fields["received_on"].widget.attrs["max"] = today.isoformat()

    def clean_received_on(self) -> date:
        on: date = self.cleaned_data["received_on"]
        if on > self.today:
            raise forms.ValidationError(_("That day has not been yet."))
        if not can_be_received(on, today=self.today):
            raise forms.ValidationError(_("That is more than ten years ago. Look at the year."))
        return on


class ScanForm(DatedForm):
    """Paper to note: its scans, or none where it is registered by hand."""

    client = forms.TypedChoiceField(label=_("Client"), coerce=int)
    channel = forms.ChoiceField(
        label=_("How did it come?"), choices=Paper.KINDS, widget=forms.RadioSelect
    )
    field_order = ("client", "channel", "received_on")

    def __init__(self, *args: Any, clients: Iterable[tuple[int, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["client"].choices = list(clients)  # type: ignore[attr-defined]


class RegisterForm(forms.Form):
    """A case, out of what a paper says."""

    said = _words(
        _("What does it say?"),
        4,
        max_length=20_000,
        help_text=_("In short; the scan has every word."),
    )
    title = forms.CharField(
        label=_("Title"),
        max_length=200,
        required=False,
        help_text=_("Empty: the first sentence becomes the title."),
    )
    subject = forms.TypedChoiceField(
        label=_("Subject"), required=False, coerce=int, empty_value=None
    )
    need_type = forms.ChoiceField(label=_("Need"), required=False)
    name = forms.CharField(label=_("The sender's name"), required=False, max_length=200)
    post = _words(
        _("Postal address"),
        3,
        required=False,
        max_length=320,
        help_text=_("As it stands on the letter. An answer by letter goes there."),
    )
    address = forms.CharField(
        label=_("Phone or mail"),
        required=False,
        max_length=320,
        help_text=_("Whoever has it already is recognised. May be left empty."),
    )

    def __init__(self, *args: Any, subjects: Grouped, **more: Any) -> None:
        super().__init__(*args, **more)
        choosing: Any = self.fields
        choosing["subject"].choices = [("", "–"), *subjects]
        choosing["need_type"].choices = [("", "–"), *NeedType.choices]

    @property
    def kind(self) -> str:
        return "mail" if "@" in self.cleaned_data["address"] else "phone"

    def clean_address(self) -> str:
        address = str(self.cleaned_data["address"]).strip()
        if address and normal("mail" if "@" in address else "phone", address) is None:
            raise forms.ValidationError(
                _("This is neither a phone number nor a mail address that we can use.")
            )
        return address


class JoinForm(forms.Form):
    """One more letter about a case that exists."""

    number = forms.CharField(label=_("Case number"), max_length=20)
    said = _words(_("What does it say?"), 2, max_length=20_000)


class AsideForm(forms.Form):
    """Why a paper becomes no case."""

    reason = forms.ChoiceField(label=_("Why it becomes no case"), choices=NoCase.Reason.choices)
    words = forms.CharField(
        label=_("In a few words"),
        required=False,
        max_length=200,
        help_text=_("For colleagues. Write nothing about a person."),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("reason") == NoCase.Reason.OTHER and not given.get("words"):
            self.add_error("words", OtherNeedsWords.message)
        return given


class LetterForm(forms.Form):
    """A letter to the customer of a case."""

    name = forms.CharField(label=_("To"), max_length=200)
    address = _words(
        _("Postal address"),
        3,
        max_length=320,
        help_text=_("Street or box on one line, postcode and town on the next."),
    )
    subject = forms.CharField(label=_("Heading"), max_length=200)
    text = _words(_("The letter"), 14, max_length=100_000, strip=False)
    turn = forms.ChoiceField(
        label=_("Then"),
        choices=[
            (State.WAITING_FOR_CUSTOMER, _("It is the customer's turn")),
            (State.WAITING_FOR_US, _("It is still our turn")),
        ],
    )

    def __init__(self, *args: Any, is_forwarded: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        if is_forwarded:
            del self.fields["name"], self.fields["address"]


class PostedForm(forms.Form):
    """On which day letters were posted."""

    posted_on = DayField(label=_("Posted on"))
