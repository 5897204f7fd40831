from collections.abc import Sequence

from django import forms
from django.conf import settings
from django.core.validators import validate_slug
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.operations.casetypes.models import Service
from gensvar.screens.setup.forms.settings import Part, SettingsForm, text


class ClientForm(SettingsForm):
    PARTS: Sequence[Part] = (
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
    services = forms.MultipleChoiceField(
        label=_("Services agreed on"),
        choices=Service,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Each brings a case type with its fields and stages, to be changed at will."),
    )
    with_areas = forms.BooleanField(
        label=_("Begin with the 24 service areas of a municipality"), required=False
    )
    field_order = ("code",)
    PARTS = (*ClientForm.PARTS, (_("What it begins with"), ("services", "with_areas")))

    def clean_code(self) -> str:
        return str(self.cleaned_data["code"]).lower()
