"""Need types crossed with subjects; where many only ask how it goes there is a card (SKE-20)."""

import json
import re

import pytest

from conftest import NOON
from gensvar.foundation.secrecy.actions import add_list
from gensvar.operations.cases.actions import make_confidential
from gensvar.operations.cases.models import Case
from gensvar.operations.knowledge.models import Subject
from gensvar.oversight.kpi.queries.needs import NeedRow, _row

DAYS = "?start=2026-05-01&end=2026-05-31"
PAGE = "/behov/"
first = iter(range(700_000, 800_000))


@pytest.fixture
def as_cia(browser, cia):
    browser.force_login(cia)
    return browser


@pytest.fixture
def bygglov(exempelby, gator):
    return Subject.objects.create(client=exempelby, area=gator.area, name="Bygglov")


def page(browser, days=DAYS):
    shown = browser.get(f"{PAGE}{days}").content.decode()
    return " ".join(shown.replace("\xa0", " ").split())


def asked(client, subject, count, need):
    return Case.objects.bulk_create(
        Case(
            client=client,
            number=f"26-{next(first)}",
            title="Fråga",
            channel="phone",
            subject=subject,
            need_type=need,
            opened_at=NOON,
            state="waiting-for-us",
            state_since=NOON,
        )
        for _place in range(count)
    )


def test_forty_one_per_cent_status_questions_make_a_card(as_cia, exempelby, gator, bygglov):
    """SKE-20's own example: Bygglov has 41 % status questions."""
    asked(exempelby, bygglov, 41, "status")
    asked(exempelby, bygglov, 39, "information")
    asked(exempelby, bygglov, 20, "application")
    asked(exempelby, gator, 10, "status")
    asked(exempelby, gator, 90, "opinion")

    shown = page(as_cia)

    assert "41 % frågar bara hur det går" in shown
    assert "41 av 100" in shown
    assert shown.count("frågar bara hur det går") == 1
    opens = f"lage=alla&amp;amne={bygglov.pk}&amp;fran=2026-05-01&amp;till=2026-05-31&amp;behov="
    assert f"{opens}status" in shown
    assert f"{opens}application" in shown
    assert "41 av 100" not in page(as_cia, "?start=2026-06-01&end=2026-06-30")


def test_each_count_opens_as_many_cases(as_cia, exempelby, bygglov):
    asked(exempelby, bygglov, 6, "status")
    asked(exempelby, bygglov, 7, "opinion")
    link = f"/arenden/?lage=alla&amne={bygglov.pk}&fran=2026-05-01&till=2026-05-31&behov=status"

    listed = as_cia.get(link).content.decode()

    assert len(set(re.findall(r"/arenden/(26-7\d{5})/", listed))) == 6


def test_small_counts_are_not_told_nor_worked_out(as_cia, exempelby, bygglov):
    asked(exempelby, bygglov, 30, "status")
    asked(exempelby, bygglov, 3, "opinion")
    asked(exempelby, bygglov, 12, "")

    body = b"".join(as_cia.get(f"{PAGE}{DAYS}&format=json").streaming_content)
    (row,) = json.loads(body)["items"]

    assert (row["count"], row["status"], row["opinion"], row["unsaid"]) == (45, 30, "<5", "–")
    assert row["to_improve"] is True


@pytest.mark.parametrize(
    ("status", "others", "is_card"), [(7, 13, True), (6, 14, False), (6, 6, False), (40, 81, False)]
)
def test_a_card_needs_a_third_of_twenty_cases(status, others, is_card):
    row = _row(1, "Bygglov", status + others, {"status": status, "information": others})

    assert isinstance(row, NeedRow)
    assert row.is_to_improve is is_card


def test_confidential_cases_are_counted(as_cia, exempelby, bygglov, ada, cia):
    cases = asked(exempelby, bygglov, 25, "status")
    access = add_list(exempelby, name="Få", by=cia, at=NOON)
    make_confidential(cases[0], access=access, because="Hot", by=ada, at=NOON)

    assert "25 av 25" in page(as_cia)
