from typing import Any

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from gensvar.operations.customers.rules import is_mobile, normal_mail, normal_phone
from gensvar.screens.portal.rules import LONGEST_TEXT


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


class MailForm(forms.Form):
    mail = forms.CharField(
        max_length=320,
        error_messages={"required": _("Write an e-mail address such as name@example.se.")},
    )

    def clean_mail(self) -> str:
        wrong = forms.ValidationError(_("Write an e-mail address such as name@example.se."))
        address = normal_mail(self.cleaned_data["mail"])
        if address is None:
            raise wrong
        try:
            validate_email(address)
        except forms.ValidationError:
            raise wrong from None
        return address


class HearForm(MailForm):
    """Where somebody wants to hear: by mail or, where we can text, on a mobile phone."""

    phone = forms.CharField(max_length=40, required=False)

    def __init__(self, *args: Any, takes_texts: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not takes_texts:
            del self.fields["phone"]
        self.fields["mail"].required = False

    def clean_mail(self) -> str:
        if not self.cleaned_data["mail"] and self.data.get("phone") and "phone" in self.fields:
            return ""
        return super().clean_mail()

    def clean_phone(self) -> str:
        written = self.cleaned_data["phone"]
        number = normal_phone(written) if written else ""
        if number is None or (number and not is_mobile(number)):
            raise forms.ValidationError(_("Write a mobile number such as 070-123 45 67."))
        return number

    @property
    def way(self) -> tuple[str, str]:
        """Return kind and address; the mail address, where both were written."""
        mail = self.cleaned_data["mail"]
        return ("mail", mail) if mail else ("phone", self.cleaned_data["phone"])
