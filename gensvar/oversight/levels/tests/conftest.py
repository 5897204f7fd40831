from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from conftest import NOON
from gensvar.operations.cases.actions import locate, open_case
from gensvar.operations.casetypes.actions import add_type
from gensvar.operations.register.actions import Described, add_place, add_service_type
from gensvar.operations.workorders.models import Material, WorkOrder, WorkTime

TODAY = NOON.date()


@pytest.fixture
def heat(exempelby: Any) -> Any:
    return add_service_type(exempelby, name="Värme", by=None, at=NOON)


@pytest.fixture
def school(exempelby: Any) -> Any:
    since = TODAY.replace(year=2025)
    described = Described(code="FAST-17", name="Norrskolan", valid_from=since)
    return add_place(exempelby, described, by=None, at=NOON)


@pytest.fixture
def fault(exempelby: Any, school: Any, heat: Any, ada: Any) -> Callable[..., Any]:
    """A case of no heat in the school, some days ago; with what it cost, its order."""

    def reported(*, days_ago: int = 1, cost: int | None = None, **more: Any) -> Any:
        at = NOON - timedelta(days=days_ago)
        case = open_case(exempelby, title="Kallt", channel="phone", at=at, **more)
        locate(case, school, service=heat, by=ada, at=at)
        if cost is not None:
            order(case, school, heat, ada, cost=cost, at=at)
        return case

    return reported


def order(case: Any, place: Any, service: Any, by: Any, *, cost: int, at: Any) -> WorkOrder:
    made = WorkOrder.objects.create(
        client_id=case.client_id,
        number=WorkOrder.objects.count() + 1,
        case=case,
        where=str(place),
        place=place,
        service=service,
        action="Lufta elementen",
        agent=by,
        stage="done",
        promised_at=at + timedelta(days=1),
        finished_at=at + timedelta(hours=3),
        made_by=by,
        made_at=at,
    )
    half = {"order": made, "client_id": case.client_id, "by": by, "at": at}
    WorkTime.objects.create(hours=1, cost=cost - cost // 3, **half)
    Material.objects.create(name="Ventil", quantity=1, price=cost // 3, cost=cost // 3, **half)
    return made


@pytest.fixture
def nine_faults(fault: Any) -> list[Any]:
    """Nine cases of no heat at FAST-17, three of which cost 1 170 kronor each."""
    return [fault(days_ago=n + 1, cost=1_170_00 if n < 3 else None) for n in range(9)]


@pytest.fixture
def wish_type(exempelby: Any, cia: Any) -> Any:
    return add_type(exempelby, "wishes", by=cia, at=NOON)
