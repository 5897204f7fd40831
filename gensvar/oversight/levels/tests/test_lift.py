from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.secrecy.actions import add_list
from gensvar.operations.cases.actions import make_confidential
from gensvar.oversight.levels.actions import (
    AlreadyAnIssue,
    HighestLevel,
    IssueIsClosed,
    IssueIsElsewhere,
    NothingDecided,
    PersonalDataInIt,
    TitleMissing,
    close,
    decide,
    lift,
    lift_faults,
    lift_matter,
)
from gensvar.oversight.levels.models import Issue
from gensvar.oversight.levels.queries.issues import clusters, trend
from gensvar.oversight.levels.rules import Level
from gensvar.oversight.levels.tests.conftest import TODAY


@pytest.fixture
def issue(nine_faults, school, heat, cia):
    return lift_faults(school, service=heat, title="Värme, FAST-17", by=cia, at=NOON)


def test_nine_heat_faults_become_one_tactical_issue_with_their_cost(nine_faults, issue, exempelby):
    assert (issue.level, issue.cases, issue.orders) == ("tactical", 9, 3)
    assert issue.cost == 3 * 1_170_00
    assert Issue.objects.count() == 1
    assert clusters(exempelby, today=TODAY) == [], "what is lifted stands out no more"


def test_faults_stand_out_from_three_at_one_place_and_of_one_kind(fault, exempelby, school, heat):
    fault()
    fault()
    assert clusters(exempelby, today=TODAY) == []
    fault()

    (found,) = clusters(exempelby, today=TODAY)

    assert (found.place, found.service, found.counts.cases) == (school, heat, 3)
    assert found.counts.cost is None, "no order tells what it cost"


def test_faults_older_than_ninety_days_stand_out_no_more(fault, exempelby):
    for days in (1, 2, 90):
        fault(days_ago=days)

    assert clusters(exempelby, today=TODAY) == []


def test_a_confidential_case_is_in_no_count(nine_faults, exempelby, ada, cia):
    access = add_list(exempelby, name="Få", by=cia, at=NOON)
    make_confidential(nine_faults[0], access=access, because="Hot", by=ada, at=NOON)

    (found,) = clusters(exempelby, today=TODAY)

    assert (found.counts.cases, found.counts.orders) == (8, 2)
    assert found.counts.cost == 2 * 1_170_00
    assert trend(exempelby, today=TODAY)[-1].cost == 2 * 1_170_00


def test_the_highest_level_sees_a_trend_by_quarter(nine_faults, fault, issue, exempelby):
    fault(days_ago=120)

    quarters = trend(exempelby, today=TODAY)

    assert [str(one.quarter) for one in quarters] == [
        "2025-2",
        "2025-3",
        "2025-4",
        "2026-1",
        "2026-2",
    ]
    assert [one.faults for one in quarters] == [0, 0, 0, 1, 9]
    assert (quarters[-1].issues, quarters[-1].cost) == (1, 3 * 1_170_00)


@pytest.mark.parametrize(
    "said",
    [
        "Ring Eva 070-123 45 67",
        "19121212-1212 fryser",
        "8112181234",
        "Skriv till eva.ek@example.com",
        "+46 70 123 45 67",
    ],
)
def test_a_text_with_personal_data_is_refused(school, heat, issue, cia, exempelby, said):
    with pytest.raises(PersonalDataInIt):
        lift_matter(exempelby, title=said, words="", level=Level.TACTICAL, by=cia, at=NOON)
    with pytest.raises(PersonalDataInIt):
        decide(issue, words=said, by=cia, at=NOON)
    with pytest.raises(PersonalDataInIt):
        lift(issue, words=said, by=cia, at=NOON)
    assert Issue.objects.count() == 1


@pytest.mark.parametrize("said", ["FAST-17, 9 fel", "Kostar 1 170 000 kr", "Sedan 2026-05-04"])
def test_numbers_of_things_are_no_personal_data(exempelby, cia, said):
    issue = lift_matter(exempelby, title=said, words="", level=Level.TACTICAL, by=cia, at=NOON)

    assert issue.title == said


def test_one_open_issue_for_a_fault_and_another_when_it_is_closed(issue, school, heat, cia):
    with pytest.raises(AlreadyAnIssue):
        lift_faults(school, service=heat, title="En till", by=cia, at=NOON)
    close(issue, by=cia, at=NOON)

    lift_faults(school, service=heat, title="En till", by=cia, at=NOON)
    assert Issue.objects.count() == 2


def test_an_issue_goes_upwards_to_the_highest_level_and_no_further(issue, cia):
    lifted = lift(issue, words="Hela distriktet", by=cia, at=NOON + timedelta(days=1))

    assert list(lifted.lifts.order_by("at").values_list("level", flat=True)) == [
        "tactical",
        "strategic",
    ]
    with pytest.raises(HighestLevel):
        lift(lifted, words="", by=cia, at=NOON)


def test_a_decision_is_kept_with_its_level_and_in_the_record(issue, cia):
    decide(issue, words="Byt pannan i sommar.", by=cia, at=NOON)

    assert issue.decisions.get().level == "tactical"
    record = EventRecord.objects.get(name="levels.issue-decision-made")
    assert (record.agent_id, "Byt pannan" in str(record.payload)) == (cia.pk, False)
    with pytest.raises(NothingDecided):
        decide(issue, words="  ", by=cia, at=NOON)


def test_a_closed_issue_is_neither_lifted_nor_decided(issue, cia):
    close(issue, by=cia, at=NOON)

    with pytest.raises(IssueIsClosed):
        lift(issue, words="", by=cia, at=NOON)
    with pytest.raises(IssueIsClosed):
        decide(issue, words="Något", by=cia, at=NOON)


def test_what_was_lifted_meanwhile_is_out_of_the_hands_of_those_below(issue, cia):
    lift(Issue.objects.get(pk=issue.pk), words="", by=cia, at=NOON)

    for act in (
        lambda: lift(issue, words="", by=cia, at=NOON),
        lambda: decide(issue, words="Byt pannan", by=cia, at=NOON),
        lambda: close(issue, by=cia, at=NOON),
    ):
        with pytest.raises(IssueIsElsewhere):
            act()


def test_an_issue_needs_a_title(exempelby, cia):
    with pytest.raises(TitleMissing):
        lift_matter(exempelby, title=" ", words="", level=Level.TACTICAL, by=cia, at=NOON)
