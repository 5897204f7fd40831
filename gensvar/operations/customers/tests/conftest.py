from datetime import timedelta
from typing import Any

import pytest

from gensvar.operations.customers.actions import recognise


@pytest.fixture
def eva_at_work(exempelby: Any, noon: Any) -> Any:
    """Eva once more: she wrote from another address and became a second customer."""
    return recognise(
        exempelby,
        kind="mail",
        value="eva.ek@arbete.example",
        name="Eva Ek",
        at=noon - timedelta(days=3),
    )


@pytest.fixture
def omar(exempelby: Any, noon: Any) -> Any:
    return recognise(
        exempelby, kind="mail", value="omar.said@example.com", name="Omar Said", at=noon
    )


@pytest.fixture
def byggfirma(exempelby: Any, noon: Any) -> Any:
    from gensvar.operations.customers.actions import add_customer

    return add_customer(
        exempelby,
        name="Byggfirma AB",
        kind="organisation",
        addresses={"mail": "info@byggfirma.example"},
        at=noon,
    )
