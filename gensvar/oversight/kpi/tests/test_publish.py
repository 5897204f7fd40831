"""A published figure stands: nothing changes it, and another in its place says why."""

import json
from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from django.utils.timezone import now

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import RoleGrant
from gensvar.foundation.people.rules import Role
from gensvar.operations.routing.models import DayBalance
from gensvar.oversight.kpi.models import MeasureGoal, PublishedFigure
from gensvar.oversight.kpi.publishing import (
    AlreadyPublished,
    NoFigure,
    NotBalanced,
    NothingChanged,
    NotOver,
    NotWhole,
    publish_figure,
    restate_figure,
)
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.published import figure_of, published, standing
from gensvar.oversight.kpi.tests.test_read_record import LATER, as_web, busy_day, calls, phone, read
from gensvar.science.kpi.reading import registry

__all__ = ["busy_day", "calls", "phone"]
WEEK = Period(date(2026, 5, 4), date(2026, 5, 11))
DAYS = "start=2026-05-04&end=2026-05-10"
K02 = registry().definitions["K02"]


@pytest.fixture
def karin(exempelby, cia):
    RoleGrant.objects.filter(agent=cia).delete()
    RoleGrant.objects.create(agent=cia, role=Role.MANAGER, client=exempelby, since=NOON)
    return cia


@pytest.fixture
def whole(busy_day, exempelby):
    read(at=now())
    return exempelby


@pytest.fixture
def kept(whole, karin):
    return publish_figure(whole, K02, WEEK, by=karin, at=now())


def test_it_keeps_value_terms_version_hash_who_and_when(kept, karin):
    found = figure_of(kept.figures["ways"]["F"])

    # 6 of 8 within 120 seconds: see the busy day.
    assert found.part == 6
    assert found.whole == 8
    assert kept.figures["ways"]["F"]["shown"] == "75.0"
    assert kept.figures["limits"] == {"T": 120.0, "S": 5.0}
    assert (kept.version, kept.by, len(kept.digest)) == (1, karin, 64)
    record = EventRecord.objects.get(name="kpi.figure-published")
    assert record.payload["digest"] == kept.digest
    assert record.payload["agent_id"] == karin.pk


def test_what_comes_late_changes_nothing_and_is_said(kept, calls, signed_in, whole):
    calls.answered(300)
    read(at=now())

    (same,) = published("K02", whole, WEEK)
    stands = standing([same], at=now())
    page = signed_in.get(f"/nyckeltal/K02/?{DAYS}").content.decode()

    assert same.figures == kept.figures
    assert stands.is_changed
    assert "ändrats sedan den publicerades" in page
    assert "75,0" in page.partition('id="published"')[2].partition("</section>")[0]


def test_the_same_figure_of_other_data_is_told_apart(whole, calls, karin, signed_in):
    """Whoever hangs up shortly is left out of K07, but is in what it is made of."""
    publish_figure(whole, registry().definitions["K07"], WEEK, by=karin, at=now())
    calls.given_up(2)
    read(at=now())

    stands = standing(published("K07", whole, WEEK), at=now())
    page = signed_in.get(f"/nyckeltal/K07/?{DAYS}").content.decode()

    assert (stands.is_changed, stands.is_corrected) == (False, True)
    assert "siffran är densamma" in page


def test_restated_both_stand_with_the_reason(kept, calls, signed_in, whole, karin):
    calls.answered(300)
    read(at=now())

    answer = signed_in.post(
        f"/nyckeltal/publicerat/{kept.pk}/", {"because": "Ett samtal kom in för sent."}
    )

    first, second = published("K02", whole, WEEK)
    page = signed_in.get(answer.url).content.decode()
    assert (first, second.restates) == (kept, kept)
    assert figure_of(second.figures["ways"]["F"]).whole == 9
    assert "75,0 %" in page
    assert "66,7 %" in page
    assert "Ett samtal kom in för sent." in page
    record = EventRecord.objects.get(name="kpi.figure-restated")
    assert record.payload["restates_id"] == kept.pk
    assert "Cia Berg" in page


def test_another_threshold_from_april_leaves_march_alone_until_it_is_restated(kept, whole, karin):
    """GEN-03: from the day after, whoever hangs up within 130 s is left out."""
    MeasureGoal.objects.create(
        client=whole,
        code="K02",
        key="F",
        target=Decimal(90),
        pair="K23",
        limits={"S": 131.0, "T": 300.0},
        valid_from=date(2026, 5, 11),
        by=karin,
        at=NOON,
    )
    stands = standing(published("K02", whole, WEEK), at=now())
    assert not stands.is_changed
    assert stands.is_redefined

    with pytest.raises(NothingChanged):
        restate_figure(kept, "Fel gräns.", by=karin, at=now())
    again = restate_figure(kept, "Ny gräns.", by=karin, at=now(), by_todays=True)

    assert figure_of(again.figures["ways"]["F"]).whole == 7
    assert again.figures["limits"] == {"T": 300.0, "S": 131.0}
    assert PublishedFigure.objects.get(pk=kept.pk).figures == kept.figures


