"""What the template of a case type says it is followed up by is measured, beside its goals."""

import json
from datetime import timedelta

import pytest
from django.utils import translation

from conftest import NOON
from gensvar.foundation.integrations.actions import create_token
from gensvar.foundation.people.access import Reach, seeing_as
from gensvar.foundation.secrecy.actions import add_list
from gensvar.operations.cases.actions import close, hand_over, make_confidential, open_case
from gensvar.operations.cases.actions.timing import refresh_deadlines
from gensvar.operations.cases.models import Case
from gensvar.operations.casetypes.actions import add_type, describe_type
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.casetypes.rules import Target
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.models import Contact
from gensvar.oversight.kpi.queries.by_type import followed_up
from gensvar.oversight.kpi.queries.periods import Period

MAY = Period(NOON.date().replace(day=1), NOON.date().replace(month=6, day=1))
DAYS = "?start=2026-05-01&end=2026-05-31"


@pytest.fixture
def types(exempelby, ada):
    """Customer service, which is the default, with two goals; and support, with none."""
    service = add_type(exempelby, "customer-service", by=ada, at=NOON)
    describe_type(
        service,
        measures=("K02", "K05", "K20", "K22", "K23", "K26", "K27", "K28", "K30", "K40"),
        targets=(Target("K23", 70), Target("K05", 120)),
        by=ada,
        at=NOON,
    )
    return CaseType.objects.get(pk=service.pk), add_type(exempelby, "support", by=ada, at=NOON)


@pytest.fixture
def month(exempelby, types, gator, ada, tek_gata):
    """Twelve calls about ordinary matters, six of them solved; five about support, none solved."""
    _service, support = types
    called = []
    for place in range(17):
        contact = register_contact(
            exempelby, channel="phone", direction="in", customer=None, at=NOON, agent=ada
        )
        Contact.objects.filter(pk=contact.pk).update(
            answered_at=NOON + timedelta(seconds=60 if place % 2 else 180),
            ended_at=NOON + timedelta(seconds=360),
        )
        case = open_case(
            exempelby,
            title="Grop",
            channel="phone",
            contact=contact,
            subject=gator,
            need_type="information",
            by=ada,
            at=NOON,
        )
        called.append(case)
    Case.objects.filter(pk__in=[case.pk for case in called[12:]]).update(type=support)
    for case in called[:6]:
        close(Case.objects.get(pk=case.pk), by=ada, at=NOON + timedelta(hours=2))
    hand_over(called[6], to=tek_gata, why="cannot", question="När?", by=ada, at=NOON)
    return called


def measured(client, at=NOON + timedelta(days=1)):
    with translation.override("en"), seeing_as(Reach(clients=frozenset({client.pk}))):
        types = followed_up(client, MAY, at=at)
    return {(one.name, row.code): row for one in types for row in one.rows}


def test_each_measure_counts_the_cases_of_its_type_alone(exempelby, month):
    found = measured(exempelby)

    solved = found["Customer service", "K23"]
    assert (solved.part, solved.whole) == (6, 12)
    assert found["Customer service", "K20"].value == 0.5
    assert found["Support", "K20"].value == 0
    assert found["Customer service", "K02"].value == 0.5
    assert found["Customer service", "K05"].value == 120
    assert found["Customer service", "K40"].value == 240
    assert ("Support", "K23") not in found


def test_a_goal_of_the_type_is_met_or_missed(exempelby, month):
    found = measured(exempelby)

    assert found["Customer service", "K23"].is_met is False
    assert found["Customer service", "K05"].is_met is True
    assert found["Customer service", "K20"].is_met is None


def test_half_of_the_cases_took_so_many_working_hours(exempelby, month):
    row = measured(exempelby)["Customer service", "K27"]

    assert row.whole == 6
    assert row.value == 2


def test_what_is_open_too_long_is_overdue_now(exempelby, month):
    late = NOON + timedelta(days=30)
    refresh_deadlines(exempelby, at=late)

    found = measured(exempelby, at=late)

    assert found["Support", "K28"].value == 1
    assert measured(exempelby)["Support", "K28"].value == 0


def test_a_measure_that_nothing_tells_yet_says_so(exempelby, month):
    row = measured(exempelby)["Customer service", "K22"]

    assert row.value is None
    assert not row.measure.has_data


def test_a_type_with_few_cases_is_not_told_nor_worked_out_from_another(exempelby, month, types):
    _service, support = types
    few = Case.objects.filter(type=support).order_by("pk").values_list("pk", flat=True)[:2]
    Case.objects.filter(pk__in=list(few)).update(type=None)

    found = measured(exempelby)

    assert found["Support", "K20"].is_hidden
    assert found["Customer service", "K20"].is_hidden
    assert found["Customer service", "K20"].value is None


def test_confidential_cases_are_counted(exempelby, month, ada, cia):
    secret = add_list(exempelby, name="Socialt", by=cia, at=NOON)
    before = measured(exempelby)["Customer service", "K23"].whole

    make_confidential(month[8], access=secret, because="Skydd", by=cia, at=NOON)

    assert measured(exempelby)["Customer service", "K23"].whole == before


def test_the_page_tells_the_goals_and_gives_them_as_a_file(browser, cia, exempelby, month):
    browser.force_login(cia)

    page = browser.get(f"/mal/arendetyper/{DAYS}").content.decode()
    rows = json.loads(browser.get(f"/mal/arendetyper/{DAYS}&format=json").getvalue())["items"]

    assert 'data-measure="K23"' in page
    assert "≥ 70" in page
    assert "mäts inte än" in page
    told = {(row["case_type"], row["code"]): row for row in rows}
    assert told["Kundservice", "K23"]["goal"] == 0.7
    assert told["Kundservice", "K23"]["is_met"] is False


def test_programs_read_the_same(browser, exempelby, month):
    _token, secret = create_token("statistik", ["reports:read"], at=NOON)

    answer = browser.get(
        "/api/v1/figures/case-types",
        {"from": "2026-05-01", "to": "2026-05-31"},
        headers={"Authorization": f"Bearer {secret}"},
    ).json()

    told = {(row["case_type"], row["code"]): row for row in answer["items"]}
    assert told["Kundservice", "K23"]["value"] == 0.5
    assert told["Kundservice", "K23"]["is_met"] is False
