from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.channels.social.actions.joining import NoSuchServer, normal_server
from gensvar.channels.social.models import Account
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Group
from gensvar.operations.knowledge.models import Subject
from gensvar.screens.setup.forms.settings import Named, SettingsForm, text

LONGEST_KEPT = 3_650


class AccountForm(SettingsForm):
    PARTS = (
        (_("The account"), ("network", "handle", "is_paused")),
        (_("Where its posts go"), ("group", "subject")),
        (_("How long they are kept"), ("keep_days",)),
    )
    is_paused = forms.BooleanField(
        label=_("Paused"), required=False, help_text=_("No post is taken in.")
    )
    group = Named(
        queryset=Group.objects.none(), label=_("Answer group"), required=False, named="code"
    )
    subject = Named(queryset=Subject.objects.none(), label=_("Subject"), required=False)
    keep_days = forms.IntegerField(
        label=_("Days from when a post was written"),
        min_value=1,
        max_value=LONGEST_KEPT,
        help_text=_("Stands on each post that comes from now on, as a date."),
    )

    def __init__(self, *args: Any, client: Client, **more: Any) -> None:
        super().__init__(*args, **more)
        group: Any = self.fields["group"]
        group.queryset = Group.objects.filter(client=client, closed_at=None).order_by("code")
        subject: Any = self.fields["subject"]
        subject.queryset = Subject.objects.filter(client=client, retired_at=None).order_by("name")


class NewAccountForm(AccountForm):
    network = forms.ChoiceField(label=_("Network"), choices=Account.Network.choices)
    handle = text(_("Account name"), 200, help=_("As people see it, such as @exempelby."))
    field_order = ("network", "handle")


class JoinForm(SettingsForm):
    """How an account's network lets us in."""

    server = text(_("Server"), 300, help=_("As https://social.example."))
    token = text(
        _("Access token"),
        500,
        required=False,
        help=_("Empty: the one that is there stays."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, has_token: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        self._has_token = has_token
        if not has_token:
            self.fields["token"].help_text = _(
                "On the server: Preferences, Development, New application, with the scopes "
                "profile, read:notifications, read:statuses and write:statuses."
            )

    def clean_token(self) -> str:
        token = str(self.cleaned_data["token"])
        if not token and not self._has_token:
            raise forms.ValidationError(_("Write the token that lets us in."))
        if not token.isascii() or set(token) & set(" \t\r\n"):
            raise forms.ValidationError(_("That is no token: it has no spaces, and only ASCII."))
        return token

    def clean_server(self) -> str:
        try:
            return normal_server(str(self.cleaned_data["server"]))
        except NoSuchServer as refusal:
            raise forms.ValidationError(refusal.words()) from refusal


def initial_of(account: Account) -> dict[str, Any]:
    """Return an account as its form shows it."""
    return {
        "is_paused": account.is_paused,
        "keep_days": account.keep_days,
        "group": account.group_id,
        "subject": account.subject_id,
    }
