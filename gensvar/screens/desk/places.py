"""Choose a place of the register by what somebody types: its code, its name or its address."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from gensvar.operations.cases.models import Case, CasePlace
from gensvar.operations.register.models import Place, ServiceType
from gensvar.operations.register.queries.answering import Answering, who_answers
from gensvar.operations.register.queries.finding import find_places
from gensvar.operations.register.queries.importing import services_of

MOST_OFFERED = 8
# Nobody plans further ahead; what is further away is a slip of the fingers.
FARTHEST = timedelta(days=731)


@dataclass(frozen=True)
class Located:
    """Where a case is, and who answers there just now."""

    place: Place
    service: ServiceType | None
    answering: Answering
    # The case is not with that group yet.
    can_be_given: bool


def located(case: Case, *, at: datetime) -> Located | None:
    """Return the place of a case; costs nothing for a case without one that was read with it."""
    row: CasePlace | None = getattr(case, "located", None)
    if row is None:
        return None
    row.place.client = case.client
    answering = who_answers(row.place, service=row.service, at=at)
    is_there = answering.group is not None and case.group_id == answering.group.pk
    can_be_given = not case.is_closed and answering.group is not None and not is_there
    return Located(row.place, row.service, answering, can_be_given)


def matches(typed: str, *, client: int) -> list[Place]:
    """Return the one place of exactly that code, else all that match."""
    found = find_places(typed, clients=[client], on=localdate(), most=MOST_OFFERED)
    exact = [one for one in found if one.code.lower() == typed.strip().lower()]
    return exact or found


class WhereForm(forms.Form):
    """Where something is, and what it is about there."""

    place = forms.CharField(
        label=_("Place"),
        max_length=120,
        help_text=_("Code, name or address; a slip of the fingers does no harm."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    service = forms.ModelChoiceField(
        label=_("Service"),
        queryset=ServiceType.objects.none(),
        required=False,
        empty_label=_("Not said"),
    )

    def __init__(self, *args: Any, case: Case, **more: Any) -> None:
        super().__init__(*args, **more)
        self.case = case
        self.offered: list[Place] = []
        service: Any = self.fields["service"]
        service.queryset = services_of(case.client)

    def clean_place(self) -> Place:
        typed = self.data.get("chosen") or self.cleaned_data["place"]
        found = matches(str(typed), client=self.case.client_id)
        if len(found) == 1:
            return found[0]
        self.offered = found
        raise forms.ValidationError(several(found))


class WhenForm(forms.Form):
    """At which moment somebody asks who answers; without one, just now."""

    nar = forms.DateTimeField(
        required=False,
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
        error_messages={"invalid": _("Write day and time, such as 2026-05-04 13:30.")},
    )

    def __init__(self, *args: Any, at: datetime, **more: Any) -> None:
        super().__init__(*args, **more)
        self.now = at

    def clean_nar(self) -> datetime | None:
        asked: datetime | None = self.cleaned_data["nar"]
        if asked is not None and abs(asked - self.now) > FARTHEST:
            raise forms.ValidationError(_("That is more than two years away."))
        return asked

    @property
    def asked(self) -> datetime | None:
        return self.cleaned_data.get("nar") if self.is_valid() else None


def several(found: list[Place]) -> str:
    if not found:
        return _now("The register has no such place. Write another word, or fewer.")
    return _now("Several places match. Choose one of them.")
