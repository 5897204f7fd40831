"""Approved answers beside a case: suggested, put in, recorded, reported, corrected."""

import re
from datetime import timedelta

import pytest
from django.utils.timezone import now

from gensvar.operations.cases import actions as cases
from gensvar.operations.cases.models import FollowUp, Note, State, SupportUse, Tick
from gensvar.operations.cases.queries.support import answered_wrongly, coverage
from gensvar.operations.knowledge import actions
from gensvar.operations.knowledge.models import Article, Form, Gap, Report, Subject
from gensvar.operations.knowledge.rules.content import Content


@pytest.fixture
def publish(exempelby, tek_gata, hanna, mats):
    """Let Hanna write, and Mats approve, an article or its next version."""

    def published(title, body, *, article=None, at=None, subjects=(), kind="answer", **more):
        at = at or now()
        review_on = (at + timedelta(days=365)).date()
        content = Content(title=title, body=body, review_on=review_on, **more)
        if article is None:
            article = actions.begin_article(
                exempelby,
                kind=kind,
                content=content,
                group=tek_gata,
                owner=hanna,
                subjects=subjects,
                by=hanna,
                at=at,
            )
        else:
            actions.write_draft(article, content, by=hanna, at=at)
        actions.submit(article, by=hanna, at=at)
        actions.approve(article, by=mats, at=at)
        return Article.objects.get(pk=article.pk)

    return published


@pytest.fixture
def holes(publish, gator):
    return publish("När lagas hål?", "Vi lagar hål inom tre dagar.", subjects=[gator])


@pytest.fixture
def page(gropar):
    return f"/arenden/{gropar.number}/"


def answer(browser, page, gropar, **more):
    given = {"text": "Vi lagar snart.", "to": "eva.ek@example.com", "seen": 10**9}
    return browser.post(f"{page}svar/", {**given, "turn": "waiting-for-customer", **more})


def test_the_words_of_the_case_suggest_an_answer_to_put_in(as_ada, page, holes):
    fragment = as_ada.get(f"{page}stod/", headers={"hx-request": "true"}).text

    assert "När lagas hål?" in fragment
    assert 'data-insert-into="reply-text"' in fragment
    assert "ART-1 v1" in fragment
    assert 'data-key="1"' in fragment
    assert "När lagas hål?" in as_ada.get(f"{page}stod/").text


def test_without_script_the_words_stand_in_the_composer(as_ada, page, holes):
    shown = as_ada.get(page, {"artikel": holes.published_id}).text

    assert ">Vi lagar hål inom tre dagar.</textarea>" in shown
    assert f'name="article" value="{holes.published_id}"' in shown


def test_the_answer_records_article_and_version(as_ada, page, gropar, holes, ada):
    assert answer(as_ada, page, gropar, article=holes.published_id).status_code == 302

    used = SupportUse.objects.get()
    assert (used.case, used.version, used.by) == (gropar, holes.published, ada)
    assert used.outgoing.message.text == "Vi lagar snart."
    shown = as_ada.get(f"{page}stod/").text
    assert "skriftligt" in shown
    assert "Kunden fick ett godkänt svar" in as_ada.get(f"{page}historik/").text


def test_an_answer_that_is_not_sent_keeps_its_article(as_ada, page, gropar, holes):
    again = answer(as_ada, page, gropar, article=holes.published_id, text="")

    assert again.status_code == 422
    assert f'name="article" value="{holes.published_id}"' in again.text
    assert not SupportUse.objects.exists()


def test_an_article_that_is_not_approved_cannot_be_answered_with(
    as_ada, page, gropar, holes, hanna
):
    content = Content(title="Ny", body="Ny", review_on=(now() + timedelta(days=9)).date())
    draft = actions.write_draft(holes, content, by=hanna, at=now())

    refused = answer(as_ada, page, gropar, article=draft.pk)

    assert refused.status_code == 422
    assert "inte ett av uppdragsgivarens godkända svar" in refused.text
    assert not SupportUse.objects.exists()


def test_what_was_said_by_word_of_mouth_is_recorded_too(as_ada, page, gropar, holes):
    as_ada.post(f"{page}stod/{holes.published_id}/")

    assert SupportUse.objects.get().way == "told"
    assert "muntligt" in as_ada.get(f"{page}stod/").text


