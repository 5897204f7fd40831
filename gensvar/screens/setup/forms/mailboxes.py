from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.channels.mail.models import Mailbox, Pickup
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Group
from gensvar.operations.knowledge.models import Subject
from gensvar.screens.setup.forms.settings import Named, SettingsForm, address, text

KEPT = _("Empty: the one that is there stays.")


class MailboxForm(SettingsForm):
    PARTS = (
        (_("The mailbox"), ("address", "name", "is_paused")),
        (_("Where its mail goes"), ("group", "subject")),
        (_("What it sends"), ("sends_receipts", "takes_tags")),
        (_("When nothing comes"), ("gap_hours",)),
    )
    name = text(_("Name in what we send"), required=False, help=_("Empty: the client's own name."))
    is_paused = forms.BooleanField(
        label=_("Paused"),
        required=False,
        help_text=_("Nothing is fetched, and mail handed to us is turned away for now."),
    )
    group = Named(
        queryset=Group.objects.none(), label=_("Answer group"), required=False, named="code"
    )
    subject = Named(queryset=Subject.objects.none(), label=_("Subject"), required=False)
    sends_receipts = forms.BooleanField(label=_("Sends receipts"), required=False)
    takes_tags = forms.BooleanField(
        label=_("Mail to name+anything reaches it"),
        required=False,
        help_text=_("Then an answer always finds its case, and a bounce its message."),
    )
    gap_hours = forms.IntegerField(
        label=_("Alarm when nothing has come for"),
        required=False,
        min_value=1,
        max_value=24 * 60,
        help_text=_("Empty: never."),
        error_messages={
            "min_value": _("Write at least one hour, or leave it empty."),
            "max_value": _("Write at most 1,440 hours."),
            "invalid": _("Write a whole number of hours."),
        },
    )

    def __init__(self, *args: Any, client: Client, **more: Any) -> None:
        super().__init__(*args, **more)
        group: Any = self.fields["group"]
        group.queryset = Group.objects.filter(client=client, closed_at=None).order_by("code")
        subject: Any = self.fields["subject"]
        subject.queryset = Subject.objects.filter(client=client, retired_at=None).order_by("name")
        gap: Any = self.fields["gap_hours"]
        gap.unit = _("hours")
        gap.is_short = True

    def settings(self) -> dict[str, Any]:
        """Return the settings under the names that the mailbox has for them."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "gap_hours"}
        hours = self.cleaned_data["gap_hours"]
        return given | {"usual_gap": timedelta(hours=hours) if hours else None}


class NewMailboxForm(MailboxForm):
    address = address(_("Address"))
    field_order = ("address",)


class PickupForm(SettingsForm):
    """How mail is fetched from a mailbox elsewhere."""

    PARTS = (
        (_("The server"), ("host", "port", "security", "is_certificate_checked", "folder")),
        (_("How we sign in"), ("user", "sign_in", "secret")),
        (_("With OAuth 2"), ("token_endpoint", "oauth_client_id", "oauth_scope", "refresh_token")),
        (_("What happens to mail that is fetched"), ("afterwards", "moved_to", "since")),
    )
    host = text(_("Server"), 255)
    port = forms.IntegerField(label=_("Port"), min_value=1, max_value=65_535)
    security = forms.ChoiceField(
        label=_("Encryption"), choices=Pickup.Security, widget=forms.RadioSelect
    )
    is_certificate_checked = forms.BooleanField(
        label=_("Check the server's certificate"),
        required=False,
        help_text=_("Off only for a server of your own whose certificate nobody has signed."),
    )
    folder = text(_("Folder"), 255)
    user = text(_("User"), 254)
    sign_in = forms.ChoiceField(
        label=_("Way of signing in"), choices=Pickup.SignIn, widget=forms.RadioSelect
    )
    secret = text(
        _("Password or client secret"),
        4_000,
        required=False,
        help=KEPT,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    token_endpoint = forms.URLField(
        label=_("Address that gives tokens"), required=False, max_length=500, assume_scheme="https"
    )
    oauth_client_id = text(_("Client id"), 255, required=False)
    oauth_scope = text(_("Scope"), 500, required=False)
    refresh_token = text(
        _("Refresh token"),
        4_000,
        required=False,
        help=KEPT,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    afterwards = forms.ChoiceField(
        label=_("On their server"), choices=Pickup.Afterwards, widget=forms.RadioSelect
    )
    moved_to = text(_("Folder it is moved to"), 255, required=False)
    since = forms.DateField(
        label=_("Only mail from this day on"), widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, *args: Any, has_secret: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        self._has_secret = has_secret
        port: Any = self.fields["port"]
        port.is_short = True

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("secret") and not self._has_secret:
            self.add_error("secret", _("Write the password or secret that lets us in."))
        if given.get("sign_in") == Pickup.SignIn.OAUTH and not given.get("token_endpoint"):
            self.add_error("token_endpoint", _("With OAuth 2, say where tokens are given."))
        if given.get("afterwards") == Pickup.Afterwards.MOVE and not given.get("moved_to"):
            self.add_error("moved_to", _("Say which folder mail is moved to."))
        return given

    def settings(self) -> dict[str, Any]:
        """Return the settings; secrets left empty are left as they are."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if value or name not in {"secret", "refresh_token"}
        }


def initial_of(mailbox: Mailbox) -> dict[str, Any]:
    """Return a mailbox as its form shows it."""
    plain = ("name", "is_paused", "sends_receipts", "takes_tags")
    gap = mailbox.usual_gap
    return {name: getattr(mailbox, name) for name in plain} | {
        "group": mailbox.group_id,
        "subject": mailbox.subject_id,
        "gap_hours": round(gap.total_seconds() / 3600) if gap else None,
    }
