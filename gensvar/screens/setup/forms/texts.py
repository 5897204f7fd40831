from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.screens.setup.forms.settings import SettingsForm, text

MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class TextForm(SettingsForm):
    PARTS = ((_("The text"), ("subject", "body")), (_("When does it begin?"), ("valid_from",)))
    subject = text(_("Subject line"), 200, required=False, help=_("Empty: our own words."))
    body = forms.CharField(
        label=_("Words"),
        strip=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        error_messages={"required": _("Write the text.")},
    )
    valid_from = forms.DateTimeField(
        label=_("From"),
        required=False,
        widget=MOMENT,
        help_text=_("Empty: at once."),
        error_messages={"invalid": _("Write day and time, such as 2026-05-04 08:00.")},
    )

    def clean_body(self) -> str:
        return str(self.cleaned_data["body"]).replace("\r\n", "\n")
