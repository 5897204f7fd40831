from contextlib import contextmanager
from decimal import Decimal

import pytest
from django.db import connection, transaction

from gensvar.foundation.people.models import Agent, Group, Membership, RoleGrant
from gensvar.operations.cases import actions as cases
from gensvar.operations.casetypes.actions import add_type
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.register.models import Place, ServiceType
from gensvar.operations.workorders import actions
from gensvar.operations.workorders.rules.process import Step


def performer(name, email, client, noon, group=None):
    agent = Agent.objects.create_user(email, name=name, created_at=noon)
    RoleGrant.objects.create(
        agent=agent, role="performer", client=client, since=noon.replace(year=2025)
    )
    if group is not None:
        Membership.objects.create(group=group, agent=agent, since=noon.replace(year=2025))
    return agent


@pytest.fixture
def as_web():
    """Do some work bound by row-level security, as pages are."""

    @contextmanager
    def bound():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE gensvar_web")
            yield
            cursor.execute("RESET ROLE")

    return bound


@pytest.fixture
def drift(exempelby):
    return Group.objects.create(client=exempelby, code="DRIFT-NORR", name="Drift norr")


@pytest.fixture
def tom(exempelby, drift, noon):
    """A caretaker in DRIFT-NORR."""
    return performer("Tom Alm", "tom@exempelby.example", exempelby, noon, drift)


@pytest.fixture
def el_ab(exempelby, noon):
    """A contractor who belongs to no group."""
    return performer("Elin Ström", "elin@elab.example", exempelby, noon)


@pytest.fixture
def norrskolan(exempelby, noon):
    return Place.objects.create(
        client=exempelby, code="FAST-17", name="Norrskolan", valid_from=noon.date()
    )


@pytest.fixture
def light(exempelby):
    return ServiceType.objects.create(client=exempelby, name="El")


@pytest.fixture
def fault_type(exempelby, cia, noon):
    return add_type(exempelby, "fault-reporting", by=cia, at=noon)


@pytest.fixture
def rule(fault_type, cia, noon):
    """Cases of the type follow the steps; a price is asked for, and a yes above 5 000 kronor."""
    return actions.rule_process(
        fault_type,
        has_process=True,
        demands_price=True,
        approval_limit=5_000_00,
        rate=620_00,
        skippable=[Step.PREVENT, Step.SATISFACTION],
        by=cia,
        at=noon,
    )


@pytest.fixture
def lamp(exempelby, eva, gator, ada, fault_type, noon):
    """The broken lamp at Norrskolan, with everything that closing asks for."""
    contact = register_contact(
        exempelby, channel="phone", direction="in", customer=eva, agent=ada, at=noon, summary=""
    )
    case = cases.open_case(
        exempelby,
        title="Trasig lampa Norrskolan",
        channel="phone",
        contact=contact,
        subject=gator,
        need_type="status",
        by=ada,
        at=noon,
    )
    filled = {"place": "Norrskolan, sal 3", "fault": "dark", "danger": False}
    cases.fill_in(case, filled, by=ada, at=noon)
    cases.assign(case, agent=ada, group=None, by=ada, at=noon)
    return case


@pytest.fixture
def wanted(drift, norrskolan, light):
    return actions.Wanted(
        where="Norrskolan, sal 3",
        action="Byt lampan i taket",
        place=norrskolan,
        service=light,
        group=drift,
        planned_hours=Decimal("2.0"),
        rate=620_00,
    )


@pytest.fixture
def estimated(lamp, rule, ada, noon):
    """The lamp, planned and calculated: 2,0 h × 620 + 180."""
    for step in (Step.COLLECT, Step.PLAN):
        actions.take_step(lamp, step, by=ada, at=noon)
    actions.estimate(lamp, hours=Decimal("2.0"), rate=620_00, material=180_00, by=ada, at=noon)
    return lamp


@pytest.fixture
def ordered(estimated, wanted, ada, noon):
    """Order A-881 for the lamp, of which the customer knows."""
    from gensvar.operations.workorders.models import OrderSeries

    OrderSeries.objects.create(client=estimated.client, last=880)
    actions.note_informed(estimated, at=noon)
    order = actions.make_order(estimated, wanted, by=ada, at=noon)
    actions.note_informed(estimated, at=noon)
    return order
