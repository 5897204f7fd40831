"""What is filled in about posts."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.operations.cases.models import State

MOST_BYTES = 2 * 2**20


class TableForm(forms.Form):
    """A table of posts; once read, its text travels with the page until it is brought in."""

    account = forms.TypedChoiceField(label=_("Account"), coerce=int)
    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("CSV, at most 2 MB and 2,000 posts."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,text/csv"}),
    )
    table = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, accounts: Iterable[tuple[int, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["account"].choices = list(accounts)  # type: ignore[attr-defined]

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


class ReplyForm(forms.Form):
    """Our reply to a post."""

    text = forms.CharField(
        label=_("Reply"),
        max_length=5_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Everybody can read it where it is published. Write nothing about a person."),
    )
    turn = forms.ChoiceField(
        label=_("Then"),
        choices=[
            (State.WAITING_FOR_CUSTOMER, _("It is the customer's turn")),
            (State.WAITING_FOR_US, _("It is still our turn")),
        ],
    )

    def __init__(self, *args: Any, is_private: bool, most: int | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        said = [self.fields["text"].help_text]
        if is_private:
            said = [_("Read by the sender alone, as what they wrote to us.")]
        if most is not None:
            words = _("It is published by itself, %(most)s letters at most.")
            said.append(words % {"most": most})
        self.fields["text"].help_text = " ".join(map(str, said))


class PublishedForm(forms.Form):
    """A reply was published by hand."""

    url = forms.CharField(
        label=_("Link to the reply"),
        required=False,
        max_length=900,
        help_text=_("So that what is written below it finds its case. May be left empty."),
    )


def _text_of(content: bytes) -> str:
    """Read a table as spreadsheets write it: UTF-8, else what Swedish Windows writes."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
