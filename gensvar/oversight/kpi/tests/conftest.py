from datetime import date
from decimal import Decimal

import pytest

from gensvar.oversight.kpi.models import Goal


@pytest.fixture
def signed_in(browser, cia):
    browser.force_login(cia)
    return browser


@pytest.fixture
def goal(exempelby):
    return Goal.objects.create(
        client=exempelby,
        measure="answered-in-time",
        target=Decimal("0.9"),
        limit=120,
        valid_from=date(2026, 1, 1),
    )
