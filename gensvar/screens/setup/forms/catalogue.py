from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Group
from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.knowledge.models import IdentityLevel, ServiceArea, Subject
from gensvar.operations.knowledge.rules import ANSWER_DAYS, text_of
from gensvar.screens.setup.forms.settings import Named, SettingsForm, text

MOST_BYTES = 2 * 2**20


class AreaForm(SettingsForm):
    name = text(_("Name"))
    department = text(_("Department"))
    position = forms.IntegerField(
        label=_("Place in the order"),
        min_value=0,
        max_value=30_000,
        help_text=_("On the portal; areas in the same place stand by name."),
    )


class SubjectForm(SettingsForm):
    name = text(_("Name"), help=_("As customers say it. Statistics count by it."))
    area = Named(queryset=ServiceArea.objects.none(), label=_("Service area"), empty_label=None)
    group = Named(
        queryset=Group.objects.none(),
        label=_("Answer group"),
        required=False,
        named="code",
        empty_label=_("None: the front desk decides each time"),
    )
    case_type = Named(
        queryset=CaseType.objects.none(),
        label=_("Case type"),
        required=False,
        empty_label=_("The client's default"),
    )
    tier = forms.TypedChoiceField(
        label=_("Who answers"), choices=Subject.Tier, coerce=int, widget=forms.RadioSelect
    )
    answer_days = forms.IntegerField(
        label=_("Answered within, working days"),
        min_value=1,
        max_value=600,
        initial=ANSWER_DAYS,
        help_text=_("A department that has not finished by then gets an alarm, and its manager."),
    )
    is_public = forms.BooleanField(
        label=_("Shown to customers"),
        required=False,
        help_text=_("Customers may choose it on the portal."),
    )
    access = Named(
        queryset=AccessList.objects.none(),
        label=_("Confidential: only for the access list"),
        required=False,
        empty_label=_("Not confidential"),
    )
    identity_level = forms.TypedChoiceField(
        label=_("How surely we must know who asks"), choices=IdentityLevel, coerce=int
    )

    def __init__(self, *args: Any, client: Client, **more: Any) -> None:
        super().__init__(*args, **more)
        area: Any = self.fields["area"]
        area.queryset = ServiceArea.objects.filter(client=client).order_by("name")
        case_type: Any = self.fields["case_type"]
        types = CaseType.objects.filter(client=client).order_by("pk")
        held = Q(retired_at=None) | Q(pk=self.initial.get("case_type"))
        case_type.queryset = types.filter(held)
        access: Any = self.fields["access"]
        access.queryset = AccessList.objects.filter(client=client).order_by("name")
        group: Any = self.fields["group"]
        group.queryset = Group.objects.filter(client=client, closed_at=None).order_by("code")


class ImportForm(SettingsForm):
    """A table as a file; once read, its text travels with the page until it is brought in."""

    file = forms.FileField(
        label=_("File"),
        error_messages={"required": _("Choose a file with a table in it.")},
        help_text=_("CSV, at most 2 MB. Take out the list first to see how it is laid out."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,text/csv"}),
    )
    table = forms.CharField(
        label=_("The table"), required=False, strip=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["file"].required = not self.data.get("table", "").strip()

    def clean(self) -> dict[str, Any]:
        file = self.cleaned_data.get("file")
        if file is not None and file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 2 MB. Divide it."))
        if file is not None:
            self.cleaned_data["table"] = text_of(file.read())
        if "file" not in self.errors and not self.cleaned_data.get("table", "").strip():
            raise forms.ValidationError(_("Choose a file with a table in it."))
        # What counts is what stands in it, not under which name it came; and a browser sends
        # back other line ends than it got.
        lines = self.cleaned_data["table"].replace("\r\n", "\n").replace("\r", "\n")
        self.cleaned_data["table"] = lines.strip("\n")
        self.cleaned_data["file"] = None
        return self.cleaned_data
