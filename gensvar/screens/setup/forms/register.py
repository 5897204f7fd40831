from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Group
from gensvar.operations.register.actions import Described
from gensvar.operations.register.models import Hours, Place, PlaceKind, ServiceType
from gensvar.operations.register.queries.importing import services_of
from gensvar.screens.setup.forms.settings import Named, SettingsForm, text


def _day(label: Any, *, required: bool = True, help: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=required,
        help_text=help,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
        error_messages={
            "required": _("Write a day, such as 2026-05-04."),
            "invalid": _("Write a day, such as 2026-05-04."),
        },
    )


class PlaceForm(SettingsForm):
    code = text(pgettext_lazy("place", "Code"), 40, help=_("As people write it, such as FAST-17."))
    name = text(_("Name"))
    kind = forms.ChoiceField(label=_("Kind"), choices=PlaceKind)
    parent = forms.CharField(
        label=_("Part of"),
        required=False,
        max_length=40,
        help_text=_("The code of the place that it lies within; whoever answers there does here."),
    )
    address = text(_("Address"), 200, required=False)
    valid_from = _day(_("In the register from"))
    valid_until = _day(
        _("Until"), required=False, help=_("The first day on which it is there no longer.")
    )

    def __init__(self, *args: Any, client: Client, **more: Any) -> None:
        super().__init__(*args, **more)
        self._client = client

    def clean_parent(self) -> str:
        code = str(self.cleaned_data["parent"]).strip()
        if code and self._named(code) is None:
            raise forms.ValidationError(_("There is no place with that code."))
        return code

    def _named(self, code: str) -> Place | None:
        return Place.objects.filter(client=self._client, code__iexact=code).first()

    def described(self, given: dict[str, Any]) -> Described:
        parent = self._named(given["parent"]) if given["parent"] else None
        return Described(**{**given, "parent": parent})


class ResponsibleForm(SettingsForm):
    group = Named(queryset=Group.objects.none(), label=_("Group"), named="code")
    service = Named(
        queryset=ServiceType.objects.none(),
        label=_("Service"),
        required=False,
        empty_label=_("Every service that nobody else is named for"),
    )
    hours = forms.ChoiceField(label=_("When"), choices=Hours, required=False)
    valid_from = _day(_("From"), help=_("Whoever answers until then does so no longer."))

    def __init__(self, *args: Any, client: Client, **more: Any) -> None:
        super().__init__(*args, **more)
        group: Any = self.fields["group"]
        group.queryset = Group.objects.filter(client=client, closed_at=None).order_by("code")
        service: Any = self.fields["service"]
        service.queryset = services_of(client)


class EndsForm(SettingsForm):
    on = _day(_("From"), help=_("The first day on which the group answers no longer."))


class ServiceForm(SettingsForm):
    name = text(_("Name"), 60, help=_("Such as heating or electricity."))


class FallbackForm(SettingsForm):
    group = Named(queryset=Group.objects.none(), label=_("Group"), named="code")

    def __init__(self, *args: Any, client: Client, **more: Any) -> None:
        super().__init__(*args, **more)
        group: Any = self.fields["group"]
        group.queryset = Group.objects.filter(client=client, closed_at=None).order_by("code")
