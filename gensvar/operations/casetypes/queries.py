"""The case types of clients, with their templates, in one query however many they are."""

from collections.abc import Iterable

from django.db.models import F, QuerySet

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.answer_times import AnswerTime
from gensvar.operations.casetypes.models import CaseType, TypeVersion


def case_types(clients: Iterable[int], *, with_retired: bool = False) -> list[CaseType]:
    """Return the case types of some clients, the default first, then by name."""
    rows = TypeVersion.objects.filter(
        number=F("case_type__version"), case_type__client__in=list(clients)
    )
    if not with_retired:
        rows = rows.filter(case_type__retired_at=None)
    return sorted(with_templates(rows), key=_place)


def case_types_named(keys: Iterable[int]) -> dict[int, CaseType]:
    """Return some case types by key."""
    wanted = set(keys)
    if not wanted:
        return {}
    rows = TypeVersion.objects.filter(number=F("case_type__version"), case_type__in=wanted)
    return {one.pk: one for one in with_templates(rows)}


def answer_times(client: Client) -> list[AnswerTime]:
    """Return in how many working days the types that say so are answered."""
    times = [AnswerTime(one.template.answer_days, str(one)) for one in case_types([client.pk])]
    return [one for one in times if one.days]


def with_templates(rows: "QuerySet[TypeVersion]") -> list[CaseType]:
    """Return the case types of these versions, each knowing its template."""
    found = []
    for version in rows.select_related("case_type__client"):
        case_type = version.case_type
        case_type._template = version.template
        found.append(case_type)
    return found


def _place(case_type: CaseType) -> tuple[bool, bool, str]:
    name = case_type.template.name.sv.lower()
    return case_type.retired_at is not None, not case_type.is_default, name
