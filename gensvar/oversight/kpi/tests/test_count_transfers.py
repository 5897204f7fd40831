"""How many calls were transferred, and why (K15, SKE-04)."""

import json
from datetime import date, timedelta

import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.oversight.kpi.models import DaySum, Fact

DAY = date(2026, 5, 4)
DAYS = "?start=2026-05-04&end=2026-05-10"
PAGE = "/kopplade-samtal/"


@pytest.fixture
def as_cia(browser, cia):
    browser.force_login(cia)
    return browser


@pytest.fixture
def answered(exempelby):
    def answer(count, *, day=DAY):
        DaySum.objects.create(
            client=exempelby, day=day, counter="waits_answered", amount=count, list=[9.0] * count
        )

    return answer


@pytest.fixture
def transfer(exempelby):
    def transferred(why, count, *, outcome="warm", day=DAY):
        payload = {"why": why} if why else {}
        records = EventRecord.objects.bulk_create(
            EventRecord(name="voice.call-moved", at=NOON, client_id=exempelby.pk, payload=payload)
            for _place in range(count)
        )
        Fact.objects.bulk_create(
            Fact(
                record_id=record.pk,
                about_id=record.pk,
                client=exempelby,
                kind="transfer",
                channel="phone",
                outcome=outcome,
                at=NOON,
                day=day,
            )
            for record in records
        )

    return transferred


def words(browser, days=DAYS):
    return " ".join(browser.get(f"{PAGE}{days}").content.decode().replace("\xa0", " ").split())


def test_ninety_six_of_eight_thousand_calls_are_told_with_their_reasons(as_cia, answered, transfer):
    """SKE-04's own example: 96 transfers of 8 000 are 1.2 %, and the report lists reasons."""
    answered(8_000)
    transfer("emergency", 40, outcome="cold")
    transfer("booked", 31)
    transfer("crisis", 25)

    page = words(as_cia)
    assert "96 av 8 000 besvarade samtal kopplades, 1,2 %" in page
    places = [
        page.index(f'<th scope="row">{label}</th><td class="n">{count}</td>')
        for label, count in [
            ("Fara, eller något som inte kan vänta", 40),
            ("Avtalat med dem i förväg", 31),
            ("Kunden är i kris", 25),
        ]
    ]
    assert places == sorted(places)

    file = as_cia.get(f"{PAGE}{DAYS}&format=json")
    rows = json.loads(b"".join(file.streaming_content))["items"]
    assert [(row["reason"], row["calls"], row["cold"], row["share"]) for row in rows] == [
        ("emergency", 40, 40, 0.005),
        ("booked", 31, 0, 0.003875),
        ("crisis", 25, 0, 0.003125),
    ]


def test_what_was_transferred_before_anybody_was_asked_is_called_so(as_cia, answered, transfer):
    answered(50)
    transfer("", 6)

    assert "Ingen tillfrågades om varför" in words(as_cia)


def test_other_days_and_a_handful_of_calls_tell_nothing(as_cia, answered, transfer):
    answered(4)
    transfer("crisis", 1)
    answered(10, day=DAY + timedelta(days=30))

    assert "Kunden är i kris" not in words(as_cia)
    assert "Färre än 5 samtal besvarades" in words(as_cia)
    assert "Inget samtal kopplades" in words(as_cia, "?start=2026-06-01&end=2026-06-30")


def test_the_same_is_had_over_the_api(browser, cia, answered, transfer):
    answered(100)
    transfer("by-name", 3)
    browser.force_login(cia)

    told = browser.get("/api/v1/figures/transfers?from=2026-05-04&to=2026-05-10").json()
    assert told["total"] == {"reason": "", "calls": 3, "cold": 0, "answered": 100, "share": 0.03}
    assert [row["reason"] for row in told["items"]] == ["by-name"]
