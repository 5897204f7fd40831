"""Management groups are met twice a year, with a half-year that is made from the cases."""

from datetime import date

import pytest

from gensvar.foundation.people.models import Group
from gensvar.operations.cases.models import Case
from gensvar.oversight.reports.actions import hold_meeting, plan_meeting
from gensvar.oversight.reports.rules import half_of
from gensvar.oversight.reports.tests.conftest import TUESDAY
from gensvar.oversight.reports.tests.test_read import as_one

__all__ = ["as_one"]
DECK = "/utskick/halvar/"


def words(answer):
    return answer.content.decode().replace("\u202f", " ").replace("\u00a0", " ")


def test_nine_of_ten_meetings_with_five_management_groups_are_held(as_one, technical, karin):
    """SKE-14's own example."""
    for place in range(5):
        Group.objects.create(
            client=technical, code=f"G{place}", name=f"G{place}", department=f"Kontor {place}"
        )
        for on in (date(2026, 1, 20), date(2026, 3, 24)):
            meeting = plan_meeting(
                technical, f"Kontor {place}", series="management", on=on, by=karin, at=TUESDAY
            )
            if (place, on.month) != (4, 3):
                hold_meeting(meeting, "Fler svar på webben.", by=karin, at=TUESDAY)

    page = words(as_one(karin).get("/utskick/moten/"))

    assert "5 ledningsgrupper, 10 möten planerade i år." in page
    assert "90,0 % (9 av 10)" in page


def test_the_half_year_is_made_from_the_cases_and_the_meetings(
    as_one, late, technical, tek_gata, mats, karin
):
    meeting = plan_meeting(
        technical,
        "Tekniska kontoret",
        series="management",
        on=date(2026, 2, 3),
        by=mats,
        at=TUESDAY,
    )
    hold_meeting(meeting, "Skyltarna ses över.", by=mats, at=TUESDAY)
    Case.objects.bulk_create(
        Case(
            client=technical,
            number=f"26-9{place:05d}",
            title="Grop",
            channel="phone",
            subject=late[0].subject,
            state="closed",
            state_since=TUESDAY,
            opened_at=TUESDAY,
            closed_at=TUESDAY,
        )
        for place in range(7)
    )

    page = words(as_one(mats).get(DECK, {"halvar": "2026-01-01"}))

    assert "Januari–juni 2026" in page
    assert "Ärenden om era ämnen: 10." in page
    assert "70,0 % (7 av 10)" in page
    assert "Skyltarna ses över." in page
    assert "Inget ärende under halvåret" in words(as_one(mats).get(DECK, {"halvar": "2025-07-01"}))


def test_a_few_cases_are_not_told(as_one, late, mats):
    page = words(as_one(mats).get(DECK, {"halvar": "2026-01-01"}))

    assert "Ärenden om era ämnen: färre än 5." in page


@pytest.mark.parametrize(
    "asked", [{"forvaltning": "Socialkontoret"}, {"halvar": "2026-02-01"}, {"halvar": "i våras"}]
)
def test_another_department_or_no_half_year_is_not_found(as_one, late, stig, mats, asked):
    assert as_one(mats).get(DECK, asked).status_code == 404


def test_it_is_for_those_who_lead(as_one, late, hanna):
    assert as_one(hanna).get(DECK).status_code in {403, 404}


@pytest.mark.parametrize(
    ("day", "half"),
    [
        (date(2026, 1, 1), (date(2026, 1, 1), date(2026, 7, 1))),
        (date(2026, 6, 30), (date(2026, 1, 1), date(2026, 7, 1))),
        (date(2026, 7, 1), (date(2026, 7, 1), date(2027, 1, 1))),
        (date(2026, 12, 31), (date(2026, 7, 1), date(2027, 1, 1))),
    ],
)
def test_a_year_has_two_halves(day, half):
    assert half_of(day) == half
