"""Orders through the pages: the agent's, the performer's phone, the administrator's."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import now

from conftest import Browser
from gensvar.operations.cases.models import Case
from gensvar.operations.workorders import actions
from gensvar.operations.workorders.models import (
    Approval,
    Estimate,
    PreventionCard,
    ProcessRule,
    ProcessStep,
    WorkOrder,
)
from gensvar.operations.workorders.queries.process import actual_cost
from gensvar.operations.workorders.rules.process import Step
from gensvar.operations.workorders.tests.test_follow_the_process import finish
from gensvar.operations.workorders.tests.test_order import PIXEL


def signed_in(agent):
    browser = Browser()
    browser.force_login(agent)
    return browser


@pytest.fixture
def as_ada(ada):
    return signed_in(ada)


@pytest.fixture
def as_tom(tom):
    return signed_in(tom)


def words(answer):
    return answer.content.decode()


def test_the_agent_takes_a_case_from_steps_to_order(as_ada, lamp, rule, drift, norrskolan):
    case = f"/arbetsorder/arende/{lamp.number}/"

    for step in ("1.2", "1.3"):
        as_ada.post(f"{case}steg/", {"step": step})
    early = as_ada.post(f"{case}steg/", {"step": "1.5"}, follow=True)
    as_ada.post(f"{case}berakning/", {"hours": "2,0", "rate": "620", "material": "180"})
    as_ada.post(f"{case}steg/", {"step": "1.5"})
    made = as_ada.post(
        f"{case}ny/",
        {
            "place": norrskolan.pk,
            "where": "Sal 3",
            "action": "Byt lampan",
            "group": drift.pk,
            "priority": "3",
            "planned_hours": "2",
            "rate": "620",
        },
        follow=True,
    )

    assert "Steg 1.4 saknar beräkning" in words(early)
    assert Estimate.objects.get().total == 1_420_00
    assert "A-1 Sal 3" in words(made)
    taken = set(ProcessStep.objects.values_list("step", flat=True))
    assert {"1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2"} == taken
    page = words(as_ada.get(case))
    assert "Byt lampan" in page
    assert "1\u202f420" in page.replace("&nbsp;", "\u202f")


def test_what_is_wrong_in_an_order_is_said_beside_what_was_written(as_ada, lamp):
    answer = as_ada.post(
        f"/arbetsorder/arende/{lamp.number}/ny/",
        {"where": "Sal 3", "action": "Byt lampan", "priority": "3", "rate": "mycket"},
    )

    assert answer.status_code == 422
    assert "Välj en person eller en grupp" in words(answer)
    assert "Skriv ett belopp i kronor" in words(answer)
    assert "Byt lampan" in words(answer)


def test_what_was_written_stays_where_it_is_refused(as_ada, ordered, tom):
    page = f"/arbetsorder/{ordered.pk}/"
    too_much = {"hours": "9000", "rate": "90000000", "material": "7"}
    estimate = f"/arbetsorder/arende/{ordered.case.number}/berakning/"
    calculated = as_ada.post(estimate, too_much)
    actions.start(ordered, by=tom, at=now())
    cancelled = as_ada.post(f"{page}aterkalla/", {"reason": "Behövs inte"})
    told = as_ada.post(f"{page}aterrapportera/", {"way": "voice", "text": "Lampan lyser."})

    assert [one.status_code for one in (calculated, cancelled, told)] == [422, 422, 422]
    assert "90000000" in words(calculated)
    assert "kan inte bli" in words(cancelled)
    assert "är inte klar" in words(told)
    ordered.refresh_from_db()
    assert ordered.stage == "started"


def test_the_agent_writes_down_a_yes(as_ada, estimated):
    as_ada.post(
        f"/arbetsorder/arende/{estimated.number}/besked/",
        {"is_yes": "yes", "side": "client", "who": "Rektor Sten", "how": "mail"},
    )

    assert Approval.objects.values_list("is_yes", "who").get() == (True, "Rektor Sten")


def test_the_performer_goes_from_list_to_sign_off(as_tom, ordered):
    mine = as_tom.get("/arbetsorder/mina/")
    page = f"/arbetsorder/mina/{ordered.pk}/"
    as_tom.post(f"{page}starta/")
    as_tom.post(f"{page}tid/", {"hours": "1,5"})
    as_tom.post(f"{page}material/", {"name": "Lysrör", "quantity": "2", "price": "120"})
    picture = SimpleUploadedFile("lampa.png", PIXEL, content_type="image/png")
    as_tom.post(f"{page}bild/", {"photo": picture})
    as_tom.post(f"{page}pausa/", {"reason": "Lunch"})
    done = as_tom.post(f"{page}signera/", {"name": "Tom Alm", "note": ""}, follow=True)

    assert "A-881" in words(mine)
    ordered.refresh_from_db()
    assert ordered.stage == "done"
    assert actual_cost([ordered.pk]) == 1_170_00
    assert "Signerad" in words(done)
    photo = ordered.photos.get()
    assert as_tom.get(f"/arbetsorder/bild/{photo.pk}/").content == PIXEL


def test_what_the_performer_wrote_stays_where_it_is_wrong(as_tom, ordered, tom):
    actions.start(ordered, by=tom, at=now())

    answer = as_tom.post(f"/arbetsorder/mina/{ordered.pk}/tid/", {"hours": "en stund"})
    nothing = as_tom.post(f"/arbetsorder/mina/{ordered.pk}/signera/", {"name": "Tom"})
    text = SimpleUploadedFile("lampa.png", b"ingen bild", content_type="image/png")
    false = as_tom.post(f"/arbetsorder/mina/{ordered.pk}/bild/", {"photo": text})

    assert (answer.status_code, nothing.status_code, false.status_code) == (422, 422, 422)
    assert "en stund" in words(answer)
    assert "Skriv ett tal" in words(answer)
    assert "Skriv hur lång tid det tog" in words(nothing)


@pytest.mark.parametrize(
    ("part", "written"),
    [
        ("tid", {"hours": "1,5"}),
        ("material", {"name": "LED 18 W", "quantity": "2", "price": "90"}),
        ("signera", {"name": "Tom Ek", "note": "Bytt lampa"}),
        ("pausa", {"reason": "Väntar på en stege"}),
    ],
)
def test_what_the_performer_wrote_stays_where_the_order_was_cancelled_meanwhile(
    as_tom, ordered, ada, part, written
):
    actions.cancel(ordered, reason="Redan lagad", by=ada, at=now())

    answer = as_tom.post(f"/arbetsorder/mina/{ordered.pk}/{part}/", written)

    assert answer.status_code in {409, 422}
    shown = words(answer)
    assert 'role="alert"' in shown
    assert [value for value in written.values() if value not in shown] == []


def test_the_performer_reaches_nothing_else(as_tom, ordered, lamp):
    paths = [
        f"/arenden/{lamp.number}/",
        "/arenden/",
        "/kunder/",
        f"/arbetsorder/{ordered.pk}/andra/",
        f"/arbetsorder/arende/{lamp.number}/ny/",
    ]

    assert {path: as_tom.get(path).status_code for path in paths} == dict.fromkeys(paths, 403)
    assert as_tom.get(f"/arbetsorder/arende/{lamp.number}/").status_code == 404
    page = words(as_tom.get(f"/arbetsorder/{ordered.pk}/"))
    assert "A-881" in page
    assert "Eva Ek" not in page


def test_another_performer_finds_no_order(el_ab, ordered):
    browser = signed_in(el_ab)

    assert "A-881" not in words(browser.get("/arbetsorder/mina/"))
    assert browser.get(f"/arbetsorder/{ordered.pk}/").status_code == 404
    assert browser.post(f"/arbetsorder/mina/{ordered.pk}/starta/").status_code == 404


def test_the_agent_reports_back_and_closes(as_ada, ordered, tom):
    finish(ordered, tom, now() - timedelta(hours=3))
    number = ordered.case.number
    refused = as_ada.post(f"/arenden/{number}/stang/", follow=True)
    empty = as_ada.post(f"/arbetsorder/{ordered.pk}/aterrapportera/", {"way": "voice", "text": ""})
    told = as_ada.post(
        f"/arbetsorder/{ordered.pk}/aterrapportera/",
        {"way": "voice", "text": "Lampan lyser igen."},
        follow=True,
    )

    assert "2.5" in words(refused)
    assert empty.status_code == 422
    assert "Lampan lyser igen." in words(told)
    as_ada.post(f"/arenden/{number}/stang/")
    assert Case.objects.get(pk=ordered.case_id).is_closed


def test_the_page_of_the_case_tells_its_orders(as_ada, ordered, tom, ada):
    address = f"/arbetsorder/arende/{ordered.case.number}/"

    def beside():
        return words(as_ada.get(address, headers={"HX-Request": "true"}))

    assert "A-881" in beside()
    finish(ordered, tom, now() - timedelta(hours=3))
    assert "att återrapportera" in beside()
    actions.report_back(ordered, text="Klart", way="voice", by=ada, at=now())
    assert "att återrapportera" not in beside()
    assert "<h1>" not in beside()


def test_the_page_of_a_case_says_when_no_step_is_left(as_ada, ordered, tom, ada):
    lamp = ordered.case
    finish(ordered, tom, now() - timedelta(hours=3))
    actions.note_carried_out(lamp, at=now())
    actions.report_back(ordered, text="Lampan lyser.", way="voice", by=ada, at=now())
    for step in (Step.PREVENT, Step.FOLLOW_UP):
        actions.take_step(lamp, step, by=ada, at=now())
    actions.rate(ordered.survey, score=5, words="", at=now())
    actions.note_satisfaction(lamp, at=now())

    beside = as_ada.get(f"/arbetsorder/arende/{lamp.number}/", headers={"HX-Request": "true"})

    assert "Alla fjorton stegen är tagna." in words(beside)


def test_the_list_counts_what_is_late_and_leaves_as_a_file(as_ada, ordered, wanted, tom, ada):
    ordered.planned_end = now() - timedelta(days=1)
    ordered.save()

    page = words(as_ada.get("/arbetsorder/"))
    late = words(as_ada.get("/arbetsorder/?visa=forsenade&q=Norr"))
    none = words(as_ada.get("/arbetsorder/?visa=forsenade&q=finns-inte"))
    file = b"".join(as_ada.get("/arbetsorder/fil/csv/").streaming_content).decode()

    assert "En order är försenad" in page
    assert "A-881" in late
    assert "A-881" not in none
    assert "A-881" in file
    assert "1420" in file
    assert as_ada.get("/arbetsorder/fil/pdf/").status_code == 404


def test_the_figures_are_of_finished_orders(as_ada, ordered, tom):
    finish(ordered, tom, now() - timedelta(hours=4))
    WorkOrder.objects.update(made_at=now() - timedelta(days=1))

    page = words(as_ada.get("/arbetsorder/"))

    assert "−17,6" in page
    assert "0 av 1" in page


def test_a_card_gets_its_outcome(as_ada, lamp, wanted, ada):
    for days in (3, 2, 1):
        order = actions.make_order(lamp, wanted, by=ada, at=now() - timedelta(days=days))
    card = actions.open_card_if_called_for(order, at=now())

    assert "Ett fel återkommer" in words(as_ada.get("/arbetsorder/kort/"))
    empty = as_ada.post(f"/arbetsorder/kort/{card.pk}/utfall/", {"outcome": "remedied"})
    as_ada.post(
        f"/arbetsorder/kort/{card.pk}/utfall/",
        {"outcome": "remedied", "words": "Fukt i dosan, bytt."},
    )

    assert empty.status_code == 422
    assert PreventionCard.objects.get().outcome == "remedied"
    assert "Fukt i dosan" in words(as_ada.get(f"/arbetsorder/kort/{card.pk}/"))


def test_the_administrator_says_what_a_type_asks_for(admin, fault_type, settings):
    settings.REQUIRE_SECOND_FACTOR = False
    browser = signed_in(admin)
    page = f"/arbetsorder/processer/{fault_type.pk}/"

    wrong = browser.post(page, {"has_process": "on", "approval_limit": "-1"})
    browser.post(
        page,
        {
            "has_process": "on",
            "demands_price": "on",
            "approval_limit": "5 000",
            "rate": "620,50",
            "skippable": ["1.2", "3.4"],
        },
    )

    assert wrong.status_code == 422
    rule = ProcessRule.objects.get()
    assert (rule.approval_limit, rule.rate, rule.skippable) == (5_000_00, 620_50, ["1.2", "3.4"])
    assert "1.2, 3.4" in words(browser.get("/arbetsorder/processer/"))


def test_an_order_given_hours_keeps_them_exactly(as_ada, lamp, drift):
    as_ada.post(
        f"/arbetsorder/arende/{lamp.number}/ny/",
        {
            "where": "Sal 3",
            "action": "Byt",
            "group": drift.pk,
            "priority": "1",
            "planned_hours": "0,25",
        },
    )

    assert WorkOrder.objects.get().planned_hours == Decimal("0.25")
