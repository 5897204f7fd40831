from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group
from gensvar.screens.setup.forms.settings import Named, SettingsForm, text


class ListForm(SettingsForm):
    name = text(_("Name"), 80, help=_("Whom it is for, such as the unit that has the cases."))


class StandingForm(SettingsForm):
    """A group or a person: one of them."""

    group = Named(
        queryset=Group.objects.none(),
        label=_("Everybody in a group"),
        named="code",
        required=False,
        empty_label=_("No group"),
    )
    agent = Named(
        queryset=Agent.objects.none(),
        label=_("Or one person"),
        required=False,
        empty_label=_("Nobody"),
    )

    def __init__(self, *args: Any, client: Client, **more: Any) -> None:
        super().__init__(*args, **more)
        groups = Group.objects.filter(client=client, closed_at=None)
        self.fields["group"].queryset = groups.order_by("code")  # type: ignore[attr-defined]
        works_here = Q(grants__client=client) | Q(grants__client__isnull=True, grants__isnull=False)
        people = Agent.objects.filter(works_here, is_active=True).distinct()
        self.fields["agent"].queryset = people.order_by("name")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if bool(given.get("group")) == bool(given.get("agent")):
            raise forms.ValidationError(_("Choose a group or a person, one of them."))
        return given
