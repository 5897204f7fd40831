from django import forms
from django.conf import settings
from django.core.validators import validate_slug
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.screens.setup.forms.settings import SettingsForm, text


class ClientForm(SettingsForm):
    PARTS = (
        (_("The client"), ("code", "name", "kind", "language")),
        (_("What customers see"), ("public_name", "phone", "accent")),
    )
    name = text(_("Name among us"))
    kind = forms.ChoiceField(label=_("Kind"), choices=Client.Kind, widget=forms.RadioSelect)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    public_name = text(_("Name that customers see"))
    phone = text(_("Telephone"), 40, required=False)
    accent = forms.ChoiceField(
        label=_("Colour of the portal"), choices=Client.Accent, widget=forms.RadioSelect
    )


class NewClientForm(ClientForm):
    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        help_text=_("In addresses, such as /hos/energi/. It never changes."),
        validators=[validate_slug],
        error_messages={
            "required": _("Write a code."),
            "invalid": _("Use only the letters a–z, figures and hyphens."),
        },
    )
    field_order = ("code",)

    def clean_code(self) -> str:
        return str(self.cleaned_data["code"]).lower()
