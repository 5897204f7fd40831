"""One act on many cases from the list: shown first, confirmed, done, undone; and without script."""

import csv
import io

import pytest
from django.utils.timezone import now

from gensvar.operations.batches.actions import go_on
from gensvar.operations.batches.models import Batch
from gensvar.operations.batches.queries import counts
from gensvar.operations.cases.actions import describe, open_case, tag, write_canned_text
from gensvar.operations.cases.models import Case, State
from gensvar.operations.casetypes.actions import add_type
from gensvar.operations.contacts.models import Outgoing

SEVERAL = "/arenden/flera/"


@pytest.fixture
def many(exempelby, eva, noon):
    return [
        open_case(exempelby, title=f"Grop {place}", channel="phone", customer=eva, at=noon)
        for place in range(4)
    ]


@pytest.fixture
def as_cia(browser, cia):
    browser.force_login(cia)
    return browser


def keys(cases):
    return [case.pk for case in cases]


def words(answer):
    return answer.content.decode()


def shown(browser, **asked):
    """Return the page that shows what would be done, and its address."""
    answer = browser.post(SEVERAL, {"asked": "1", **asked})
    assert answer.status_code == 302, words(answer)
    return words(browser.get(answer["Location"])), answer["Location"]


def work():
    for batch in Batch.objects.order_by("pk"):
        go_on(batch, at=now)


def test_an_act_is_shown_then_done_then_undone(as_ada, ada, many):
    page, address = shown(as_ada, act="take", case=keys(many))
    assert "4 ärenden ändras" in page
    assert "Inget skickas till kunderna" in page
    assert "Ada Lind" in page
    assert not Case.objects.filter(agent=ada).exists()

    as_ada.post(f"{address}gor/")
    work()
    assert "4 ärenden</b> gjorda" in words(as_ada.get(address))
    assert Case.objects.filter(agent=ada).count() == 4

    as_ada.post(f"{address}angra/")
    work()
    assert "ångrade" in words(as_ada.get(address))
    assert not Case.objects.filter(agent=ada).exists()


def test_all_that_match_are_meant_by_the_filter_and_not_by_the_page(
    as_cia, many, eva, exempelby, gator, noon
):
    other = open_case(exempelby, title="Träd", channel="mail", customer=eva, at=noon)

    page, _address = shown(
        as_cia, act="subject", subject=gator.pk, all="1", list="kanal=phone", case=[other.pk]
    )

    assert "4 ärenden ändras" in page
    assert other.number not in page


def test_what_is_refused_stands_first_with_its_reason(as_cia, cia, many, gator, noon):
    for case in many[1:]:
        describe(case, subject=gator, need_type="status", by=cia, at=noon)

    page, address = shown(as_cia, act="close", case=keys(many), reason="Lagat")

    assert "3 ärenden ändras" in page
    assert "1 förblir som det är" in page
    assert page.index(many[0].number) < page.index(many[1].number)
    as_cia.post(f"{address}gor/")
    work()
    assert Case.objects.filter(state=State.CLOSED).count() == 3


def test_each_act_asks_for_what_it_must_know(as_ada, many, tek_gata, gator):
    for act in ("assign", "hand-over", "subject", "need", "tag", "untag", "write", "rest", "close"):
        page = as_ada.post(SEVERAL, {"act": act, "case": keys(many)})
        assert page.status_code == 200, act
        assert "Inget ändras än" in words(page), act
    assert Batch.objects.count() == 0


def test_closing_asks_for_the_fields_that_the_types_need(as_ada, ada, many, gator, exempelby, noon):
    add_type(exempelby, "customer-service", by=None, at=noon)
    gator.case_type = add_type(exempelby, "fault-reporting", by=None, at=noon)
    gator.save()
    for case in many:
        describe(case, subject=gator, need_type="status", by=ada, at=noon)

    asked = words(as_ada.post(SEVERAL, {"act": "close", "case": keys(many)}))
    assert 'name="field_place"' in asked
    given = {"field_place": "Torget", "field_fault": "broken", "field_danger": "no"}
    page, _address = shown(as_ada, act="close", case=keys(many), **given)

    assert "4 ärenden ändras" in page


