from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.operations.exchange.actions import LogWish
from gensvar.operations.exchange.models import LogImport
from gensvar.operations.exchange.rules.lines import names_of
from gensvar.screens.setup.forms.catalogue import ImportForm


class LogForm(ImportForm):
    """A log of another exchange, and how it is meant."""

    format = forms.ChoiceField(label=_("Kind of file"), choices=LogImport.Format.choices)
    names = forms.CharField(
        label=_("What its queues are called here"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One on each line, such as 600=Switchboard. Those called the same need none."),
    )
    whole_until = forms.DateField(
        label=_("Whole until and with"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write the day as 2026-05-04.")},
        help_text=_("Otherwise the last day is incomplete until a file goes on beyond it."),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["file"].help_text = _(
            "At most 2 MB. A longer log is brought in by the command."
        )
        self.fields["file"].widget.attrs.pop("accept", None)

    def clean_names(self) -> str:
        written = str(self.cleaned_data["names"])
        if names_of(written) is None:
            raise forms.ValidationError(_("Write each line as its name there, =, its name here."))
        return written

    def wish(self, given: dict[str, Any]) -> LogWish:
        return LogWish(
            text=given["table"],
            format=given["format"],
            names=names_of(given["names"]) or {},
            whole_until=given["whole_until"],
        )
