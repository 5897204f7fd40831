from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.channels.chat.models import ChatSettings
from gensvar.channels.chat.rules import site_of
from gensvar.screens.setup.forms.settings import SettingsForm, text


class ChatForm(SettingsForm):
    PARTS = (
        (_("Chat"), ("is_on",)),
        (_("Where it stands"), ("sites",)),
        (_("What it says first"), ("greeting", "greeting_en")),
    )
    is_on = forms.BooleanField(label=_("Chat is on"), required=False)
    sites = forms.CharField(
        label=_("Sites that may carry it"),
        required=False,
        max_length=8_000,
        help_text=_(
            "One on each line, such as https://www.exempelby.se. Your own portal needs no line."
        ),
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
    )
    greeting = text(_("Greeting"), 400, required=False)
    greeting_en = text(_("Greeting in English"), 400, required=False)

    def clean_sites(self) -> str:
        written = [line.strip() for line in str(self.cleaned_data["sites"]).splitlines()]
        sites = []
        for line in filter(None, written):
            site = site_of(line)
            if site is None:
                raise forms.ValidationError(
                    _("“%(site)s” is no address of a site."), params={"site": line[:80]}
                )
            sites.append(site)
        return "\n".join(dict.fromkeys(sites))

    def settings(self) -> dict[str, Any]:
        """Return the settings, the sites as a list."""
        return {**self.cleaned_data, "sites": str(self.cleaned_data["sites"]).split()}


def initial_of(decided: ChatSettings) -> dict[str, Any]:
    """Return what is decided as its form shows it."""
    return {
        "is_on": decided.is_on,
        "sites": "\n".join(decided.sites),
        "greeting": decided.greeting,
        "greeting_en": decided.greeting_en,
    }
