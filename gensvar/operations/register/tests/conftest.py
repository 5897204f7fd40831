from typing import Any

import pytest

from conftest import NOON
from gensvar.foundation.people.models import Group
from gensvar.operations.register.actions import (
    Described,
    add_place,
    add_service_type,
    entrust,
)
from gensvar.operations.register.models import Hours

SINCE = NOON.date().replace(month=1, day=1)


@pytest.fixture
def drift(exempelby: Any) -> Group:
    return Group.objects.create(client=exempelby, code="DRIFT-NORR", name="Drift norr")


@pytest.fixture
def jour(exempelby: Any) -> Group:
    return Group.objects.create(client=exempelby, code="JOUR-1", name="Fastighetsjouren")


@pytest.fixture
def heat(exempelby: Any) -> Any:
    return add_service_type(exempelby, name="Värme", by=None, at=NOON)


@pytest.fixture
def norrskolan(exempelby: Any, heat: Any, drift: Any, jour: Any) -> Any:
    """FAST-17, with one group at office hours and another on duty."""
    place = add_place(
        exempelby,
        Described(
            code="FAST-17", name="Norrskolan", valid_from=SINCE, address="Skolgatan 8, Exempelby"
        ),
        by=None,
        at=NOON,
    )
    for hours, group in ((Hours.OFFICE, drift), (Hours.DUTY, jour)):
        entrust(place, group, service=heat, hours=hours, valid_from=SINCE, by=None, at=NOON)
    return place


@pytest.fixture
def gym(exempelby: Any, norrskolan: Any) -> Any:
    return add_place(
        exempelby,
        Described(
            code="FAST-17-G",
            name="Idrottshallen",
            kind="building",
            parent=norrskolan,
            valid_from=SINCE,
        ),
        by=None,
        at=NOON,
    )


@pytest.fixture
def stray(exempelby: Any) -> Any:
    """FAST-99, for which nobody is named."""
    return add_place(
        exempelby,
        Described(code="FAST-99", name="Gamla mejeriet", valid_from=SINCE),
        by=None,
        at=NOON,
    )
