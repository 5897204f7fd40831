from datetime import date

import pytest
from django.utils.timezone import now

from conftest import NOON
from gensvar.foundation.people.models import Agent, RoleGrant
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.tests.test_read_record import busy_day, calls, phone, read
from gensvar.oversight.publications.actions import compose_outline
from gensvar.oversight.publications.rules import Span

__all__ = ["busy_day", "calls", "phone"]
MAY = Period(date(2026, 5, 1), date(2026, 6, 1))


@pytest.fixture
def karin(exempelby):
    """The manager, who writes reports."""
    agent = Agent.objects.create_user("karin@exempelby.example", name="Karin Wall", created_at=NOON)
    RoleGrant.objects.create(
        agent=agent, role="manager", client=exempelby, since=NOON.replace(year=2025)
    )
    return agent


@pytest.fixture
def elsa(energi):
    """Who represents another client."""
    agent = Agent.objects.create_user("elsa@energi.example", name="Elsa Öh", created_at=NOON)
    RoleGrant.objects.create(
        agent=agent, role="client-representative", client=energi, since=NOON.replace(year=2025)
    )
    return agent


@pytest.fixture
def whole(busy_day, exempelby):
    """Exempelby with a day in May, read to its end."""
    read(at=now())
    return exempelby


@pytest.fixture
def outline(whole, karin):
    return compose_outline(
        whole,
        None,
        name="Måluppfyllelse",
        span=Span.MONTH,
        measures=["K02", "K01", "K17"],
        tables=["subjects"],
        words="Så här gick det.",
        by=karin,
        at=NOON,
    )
