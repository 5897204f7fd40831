from collections.abc import Callable
from typing import Any

import pytest

from conftest import NOON
from gensvar.operations.batches.actions import ask, confirm, go_on
from gensvar.operations.batches.models import Batch
from gensvar.operations.batches.rules import Act
from gensvar.operations.cases.actions import open_case


@pytest.fixture
def five(exempelby: Any, eva: Any) -> list[Any]:
    """Five cases of Eva's that nobody has taken."""
    return [
        open_case(exempelby, title=f"Grop {place}", channel="phone", customer=eva, at=NOON)
        for place in range(5)
    ]


@pytest.fixture
def shown(ada: Any) -> Callable[..., Batch]:
    """Ask for an act on some cases, and have it shown what it would do."""

    def asked(act: Act, cases: Any, *, by: Any = None, **details: Any) -> Batch:
        chosen = [(case.pk, case.client_id) for case in cases]
        batch = ask(act, details, chosen, by=by or ada, at=NOON)
        go_on(batch, at=lambda: NOON)
        return Batch.objects.get(pk=batch.pk)

    return asked


@pytest.fixture
def done(shown: Callable[..., Batch], ada: Any) -> Callable[..., Batch]:
    """Ask for an act on some cases, confirm it, and have it done."""

    def acted(act: Act, cases: Any, *, by: Any = None, **details: Any) -> Batch:
        batch = shown(act, cases, by=by, **details)
        confirm(batch, by=by or ada, at=NOON)
        go_on(batch, at=lambda: NOON)
        return Batch.objects.get(pk=batch.pk)

    return acted
