import csv
from io import StringIO

import pytest

from conftest import NOON
from gensvar.foundation.integrations.actions import create_token
from gensvar.operations.cases.actions import open_case

ADDRESS = "/api/v1/subjects/ranking"
MAY = {"from": "2026-05-01", "to": "2026-05-31"}


@pytest.fixture
def ask(browser, exempelby):
    _token, secret = create_token("statistik", ["reports:read"], at=NOON)
    return lambda **query: browser.get(
        ADDRESS, query, headers={"Authorization": f"Bearer {secret}"}
    )


@pytest.fixture
def asked_about(exempelby, gator):
    for subject, count in ((gator, 6), (None, 6)):
        for _ in range(count):
            open_case(exempelby, title="Grop", channel="phone", subject=subject, at=NOON)


def test_the_ranking_has_subject_count_rank_and_share(ask, asked_about):
    answer = ask(limit=20, **MAY).json()

    assert answer["items"] == [
        {"subject": "Gator, v", "count": 6, "rank": 1, "share": 0.5, "hidden": None}
    ]
    assert (answer["from"], answer["to"], answer["total"]) == ("2026-05-01", "2026-05-31", 12)
    assert ask(limit=20, format="json", **MAY).json() == answer


def test_few_cases_are_not_told(ask, exempelby, gator):
    open_case(exempelby, title="Grop", channel="phone", subject=gator, at=NOON)

    answer = ask(**MAY).json()

    assert answer["total"] is None
    assert answer["items"] == [
        {"subject": "Gator, v", "count": None, "rank": None, "share": None, "hidden": "small"}
    ]


def test_the_ranking_as_a_file(ask, asked_about):
    answer = ask(format="csv", **MAY)

    rows = list(csv.DictReader(StringIO(b"".join(answer).decode("utf-8-sig"))))
    assert rows == [
        {"subject": "Gator, v", "count": "6", "total": "12", "share": "0.5", "rank": "1"}
    ]


@pytest.mark.parametrize(
    "query",
    [
        {"limit": "0"},
        {"from": "2026-02-30"},
        {"from": "2026-05-02", "to": "2026-05-01"},
        {"from": "1066-10-14"},
        {"to": "9999-12-31"},
    ],
)
def test_what_makes_no_sense_is_refused_with_the_place(ask, query):
    answer = ask(**query)

    assert answer.status_code == 422
    assert answer.json()["errors"]


def test_an_unknown_client_is_not_found(ask):
    assert ask(client="energi").status_code == 404
