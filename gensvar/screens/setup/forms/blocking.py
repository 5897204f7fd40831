from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.operations.contacts.blocking import RegisterWish
from gensvar.screens.setup.forms.catalogue import ImportForm


class RegisterForm(ImportForm):
    """The block register as a list of numbers, and of what day it is."""

    version_on = forms.DateField(
        label=_("The register is of"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write the day as 2026-05-04.")},
        help_text=_("The day on which it was taken out, not today."),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["file"].help_text = _(
            "One number on each line, at most 2 MB. A longer list is brought in by the command."
        )
        self.fields["file"].widget.attrs.pop("accept", None)

    def wish(self, given: dict[str, Any]) -> RegisterWish:
        return RegisterWish(text=given["table"], version_on=given["version_on"])