def test_one_click_tells_the_owner_from_the_case(as_ada, page, gropar, holes, ada):
    as_ada.post(f"{page}stod/{holes.published_id}/fel/")

    report = Report.objects.get()
    assert (report.by, report.version, report.words) == (ada, holes.published, "")


def test_a_missing_answer_is_noted_by_subject(as_ada, page, gropar, gator, ada):
    as_ada.post(f"{page}stod/saknas/")
    assert not Gap.objects.exists()
    cases.describe(gropar, subject=gator, by=ada, at=now())

    as_ada.post(f"{page}stod/saknas/")

    assert Gap.objects.get().subject == gator


def test_while_registering_what_is_typed_suggests_and_is_recorded(as_ada, holes, exempelby):
    shown = as_ada.post("/arenden/ny/forslag/", {"said": "hål i gatan", "client": exempelby.pk})
    assert f'name="article" value="{holes.published_id}"' in shown.text
    given = {"client": exempelby.pk, "channel": "phone", "said": "Hål i gatan."}

    as_ada.post("/arenden/ny/", {**given, "article": holes.published_id})

    used = SupportUse.objects.get()
    assert (used.way, used.case.title) == ("told", "Hål i gatan")


def test_a_checklist_is_ticked_step_by_step_and_remembered(as_ada, page, gropar, publish, ada):
    body = "Fråga var hålet är\nSe om det är kommunens gata\nLova tid"
    version = publish("Hål i gata, steg", body, kind="checklist").published
    address = f"{page}checklista/{version.pk}/"
    assert "0 av 3 steg klara" in as_ada.get(address).text

    as_ada.post(address, {"step": ["0", "2", "9"]})
    as_ada.post(address, {"step": ["2"]})

    ticks = dict(Tick.objects.values_list("step", "undone_by"))
    assert ticks == {0: ada.pk, 2: None}
    assert "1 av 3 steg klara" in as_ada.get(address).text
    assert as_ada.post(f"{page}checklista/1{version.pk}/").status_code == 404


def test_a_checklist_knows_the_number_of_the_case(as_ada, page, gropar, publish):
    body = "Sök på https://tillstand.exempelby.example/?q={arende}"
    version = publish("Tillstånd", body, kind="checklist").published

    shown = as_ada.get(f"{page}checklista/{version.pk}/").text

    assert f'href="https://tillstand.exempelby.example/?q={gropar.number}"' in shown


@pytest.fixture
def corrected(publish, holes, exempelby, ada, gator):
    """ART-1 v1, with which fourteen cases were answered before it was corrected."""
    for place in range(14):
        case = cases.open_case(exempelby, title=f"Hål {place}", channel="phone", at=now())
        cases.use_support(case, [holes.published_id], by=ada, at=now())
        cases.describe(case, subject=gator, need_type="information", by=ada, at=now())
        if place < 5:
            cases.close(case, by=ada, at=now())
    wrong = {"is_correction": True, "what_was_wrong": "Det är fem dagar."}
    return publish("När lagas hål?", "Inom fem dagar.", article=holes, **wrong)


def test_a_correction_finds_the_cases_and_one_click_follows_them_up(browser, cia, corrected):
    """CUS-05's own example, with the cases that were answered wrongly."""
    browser.force_login(cia)
    address = f"/rattelser/{corrected.published_id}/"
    assert "Följ upp 14 ärenden" in browser.get(address).text
    assert "När lagas hål?" in browser.get("/rattelser/").text

    browser.post(address, {"reopen": "1"})
    browser.post(address, {"reopen": "1"})

    assert FollowUp.objects.count() == 14
    assert Note.objects.filter(text__contains="Det är fem dagar.").count() == 14
    assert not answered_wrongly(corrected.published).filter(state=State.CLOSED).exists()
    assert "Följ upp" not in browser.get(address).text


def test_cases_answered_after_the_correction_are_not_found(corrected, exempelby, ada):
    case = cases.open_case(exempelby, title="Ny", channel="phone", at=now())
    cases.use_support(case, [corrected.published_id], by=ada, at=now())

    found = answered_wrongly(corrected.published)

    assert found.count() == 14
    assert case not in found


