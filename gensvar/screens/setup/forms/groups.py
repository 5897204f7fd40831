from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group, Membership
from gensvar.screens.setup.forms.settings import Named, SettingsForm, address, text


class GroupForm(SettingsForm):
    PARTS = (
        (_("The group"), ("code", "name", "department", "is_front")),
        (_("Who answers for it"), ("email", "manager")),
    )
    code = text(_("Code"), 20, help=_("Short, as colleagues say it: TEK-GATA."))
    name = text(_("Name"))
    department = text(_("Department"), required=False)
    is_front = forms.BooleanField(
        label=_("Front desk"),
        required=False,
        help_text=_("Takes what comes in first, and what a department gives back."),
    )
    email = address(
        _("Mail address"),
        required=False,
        help=_("Told when a case is handed over. Nothing about the customer is in that mail."),
    )
    manager = Named(
        queryset=Agent.objects.none(), label=_("Manager"), required=False, empty_label=_("Nobody")
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        people = Agent.objects.filter(is_active=True, is_service=False)
        self.fields["manager"].queryset = people.order_by("name")  # type: ignore[attr-defined]

    def clean_code(self) -> str:
        return str(self.cleaned_data["code"]).strip().upper()


class ClosingForm(SettingsForm):
    """Where everything goes that the group has."""

    to = Named(queryset=Group.objects.none(), label=_("Everything goes to"), named="code")

    def __init__(self, *args: Any, group: Group, **more: Any) -> None:
        super().__init__(*args, **more)
        others = Group.objects.filter(client=group.client, closed_at=None).exclude(pk=group.pk)
        self.fields["to"].queryset = others.order_by("code")  # type: ignore[attr-defined]


class MemberForm(SettingsForm):
    agent = Named(queryset=Agent.objects.none(), label=_("Person"))

    def __init__(self, *args: Any, client: Client, group: Group, **more: Any) -> None:
        super().__init__(*args, **more)
        people = Agent.objects.filter(is_active=True, is_service=False)
        # Whoever works for this client, for all, or has no role yet.
        there = Q(grants=None) | Q(grants__client=client) | Q(grants__client__isnull=True)
        inside = Membership.objects.filter(group=group, until=None).values("agent")
        theirs = people.filter(there).exclude(pk__in=inside).distinct()
        self.fields["agent"].queryset = theirs.order_by("name")  # type: ignore[attr-defined]
