"""Published answers on the portal: only those, found without script, offered before one asks."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from gensvar.operations.knowledge import actions
from gensvar.operations.knowledge.models import Article
from gensvar.operations.knowledge.rules.content import Content


@pytest.fixture
def publish(exempelby, tek_gata, hanna, mats):
    def published(title, body, *, subjects=(), is_public=True, approved=True, **more):
        review_on = (now() + timedelta(days=365)).date()
        article = actions.begin_article(
            exempelby,
            kind="answer",
            content=Content(title=title, body=body, review_on=review_on, **more),
            group=tek_gata,
            owner=hanna,
            subjects=subjects,
            is_public=is_public,
            by=hanna,
            at=now(),
        )
        if approved:
            actions.submit(article, by=hanna, at=now())
            actions.approve(article, by=mats, at=now())
        return Article.objects.get(pk=article.pk)

    return published


@pytest.fixture
def holes(publish, gator):
    return publish(
        "När lagas hål i gatan?",
        "# Så gör vi\nVi lagar hål inom tre dagar.\n- Djupa hål först\nSe https://exempelby.example/hal",
        subjects=[gator],
        easy="Vi lagar hål snabbt.",
        title_en="When are holes mended?",
        body_en="Within three days.",
        spoken="Säg att det tar tre dagar.",
    )


def test_what_is_published_is_listed_by_area_and_read(citizen, holes):
    listed = citizen.get("/svar/").text
    assert "Underhåll" in listed
    assert "När lagas hål i gatan?" in listed

    page = citizen.get(f"/svar/{holes.number}/").text

    assert "<h2>Så gör vi</h2>" in page
    assert "<li>Djupa hål först</li>" in page
    assert '<a href="https://exempelby.example/hal"' in page
    assert "Säg att det tar tre dagar." not in page


def test_it_is_read_in_easy_swedish_and_in_english(citizen, holes):
    address = f"/svar/{holes.number}/"
    assert "Läs på lätt svenska" in citizen.get(address).text
    assert "Vi lagar hål snabbt." in citizen.get(address, {"lattlast": ""}).text

    citizen.get("/sprak/en/")

    assert "Within three days." in citizen.get(address).text


def test_drafts_internal_answers_and_what_is_withdrawn_do_not_exist(citizen, publish, holes, mats):
    internal = publish("Internt svar om gatan", "Hemligt.", is_public=False)
    draft = publish("Utkast om gatan", "Halvfärdigt.", approved=False)
    actions.withdraw(holes, "Gäller inte.", by=mats, at=now())

    for article in (internal, draft, holes):
        assert citizen.get(f"/svar/{article.number}/").status_code == 404
        assert article.title not in citizen.get("/svar/").text
        assert article.title not in citizen.post("/svar/", {"words": "gatan"}).text


def test_a_new_version_is_not_public_before_it_is_approved(citizen, holes, hanna):
    content = Content(
        title="Nytt", body="Inte godkänt.", review_on=(now() + timedelta(days=9)).date()
    )
    actions.write_draft(holes, content, by=hanna, at=now())

    page = citizen.get(f"/svar/{holes.number}/").text

    assert "Inte godkänt." not in page
    assert "Vi lagar hål inom tre dagar." in page


def test_another_clients_answers_are_not_here(citizen, holes, energi):
    assert citizen.get(f"/hos/energi/svar/{holes.number}/").status_code == 404
    assert holes.title not in citizen.get("/hos/energi/svar/").text


def test_own_words_find_an_answer_and_stay_out_of_the_address(citizen, holes):
    page = citizen.post("/svar/", {"words": "hål på min gata"})

    assert page.status_code == 200
    assert "När lagas hål i gatan?" in page.text
    assert "Inget svar passar" in citizen.post("/svar/", {"words": "trombon"}).text


def test_perhaps_this_helps_before_the_question_is_sent(citizen, holes, gator):
    page = citizen.answer("/fraga/amne/", subject=gator.pk)
    assert "Kanske hjälper detta" in page.text
    assert "När lagas hål i gatan?" in page.text

    citizen.answer("/fraga/beskriv/", text="Det är ett hål i Skolgatan.")
    citizen.answer("/fraga/filer/", go_on="1")
    page = citizen.answer("/fraga/svar/", reply="code")

    assert page.redirect_chain[-1][0] == "/fraga/kontrollera/"
    assert "Kanske hjälper detta" in page.text


def test_a_question_about_nothing_known_is_not_held_up(citizen, holes):
    page = citizen.ask_all(text="Jag vill lära mig spela trombon.")

    assert "Kanske hjälper detta" not in page.text


@pytest.mark.parametrize("number", [0, 99, 2**40])
def test_a_number_that_is_none_is_not_found(citizen, holes, number):
    assert citizen.get(f"/svar/{number}/").status_code == 404
