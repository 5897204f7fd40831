from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import validate_email
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.files.rules import MOST_BYTES, clean_name, is_accepted, is_what_it_claims
from gensvar.operations.customers.rules import normal_mail, normal_phone
from gensvar.screens.portal.rules import LONGEST_TEXT, MOST_FILES


class Words(forms.CharField):
    """What somebody writes: signs that no text has are left out rather than refused."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return text.replace("\x00", "").replace("\r\n", "\n") if isinstance(text, str) else text


class TextForm(forms.Form):
    text = Words(
        max_length=LONGEST_TEXT,
        error_messages={
            "required": _("Write what you want help with."),
            "max_length": _(
                "The text is too long: %(show_value)d signs, and %(limit_value)d fit. Shorten it "
                "or send the rest as a file."
            ),
        },
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class ReplyForm(forms.Form):
    reply = forms.ChoiceField(
        choices=[("mail", ""), ("phone", ""), ("code", "")],
        error_messages={
            "required": _("Choose how you want the answer."),
            "invalid_choice": _("Choose how you want the answer."),
        },
    )
    mail = forms.CharField(max_length=320, required=False)
    phone = forms.CharField(max_length=40, required=False)
    name = Words(max_length=120, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        reply = cleaned.get("reply")
        if reply == "mail":
            cleaned["address"] = self._mail(cleaned.get("mail", ""))
        elif reply == "phone":
            cleaned["address"] = self._phone(cleaned.get("phone", ""))
        else:
            cleaned["address"] = ""
        return cleaned

    def _mail(self, written: str) -> str:
        address = normal_mail(written)
        try:
            validate_email(address)
        except forms.ValidationError:
            address = None
        if address is None:
            self.add_error("mail", _("Write an e-mail address such as name@example.se."))
        return address or ""

    def _phone(self, written: str) -> str:
        number = normal_phone(written)
        if number is None:
            self.add_error("phone", _("Write a phone number such as 070-123 45 67."))
        return number or ""


class CodeForm(forms.Form):
    number = forms.CharField(
        max_length=40, error_messages={"required": _("Write the case number, such as 26-000123.")}
    )
    code = forms.CharField(
        max_length=40, error_messages={"required": _("Write the code from your receipt.")}
    )
    # Words from a page that was left open too long; they are not lost.
    kept = Words(required=False, max_length=LONGEST_TEXT)


class NumberForm(forms.Form):
    number = forms.CharField(
        max_length=40, error_messages={"required": _("Write the case number, such as 26-000123.")}
    )


@dataclass
class Checked:
    """The files that may be kept, and in words what was wrong with the others."""

    files: list[tuple[str, bytes]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def checked_files(
    uploads: "Sequence[UploadedFile[bytes]]", *, room: int = MOST_BYTES, places: int = MOST_FILES
) -> Checked:
    """Look at each file's name, size and true kind; `room` bytes and `places` files are left."""
    checked = Checked()
    for upload in uploads:
        name = clean_name(upload.name or "")
        size = upload.size or 0
        if fault := _fault(upload, name, size, room, places):
            checked.faults.append(fault)
            continue
        upload.seek(0)
        checked.files.append((name, upload.read()))
        room, places = room - size, places - 1
    return checked


def _fault(upload: "UploadedFile[bytes]", name: str, size: int, room: int, places: int) -> str:
    if places <= 0:
        return gettext("“%(name)s” was not added: %(most)s files are the most.") % {
            "name": name,
            "most": MOST_FILES,
        }
    if size == 0:
        return gettext("“%(name)s” is empty.") % {"name": name}
    if size > room:
        return too_large(name)
    if not is_accepted(name):
        return gettext(
            "“%(name)s” is of a kind that we cannot take. Pictures, PDF, text documents, sound "
            "and film work."
        ) % {"name": name}
    upload.seek(0)
    if not is_what_it_claims(name, upload.read(4096)):
        return gettext(
            "“%(name)s” is not what its name says. Save it again in the right format and add it "
            "once more."
        ) % {"name": name}
    return ""


def too_large(name: str = "") -> str:
    """Return what to say about more bytes than fit."""
    if name:
        return gettext("“%(name)s” was not added: all files together may be 25 MB.") % {
            "name": name
        }
    return gettext("No file was added: all files together may be 25 MB. Add fewer or smaller ones.")
