"""How promises were kept, and why cases were handed over, as their readers see them."""

import json
import re

import pytest

from conftest import NOON
from gensvar.foundation.secrecy.actions import add_list
from gensvar.operations.cases.actions import make_confidential, open_case
from gensvar.operations.cases.models import HandOver, Promise, PromiseEnd
from gensvar.oversight.kpi.queries.keeping import Keeping
from gensvar.oversight.kpi.rules import gathered

DAYS = "?start=2026-05-01&end=2026-05-31"


@pytest.fixture
def as_cia(browser, cia):
    browser.force_login(cia)
    return browser


def page(browser, path, days=DAYS):
    return " ".join(browser.get(f"{path}{days}").content.decode().replace("\xa0", " ").split())


def promised(case, outcomes):
    promises = Promise.objects.bulk_create(
        Promise(case=case, client=case.client, due_at=NOON, way="mail", words="x", at=NOON)
        for _outcome in outcomes
    )
    PromiseEnd.objects.bulk_create(
        PromiseEnd(promise=promise, client=case.client, outcome=outcome, at=NOON)
        for promise, outcome in zip(promises, outcomes, strict=True)
    )


def test_k30_counts_kept_renegotiated_and_broken_apart(as_cia, exempelby):
    """K30's own example: 500 due are 462 kept, 26 renegotiated, 12 broken."""
    case = open_case(exempelby, title="Grop", channel="phone", at=NOON)
    ends = PromiseEnd.Outcome
    promised(
        case,
        [ends.KEPT] * 462 + [ends.RENEGOTIATED] * 26 + [ends.BROKEN] * 12 + [ends.REPLACED] * 7,
    )

    shown = page(as_cia, "/mal/")

    for told in ("92,4 %", "462 av 500", "5,2 %", "26 av 500", "2,4 %", "12 av 500"):
        assert told in shown
    assert "92,4 %" not in page(as_cia, "/mal/", "?start=2026-06-01&end=2026-06-30")


def test_a_few_promises_are_not_told():
    assert not Keeping(kept=462, renegotiated=26, broken=2).is_told
    assert Keeping(kept=462, renegotiated=26, broken=0).is_told


def handed(client, subject, whys, *, to, by):
    case = open_case(client, title="Grop", channel="phone", subject=subject, at=NOON)
    HandOver.objects.bulk_create(
        HandOver(case=case, client=client, to_group=to, why=why, question="När?", by=by, at=NOON)
        for why in whys
    )
    return case


def test_why_cases_are_handed_over_by_subject(as_cia, exempelby, gator, tek_gata, ada):
    """SKE-03's own example: 3 600 are 2 210 that cannot and 1 390 that should not be answered."""
    handed(exempelby, gator, ["cannot"] * 2_210 + ["should-not"] * 1_390, to=tek_gata, by=ada)

    shown = page(as_cia, "/overlamningar/")

    assert "3 600 överlämnade: 2 210 kan inte, 1 390 ska inte" in shown
    assert "61 %" in shown
    assert "Gator, v" in shown
    as_file = json.loads(b"".join(as_cia.get(f"/overlamningar/{DAYS}&format=json")))
    assert [(row["subject"], row["cannot"]) for row in as_file["items"]] == [("Gator, v", 2_210)]
    assert "3 600" not in page(as_cia, "/overlamningar/", "?start=2026-06-01&end=2026-06-30")


def test_confidential_hand_overs_are_counted_and_another_clients_are_not(
    as_cia, exempelby, energi, gator, tek_gata, ada, cia
):
    case = handed(exempelby, gator, ["cannot"] * 8, to=tek_gata, by=ada)
    access = add_list(exempelby, name="Få", by=cia, at=NOON)
    make_confidential(case, access=access, because="Hot", by=ada, at=NOON)
    handed(energi, None, ["cannot"] * 50, to=tek_gata, by=ada)

    assert "8 överlämnade: 8 kan inte, 0 ska inte" in page(as_cia, "/overlamningar/")


def test_subjects_with_few_are_told_together_and_cannot_be_worked_out():
    told, rest = gathered({1: (40, 12), 2: (3, 9), 3: (6, 5)})

    assert (told, rest) == ({1: (40, 12)}, (9, 14))
    assert gathered({1: (3, 1)}) == ({}, None)
    assert gathered({1: (30, 10)}) == ({1: (30, 10)}, None)


def test_cases_sent_round_are_counted_and_listed(as_cia, exempelby, gator, tek_gata, ada, cia):
    """SKE-26: each of six cases went out and came again; of the twenty others none did (K114)."""
    for place in range(26):
        case = handed(exempelby, gator, ["cannot"], to=tek_gata, by=ada)
        if place < 6:
            HandOver.objects.create(
                case=case,
                client=exempelby,
                to_group=tek_gata,
                why="cannot",
                question="Igen?",
                by=ada,
                at=NOON,
                hop=2,
            )
    access = add_list(exempelby, name="Få", by=cia, at=NOON)
    make_confidential(case, access=access, because="Hot", by=ada, at=NOON)

    shown = page(as_cia, "/overlamningar/")
    listed = as_cia.get("/arenden/?lage=alla&bollat=ja").content.decode()
    bounced = {row.case.number for row in HandOver.objects.filter(hop=2)}

    assert "23,1 %" in shown
    assert "6 av 26" in shown
    assert "lage=alla&amp;bollat=ja" in shown
    assert set(re.findall(r"/arenden/(26-\d{6})/", listed)) == bounced
    assert "för få för att visas" in page(
        as_cia, "/overlamningar/", "?start=2026-06-01&end=2026-06-30"
    )
