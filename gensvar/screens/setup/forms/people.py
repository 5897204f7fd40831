from datetime import datetime, time
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import ROLE_NAMES, Agent
from gensvar.foundation.people.queries import departments_of
from gensvar.foundation.people.rules import Role
from gensvar.screens.setup.forms.settings import Named, SettingsForm, address, text

DAY = forms.DateInput(attrs={"type": "date"})
ROLES = [(role.value, ROLE_NAMES[role]) for role in Role if role != Role.SERVICE]


class PersonForm(SettingsForm):
    name = text(_("Name"))
    title = text(_("Title"), required=False)
    phone = text(_("Telephone"), 40, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    manager = Named(
        queryset=Agent.objects.none(),
        label=_("Nearest manager"),
        required=False,
        empty_label=_("Nobody"),
    )

    def __init__(self, *args: Any, person: Agent | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        people = Agent.objects.filter(is_active=True, is_service=False)
        if person is not None:
            people = people.exclude(pk=person.pk)
        self.fields["manager"].queryset = people.order_by("name")  # type: ignore[attr-defined]


class NewPersonForm(PersonForm):
    email = address(
        _("Mail address"), help=_("What she or he signs in with. It cannot be changed.")
    )
    field_order = ("name", "email")


class RoleForm(SettingsForm):
    """A role, for one client or all, or one department, until a day or until further notice."""

    role = forms.ChoiceField(label=_("Role"), choices=ROLES)
    client = Named(
        queryset=Client.objects.none(),
        label=_("At"),
        required=False,
        empty_label=_("Every client, also those to come"),
    )
    department = forms.ChoiceField(
        label=_("Department"),
        required=False,
        help_text=_(
            "For roles that see only their own groups, such as a department manager: every group "
            "of the department, also those to come. Empty: the groups she or he leads or is in."
        ),
    )
    last_day = forms.DateField(
        label=_("Last day"),
        required=False,
        widget=DAY,
        help_text=_("Empty: until further notice. An auditor's role always ends."),
        error_messages={"invalid": _("Write the day as year-month-day, such as 2026-12-31.")},
    )

    def __init__(self, *args: Any, clients: Any, is_everywhere: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        field: Any = self.fields["client"]
        field.queryset = clients
        names = departments_of(clients).values_list("department", flat=True)
        department: Any = self.fields["department"]
        department.choices = [("", _("Own groups")), *((name, name) for name in sorted(set(names)))]
        if not is_everywhere:
            # Whoever runs one client gives no role that reaches further.
            field.required, field.empty_label = True, None

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("department") and "client" in given and given["client"] is None:
            self.add_error("client", _("Choose the client that the department belongs to."))
        return given

    @property
    def until(self) -> datetime | None:
        """Return the moment at which the last day is over."""
        day = self.cleaned_data.get("last_day")
        if day is None:
            return None
        return datetime.combine(day, time.max, tzinfo=timezone.get_default_timezone())


class ReviewForm(SettingsForm):
    remarks = forms.CharField(
        label=_("What you found"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What was taken away, and what was left and why."),
        max_length=4_000,
    )