@pytest.mark.parametrize(
    "asked",
    [
        {"act": "subject", "subject": ""},
        {"act": "subject", "subject": "9999999"},
        {"act": "tag", "tag": "  "},
        {"act": "write", "text": ""},
        {"act": "write", "text": "Hej {shoe_size}!"},
        {"act": "rest", "when": "own", "until": "i morgon"},
        {"act": "hand-over", "to": "", "why": "cannot", "question": "?"},
        {"act": "attach", "disruption": ""},
        {"act": "need", "need_type": "gissning"},
    ],
)
def test_what_is_filled_in_wrongly_is_said_and_nothing_is_begun(as_ada, many, asked):
    page = as_ada.post(SEVERAL, {**asked, "asked": "1", "case": keys(many)})

    assert page.status_code == 422
    assert "data-error" in words(page)
    assert Batch.objects.count() == 0


def test_a_letter_is_shown_word_for_word_before_anybody_gets_it(
    as_ada, admin, many, exempelby, noon
):
    ready = write_canned_text(
        exempelby, name="Lagas", text="Hej {first_name}! Vi lagar {number}.", by=admin, at=noon
    )

    page, address = shown(as_ada, act="write", case=keys(many), canned=ready.pk)

    assert f"Hej Eva! Vi lagar {many[0].number}." in page
    assert "tio minuter" in page
    assert Outgoing.objects.count() == 0
    as_ada.post(f"{address}gor/")
    work()
    assert Outgoing.objects.count() == 4


def test_only_whoever_asked_sees_it(as_ada, cia, browser, many):
    _page, address = shown(as_ada, act="take", case=keys(many))

    browser.force_login(cia)

    assert browser.get(address).status_code == 404
    assert browser.post(f"{address}gor/").status_code == 404
    assert browser.get(f"{address}export.csv").status_code == 404
    assert Batch.objects.get().confirmed_at is None


def test_what_became_of_it_leaves_as_a_table(as_ada, ada, many, noon):
    tag(many[0], "Storm", by=ada, at=noon)
    _page, address = shown(as_ada, act="tag", case=keys(many), tag="Storm")
    as_ada.post(f"{address}gor/")
    work()

    fetched = b"".join(as_ada.get(f"{address}export.csv").streaming_content).decode()

    rows = list(csv.reader(io.StringIO(fetched.lstrip("\ufeff")), delimiter=";"))
    assert len(rows) == 5
    assert rows[1][0] == many[0].number
    assert "redan" in rows[1][3]
    assert "Taggar: – → Storm" in rows[2][2]


def test_it_is_confirmed_once_however_often_one_presses(as_ada, many):
    _page, address = shown(as_ada, act="take", case=keys(many))
    as_ada.post(f"{address}gor/")

    again = as_ada.post(f"{address}gor/", follow=True)

    assert "redan bekräftat" in words(again)


def test_an_act_that_one_may_not_do_is_not_offered_or_done(browser, hanna, mats, many):
    browser.force_login(mats)

    assert browser.post(SEVERAL, {"act": "close", "case": keys(many)}).status_code in {302, 403}
    assert Batch.objects.count() == 0


def test_what_one_has_done_with_many_is_listed(as_ada, many):
    assert "Inget än" in words(as_ada.get("/arenden/flera/gjort/"))
    shown(as_ada, act="take", case=keys(many))

    assert "Aldrig bekräftat" in words(as_ada.get("/arenden/flera/gjort/"))


def test_the_rest_of_a_long_list_is_looked_at_by_itself(as_cia, exempelby, eva, gator, noon):
    for place in range(53):
        open_case(exempelby, title=f"Lykta {place}", channel="web", customer=eva, at=noon)

    page, address = shown(as_cia, act="subject", subject=gator.pk, all="1", list="kanal=web")
    assert "50 av 53" in page
    assert "Gör det med" not in page

    work()
    assert "53 ärenden ändras" in words(as_cia.get(address))
    assert counts(Batch.objects.get())["ready"] == 53