def test_whoever_may_not_see_a_case_does_not_follow_it_up(browser, mats, corrected):
    browser.force_login(mats)

    assert "0 ärenden som du får se" in browser.get(f"/rattelser/{corrected.published_id}/").text
    browser.post(f"/rattelser/{corrected.published_id}/")

    assert not FollowUp.objects.exists()


def test_the_forms_of_the_most_asked_subjects_are_counted(corrected, exempelby, browser, cia):
    (row,) = coverage(exempelby.pk, since=now() - timedelta(days=9))
    assert (row.name, row.cases, row.forms) == ("Gator, v", 14, frozenset({"text"}))

    browser.force_login(cia)
    shown = browser.get("/rattelser/format/").text

    assert "1 / 1" in shown
    assert "0 / 1" in shown


def test_of_twenty_subjects_fourteen_want_words_that_are_easy_to_read(
    exempelby, gator, publish, browser, cia
):
    """As CUS-07 has it: web text for 20 of 20, easy to read for 6 of 20."""
    names = ["Gator, v", *(f"Ämne {number:02}" for number in range(1, 20))]
    for place, name in enumerate(names):
        subject, _is_new = Subject.objects.get_or_create(
            client=exempelby, name=name, defaults={"area": gator.area}
        )
        cases.open_case(exempelby, title=name, channel="phone", subject=subject, at=now())
        easy = {"easy": "Ring oss. Vi hjälper dig."} if place < 6 else {}
        publish(name, "Vi svarar inom tre dagar.", subjects=[subject], **easy)

    browser.force_login(cia)
    page = browser.get("/rattelser/format/").text

    column = 2 + list(Form).index(Form.EASY)
    rows = [
        re.findall(r"<t[hd][ >].*?</t[hd]>", row, re.DOTALL)
        for row in re.findall(r"<tr><th scope=\"row\">.*?</tr>", page, re.DOTALL)
    ]
    assert "20 / 20" in rows[-1][2]
    assert "6 / 20" in rows[-1][column]
    wanting = [row[column] for row in rows[:-1] if "<a " in row[column]]
    assert len(wanting) == 14
    (link,) = set(re.findall(r'href="([^"]+)"', wanting[0]))
    assert browser.get(link).status_code == 200


def test_the_use_of_support_is_told_by_subject(exempelby, gator, publish, browser, cia, ada):
    """As SKE-02 has it: what cases of each subject were answered with."""
    often, seldom = (publish(title, "Inom tre dagar.") for title in ("När lagas hål?", "Ring oss"))
    lamps = Subject.objects.create(client=exempelby, area=gator.area, name="Lampor")
    opened = [
        cases.open_case(exempelby, title="x", channel="phone", subject=subject, at=now())
        for subject in (gator, gator, gator, gator, lamps)
    ]
    for case in opened[:3]:
        cases.use_support(case, [often.published_id], by=ada, at=now())
    cases.use_support(opened[0], [seldom.published_id], by=ada, at=now())

    browser.force_login(cia)
    assert 'href="/rattelser/anvandning/"' in browser.get("/rattelser/").text
    shown = browser.get("/rattelser/anvandning/").text

    row = re.compile(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', re.DOTALL)
    rows = {name: re.findall(r"<td.*?>(.*?)</td>", cells) for name, cells in row.findall(shown)}
    assert rows["Gator, v"][:2] == ["4", "3"]
    assert "75" in rows["Gator, v"][2]
    assert rows["Gator, v"][3] == "När lagas hål?"
    assert (rows["Lampor"][1], rows["Lampor"][3]) == ("0", "inget")
    assert rows["Tillsammans"][:2] == ["5", "3"]


def test_a_stranger_sees_neither_support_nor_corrections(browser, representative, corrected, page):
    browser.force_login(representative)

    assert browser.get(f"{page}stod/").status_code == 404
    assert browser.get(f"/rattelser/{corrected.published_id}/").status_code in {403, 404}
    assert "När lagas hål?" not in browser.get("/rattelser/").text