def test_a_figure_is_published_once_and_restated_once(kept, whole, karin, calls):
    with pytest.raises(AlreadyPublished):
        publish_figure(whole, K02, WEEK, by=karin, at=now())
    with pytest.raises(NothingChanged):
        restate_figure(kept, "Igen.", by=karin, at=now())


def test_what_goes_on_or_is_half_read_or_unbalanced_is_not_published(
    busy_day, exempelby, karin, phone
):
    with pytest.raises(NotOver):
        publish_figure(exempelby, K02, WEEK, by=karin, at=NOON)
    with pytest.raises(NotWhole):
        publish_figure(exempelby, K02, WEEK, by=karin, at=LATER)
    read()
    day = DayBalance.objects.create(
        client=exempelby,
        queue=phone,
        on=date(2026, 5, 6),
        received=3,
        answered=2,
        abandoned=0,
        callback=0,
        overflow=0,
        settled=0,
        waiting=0,
        is_balanced=False,
        counted_at=NOON,
    )
    with pytest.raises(NotBalanced) as refused:
        publish_figure(exempelby, K02, WEEK, by=karin, at=LATER)
    assert "2026-05-06" in refused.value.words()

    day.released_at, day.released_by = NOON, karin
    day.released_because = "Provsamtal."
    day.save()
    assert publish_figure(exempelby, K02, WEEK, by=karin, at=LATER).pk


def test_a_measure_that_nothing_feeds_has_nothing_to_publish(whole, karin):
    with pytest.raises(NoFigure):
        publish_figure(whole, registry().definitions["K17"], WEEK, by=karin, at=now())


def test_the_database_lets_nobody_change_or_remove_it(kept, karin):
    for act in (
        lambda: PublishedFigure.objects.update(digest="0"),
        lambda: PublishedFigure.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), as_web(karin):
            act()


def test_those_who_only_read_see_it_and_publish_nothing(kept, browser, ada, exempelby):
    browser.force_login(ada)

    page = browser.get(f"/nyckeltal/publicerat/{kept.pk}/").content.decode()
    assert "75,0 %" in page
    assert "Räkna om" not in page
    assert browser.post(f"/nyckeltal/publicerat/{kept.pk}/", {"because": "x"}).status_code == 404
    assert browser.post(f"/nyckeltal/K03/publicera/?{DAYS}").status_code == 403
    assert kept.digest in browser.get(f"/nyckeltal/publicerat/{kept.pk}/").content.decode()


def test_another_clients_figure_does_not_exist(kept, browser, energi):
    from conftest import _agent

    browser.force_login(_agent("Elsa", "elsa@energi.example", "client-representative", energi))

    assert browser.get(f"/nyckeltal/publicerat/{kept.pk}/").status_code == 404
    assert browser.get(f"/api/v1/published-figures/{kept.pk}").status_code == 404
    assert browser.get("/api/v1/published-figures").json()["count"] == 0
    assert "75,0" not in browser.get("/publicerat/").content.decode()


def test_from_the_page_and_in_files_it_is_the_same(whole, karin, signed_in):
    page = signed_in.get(f"/nyckeltal/K02/?{DAYS}").content.decode()
    assert "Publicera siffran" in page

    answer = signed_in.post(f"/nyckeltal/K02/publicera/?{DAYS}")
    kept = PublishedFigure.objects.get()
    listed = signed_in.get("/publicerat/").content.decode()
    file = json.loads(signed_in.get("/publicerat/?format=json").getvalue())
    row = next(one for one in file["items"] if one["way"] == "F")
    told = signed_in.get("/api/v1/published-figures?code=K02").json()["items"][0]

    assert answer.url == f"/nyckeltal/publicerat/{kept.pk}/"
    assert "6 / 8" in listed
    assert (row["numerator"], row["denominator"], row["digest"]) == (6, 8, kept.digest)
    assert told["digest"] == kept.digest
    way = next(one for one in told["figures"] if one["key"] == "F")
    assert (way["part"], way["whole"], way["value"]) == (6, 8, 0.75)


def test_a_program_publishes_and_restates_with_the_same_refusals(whole, signed_in, karin, calls):
    body = {"code": "K02", "from": "2026-05-04", "to": "2026-05-10"}
    send = {"content_type": "application/json"}

    made = signed_in.post("/api/v1/published-figures", body, **send)
    twice = signed_in.post("/api/v1/published-figures", body, **send)
    address = f"/api/v1/published-figures/{made.json()['id']}/restatements"
    same = signed_in.post(address, {"because": "Prov"}, **send)
    calls.answered(300)
    read(at=now())
    again = signed_in.post(address, {"because": "Kom sent"}, **send)
    late = signed_in.post(address, {"because": "Kom sent"}, **send)

    assert (made.status_code, twice.status_code) == (201, 409)
    assert twice.json()["code"] == "AlreadyPublished"
    assert same.json()["code"] == "NothingChanged"
    assert again.json()["restates"] == made.json()["id"]
    assert late.json()["code"] == "AlreadyRestated"


def test_without_a_reason_nothing_is_restated_and_the_page_says_so(kept, signed_in):
    answer = signed_in.post(f"/nyckeltal/publicerat/{kept.pk}/", {"because": "  "})

    assert answer.status_code == 422
    assert "Skriv varför" in answer.content.decode()
    assert PublishedFigure.objects.count() == 1
