"""Which cases have been kept for as long as was decided, and which of them must wait."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils.timezone import make_aware

from gensvar.foundation.agreements.models import Client
from gensvar.operations.cases.models import Case, State
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.casetypes.queries import case_types
from gensvar.operations.casetypes.rules import Disposal
from gensvar.operations.disposal.models import Disposed, Hold
from gensvar.operations.disposal.rules import months_before


@dataclass(frozen=True)
class Planned:
    """What a rule does on a day: how many cases go, and how many wait, and for what.

    `kept_on` counts those past their time whose type has no decision, and `secret` those that are
    confidential while the decision says nothing of such cases.
    """

    case_type: CaseType
    goes: int
    held: int
    secret: int
    kept_on: int


def past_their_time(case_type: CaseType, *, on: date) -> QuerySet[Case]:
    """Return the cases of a type that are as old on a day as it says, and not erased already."""
    months = case_type.template.retention_months
    if not months:
        return Case.objects.none()
    ended = make_aware(datetime.combine(months_before(on, months) + timedelta(days=1), time()))
    erased = Disposed.objects.filter(case=OuterRef("pk"), closed_at=OuterRef("closed_at"))
    done = Case.objects.of_type(case_type).filter(client=case_type.client_id, state=State.CLOSED)
    return done.filter(~Exists(erased), closed_at__lt=ended)


def held() -> Exists:
    return Exists(Hold.objects.filter(case=OuterRef("pk"), ended_at=None))


def to_erase(case_type: CaseType, *, on: date) -> QuerySet[Case]:
    """Return the cases of a type that go on a day."""
    template = case_type.template
    if not template.is_erased_in_time:
        return Case.objects.none()
    going = past_their_time(case_type, on=on).filter(~held())
    return going if template.disposes_confidential else going.filter(access=None)


def planned(client: Client, *, on: date) -> list[Planned]:
    """Return what each case type of a client does on a day, as whoever asks may see it."""
    return [_planned(one, on=on) for one in case_types([client.pk], with_retired=True)]


def _planned(case_type: CaseType, *, on: date) -> Planned:
    template, past = case_type.template, past_their_time(case_type, on=on)
    if not template.is_erased_in_time:
        kept_on = 0 if template.disposal == Disposal.KEEP else past.count()
        return Planned(case_type, goes=0, held=0, secret=0, kept_on=kept_on)
    secret = 0 if template.disposes_confidential else past.exclude(access=None).count()
    return Planned(
        case_type,
        goes=to_erase(case_type, on=on).count(),
        held=past.filter(held()).count(),
        secret=secret,
        kept_on=0,
    )


def cases_going(types: Iterable[CaseType], *, on: date, most: int) -> list[tuple[Case, CaseType]]:
    """Return the cases that go on a day, the longest done first."""
    found = [
        (case, one)
        for one in types
        for case in to_erase(one, on=on).order_by("closed_at", "pk")[:most]
    ]
    return sorted(found, key=lambda pair: (pair[0].closed_at or pair[0].opened_at, pair[0].pk))[
        :most
    ]


def overdue(client: Client, *, at: datetime, on: date) -> int:
    """Return how many cases should have gone before today (K104)."""
    yesterday = on - timedelta(days=1)
    types = case_types([client.pk], with_retired=True)
    return sum(to_erase(one, on=yesterday).count() for one in types)


def hold_on(case: Case) -> Hold | None:
    return Hold.objects.filter(case=case, ended_at=None).select_related("by").first()


def disposed(case: Case) -> Disposed | None:
    """Return how a case was erased, unless it has been opened since."""
    return (
        Disposed.objects.filter(case=case, case__closed_at=F("closed_at"))
        .select_related("protocol", "case_type")
        .first()
    )
