from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.events import Event
from gensvar.foundation.integrations.actions.tokens import known_scopes
from gensvar.foundation.people.models import SignInProvider
from gensvar.foundation.people.rules import Role
from gensvar.screens.setup.forms.people import ROLES
from gensvar.screens.setup.forms.settings import Named, SettingsForm, text

DAY = forms.DateInput(attrs={"type": "date"})


def client_choice(label: Any, empty: Any) -> Named:
    return Named(queryset=Client.objects.none(), label=label, required=False, empty_label=empty)


class OfClients(SettingsForm):
    """A form whose client is one of those within reach, or, for some, all."""

    def __init__(self, *args: Any, clients: Any, is_everywhere: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        field: Any = self.fields["client"]
        field.queryset = clients
        if not is_everywhere:
            field.required, field.empty_label = True, None


class TokenForm(OfClients):
    name = text(_("What it is for"), help=_("Such as “the e-service for building permits”."))
    client = client_choice(_("At"), _("Every client, also those to come"))
    scopes = forms.MultipleChoiceField(
        label=_("What it may do"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("“read” only looks, “write” also changes, “all” is everything."),
        error_messages={"required": _("Choose at least one.")},
    )
    last_day = forms.DateField(
        label=_("Last day"),
        required=False,
        widget=DAY,
        help_text=_("Empty: until it is revoked."),
        error_messages={"invalid": _("Write the day as year-month-day, such as 2026-12-31.")},
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        scopes: Any = self.fields["scopes"]
        scopes.choices = [(scope, scope) for scope in known_scopes()]

    @property
    def expires(self) -> datetime | None:
        day = self.cleaned_data.get("last_day")
        if day is None:
            return None
        return datetime.combine(day, time.max, tzinfo=timezone.get_default_timezone())


class WebhookForm(OfClients):
    client = client_choice(_("Events of"), _("Every client"))
    url = text(_("Address"), 500, help=_("https:// and reachable from here."))
    events = forms.MultipleChoiceField(
        label=_("Which events"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen: every one. What is sent are numbers, never names or words."),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        names = sorted(name for name in Event.registry if not name.startswith("integrations."))
        events: Any = self.fields["events"]
        events.choices = [(name, name) for name in names]


class ProviderForm(OfClients):
    PARTS = (
        (_("The provider"), ("kind", "slug", "name", "client")),
        (_("With OpenID Connect"), ("server_url", "identifier", "secret")),
        (_("With SAML"), ("entity_id", "sso_url", "x509cert")),
        (_("Who comes in"), ("email_domains", "vouches_for_email", "first_role")),
        (_("Second factor"), ("counts_as_second_factor",)),
    )
    name = text(_("Words on the button"), 80, help=_("Such as “Exempelby's directory”."))
    client = client_choice(_("Agents of"), _("Every client"))
    server_url = forms.URLField(
        label=_("Issuer's address"), required=False, max_length=500, assume_scheme="https"
    )
    identifier = text(_("What they call us (client id)"), 200, required=False)
    secret = text(
        _("Secret"),
        500,
        required=False,
        help=_("Empty: the one that is there stays."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    entity_id = text(_("What they call themselves (entity id)"), 500, required=False)
    sso_url = forms.URLField(
        label=_("Where one signs in (SSO address)"),
        required=False,
        max_length=500,
        assume_scheme="https",
    )
    x509cert = forms.CharField(
        label=_("Their certificate"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        help_text=_("As text; it proves that an answer is theirs."),
    )
    email_domains = text(
        _("Mail domains it answers for"),
        500,
        required=False,
        help=_("With commas between: exempelby.example. Agents are known by their address there."),
    )
    vouches_for_email = forms.BooleanField(
        label=_("Its addresses are checked although it does not say so"), required=False
    )
    counts_as_second_factor = forms.BooleanField(
        label=_("It asks for two factors itself, so we do not"), required=False
    )
    first_role = forms.ChoiceField(
        label=_("Whoever comes for the first time"),
        required=False,
        choices=[
            ("", _("is turned away")),
            *[(key, label) for key, label in ROLES if key != Role.ADMINISTRATOR],
        ],
        help_text=_("An account is opened with this role. It needs a client."),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("first_role") and not given.get("client"):
            self.add_error("client", _("Choose for which client the first role is."))
        return given

    def clean_email_domains(self) -> str:
        parts = str(self.cleaned_data["email_domains"]).lower().replace(",", " ").split()
        return ", ".join(part.lstrip("@") for part in parts)

    def settings(self, kind: str) -> dict[str, Any]:
        """Return the settings under the names that the provider has for them."""
        given = dict(self.cleaned_data)
        idp = {name: given.pop(name) for name in ("entity_id", "sso_url", "x509cert")}
        server = given.pop("server_url")
        domains = given.pop("email_domains").split(", ")
        is_saml = kind == SignInProvider.Kind.SAML
        told = {"idp": idp} if is_saml else {"server_url": server}
        return given | {"email_domains": [part for part in domains if part], "settings": told}


def provider_initial(provider: SignInProvider) -> dict[str, Any]:
    """Return a provider as its form shows it."""
    plain = ("name", "identifier", "vouches_for_email", "counts_as_second_factor", "first_role")
    idp = provider.settings.get("idp", {})
    return {
        **{name: getattr(provider, name) for name in plain},
        **{name: idp.get(name, "") for name in ("entity_id", "sso_url", "x509cert")},
        "server_url": provider.settings.get("server_url", ""),
        "email_domains": ", ".join(provider.email_domains),
        "client": provider.client_id,
    }


class NewProviderForm(ProviderForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=SignInProvider.Kind, widget=forms.RadioSelect)
    slug = forms.SlugField(
        label=_("Short name"),
        max_length=40,
        help_text=_("In the addresses that they are told. It never changes."),
        error_messages={
            "required": _("Write a short name."),
            "invalid": _("Use only the letters a–z, figures and hyphens."),
        },
    )
