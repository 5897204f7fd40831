"""What agents fill in about customers."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext_lazy as _

from gensvar.operations.customers.models import Address, Customer, Need, Representative
from gensvar.operations.customers.rules import normal

MOST_BYTES = 2_000_000
LANGUAGES = ("sv", "en", "ar", "so", "fa", "ti", "uk", "pl", "fi", "es", "fr", "de", "tr", "ru")


class DayField(forms.DateField):
    """A day in the browser's own calendar."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, input_formats=["%Y-%m-%d"], **options)


class CustomerForm(forms.Form):
    name = forms.CharField(label=_("Name"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=Customer.Kind.choices)
    type = forms.ChoiceField(label=_("Customer type"), choices=Customer.Type.choices)
    language = forms.CharField(
        label=_("Language"),
        max_length=3,
        help_text=_("Two or three letters: sv, en, ar, so."),
        widget=forms.TextInput(attrs={"list": "languages"}),
    )
    preferred_channel = forms.ChoiceField(
        label=_("Wants to be reached by"),
        required=False,
        choices=[("", _("No wish")), *Customer.Reached.choices],
    )
    cost_centre = forms.CharField(
        label=_("Cost centre"),
        required=False,
        max_length=40,
        help_text=_("Of units and tenants within the organisation."),
    )
    address = forms.CharField(
        label=_("One more phone number or mail address"), required=False, max_length=320
    )

    def clean_language(self) -> str:
        given = str(self.cleaned_data["language"]).strip().lower()
        if not (given.isascii() and given.isalpha() and len(given) in {2, 3}):
            raise forms.ValidationError(
                _("Write the language as two or three letters, such as sv.")
            )
        return given


class AddressForm(forms.Form):
    kind = forms.ChoiceField(label=_("Kind of address"), choices=Address.Kind.choices)
    value = forms.CharField(label=_("Address"), max_length=320)
    until = DayField(
        label=_("Holds until"), required=False, help_text=_("Empty: until somebody ends it.")
    )
    is_preferred = forms.BooleanField(label=_("Use this one first"), required=False)

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        kind, value = given.get("kind"), given.get("value")
        if kind and value and normal(kind, value) is None:
            self.add_error("value", _("This is no address of that kind that we can use."))
        return given


class NeedForm(forms.Form):
    what = forms.ChoiceField(label=_("What is needed?"), choices=Need.What.choices)
    words = forms.CharField(
        label=_("In other words"),
        required=False,
        max_length=200,
        help_text=_("Write what the customer needs, never why. No health, no diagnosis."),
    )
    agreed = forms.BooleanField(
        label=_("The customer has agreed that we keep this"), required=False
    )


class CaseNeedForm(NeedForm):
    """What is needed in one case; kept for the next only where the customer has agreed."""

    def __init__(self, *args: Any, may_remember: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["words"].help_text = _(
            "Which language, and when one is booked. Never why: no health, no diagnosis."
        )
        self.fields["agreed"].label = _(
            "The customer has agreed that we keep this for the next time too"
        )
        if not may_remember:
            del self.fields["agreed"]


class RepresentativeForm(forms.Form):
    kind = forms.ChoiceField(label=_("Speaks as"), choices=Representative.Kind.choices)
    who = forms.CharField(
        label=_("Customer number, phone or mail"),
        max_length=320,
        help_text=_("Somebody new becomes a customer."),
    )
    name = forms.CharField(label=_("Name, if new"), required=False, max_length=200)
    scope = forms.CharField(
        label=_("May speak for"), max_length=300, help_text=_("One matter, money, everything.")
    )
    until = DayField(
        label=_("Until"), required=False, help_text=_("Only a contact person has no end.")
    )
    evidence = forms.CharField(label=_("What we have seen"), required=False, max_length=200)


class TableForm(forms.Form):
    """A table as a file; once read, its text travels with the page until it is brought in."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("CSV, at most 2 MB and 5,000 customers."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,text/csv"}),
    )
    table = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        file = self.cleaned_data.get("file")
        if file is not None and file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 2 MB. Divide it."))
        if file is not None:
            self.cleaned_data["table"] = _text_of(file.read())
        given = self.cleaned_data.get("table", "")
        if not given.strip():
            raise forms.ValidationError(_("Choose a file with a table in it."))
        self.cleaned_data["table"] = given.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        return self.cleaned_data


def _text_of(content: bytes) -> str:
    """Read a table as spreadsheets write it: UTF-8, else what Swedish Windows writes."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def morning_of(day: date | None) -> datetime | None:
    """Return the moment at which a day begins here."""
    return datetime.combine(day, time.min, tzinfo=get_default_timezone()) if day else None
