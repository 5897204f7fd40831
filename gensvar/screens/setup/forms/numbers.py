from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.channels.sms.models import Number
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Group
from gensvar.operations.customers.rules import normal_phone
from gensvar.operations.knowledge.models import Subject
from gensvar.screens.setup.forms.settings import Named, SettingsForm, text

PLAIN = ("user", "group", "subject", "sends_receipts", "is_paused")


class NumberForm(SettingsForm):
    PARTS = (
        (_("The number"), ("number", "is_paused")),
        (_("How we are let in at 46elks"), ("user", "secret")),
        (_("Where its messages go"), ("group", "subject")),
        (_("What it sends"), ("sends_receipts",)),
    )
    is_paused = forms.BooleanField(
        label=_("Paused"), required=False, help_text=_("Nothing is sent from it.")
    )
    user = text(_("API user name"))
    secret = text(
        _("API password"),
        200,
        required=False,
        help=_("Empty: the one that is there stays."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    group = Named(
        queryset=Group.objects.none(), label=_("Answer group"), required=False, named="code"
    )
    subject = Named(queryset=Subject.objects.none(), label=_("Subject"), required=False)
    sends_receipts = forms.BooleanField(label=_("Sends receipts"), required=False)

    def __init__(self, *args: Any, client: Client, **more: Any) -> None:
        super().__init__(*args, **more)
        group: Any = self.fields["group"]
        group.queryset = Group.objects.filter(client=client, closed_at=None).order_by("code")
        subject: Any = self.fields["subject"]
        subject.queryset = Subject.objects.filter(client=client, retired_at=None).order_by("name")

    def settings(self) -> dict[str, Any]:
        """Return the settings; a password left empty is left as it is."""
        given = self.cleaned_data
        return {name: value for name, value in given.items() if value or name != "secret"}


class NewNumberForm(NumberForm):
    number = text(_("Phone number"), 40, help=_("As +46701111111, or as it is dialled here."))
    field_order = ("number",)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["secret"].help_text = ""

    def clean_number(self) -> str:
        number = normal_phone(str(self.cleaned_data["number"]))
        if number is None:
            raise forms.ValidationError(_("Write a phone number, such as +46701111111."))
        return number

    def clean_secret(self) -> str:
        if not self.cleaned_data["secret"]:
            raise forms.ValidationError(_("Write the password that lets us in."))
        return str(self.cleaned_data["secret"])


def initial_of(number: Number) -> dict[str, Any]:
    """Return a number as its form shows it."""
    return {name: getattr(number, name) for name in PLAIN} | {
        "group": number.group_id,
        "subject": number.subject_id,
    }
