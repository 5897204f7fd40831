from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate, now

from gensvar.operations.knowledge.models import Article, Version
from gensvar.operations.knowledge.queries.article_import import planned_articles

HEAD = "rubrik;text;svarsgrupp;ägare;granskas senast;ämnen;visas för kunder"
DAY = (localdate() + timedelta(days=200)).isoformat()
GOOD = f"När plogas gatan?;När det är 8 cm snö.;TEK-GATA;hanna@exempelby.example;{DAY};Gator, v;ja"


def table(*rows: str, head: str = HEAD) -> str:
    return "\n".join([head, *rows])


@pytest.fixture
def plan(exempelby, tek_gata, gator, hanna):
    def planned(text):
        return planned_articles(exempelby, text, groups=[tek_gata.pk], at=now())

    return planned


def test_a_good_row_would_begin_an_article(plan, gator):
    (one,) = plan(table(GOOD)).new

    assert one.content.title == "När plogas gatan?"
    assert (one.subjects, one.line.is_public, one.line.kind) == ((gator,), True, "answer")
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (GOOD.replace(DAY, "31/5 2027"), (2, "granskas senast", "day", "31/5 2027")),
        (GOOD.replace(DAY, "2020-01-01"), (2, "granskas senast", "past", "2020-01-01")),
        (GOOD.replace("TEK-GATA", "TEK-VA"), (2, "svarsgrupp", "group", "TEK-VA")),
        (GOOD.replace("hanna@", "ada@"), (2, "ägare", "owner", "ada@exempelby.example")),
        (GOOD.replace("Gator, v", "Gator"), (2, "ämnen", "subject", "Gator")),
        (GOOD.replace(";ja", ";kanske"), (2, "visas för kunder", "yes-no", "kanske")),
        (GOOD.replace("När plogas gatan?", ""), (2, "rubrik", "empty", "")),
    ],
)
def test_a_fault_names_row_column_and_reason(plan, row, fault):
    made = plan(table(row))

    assert [(one.number, one.column, one.kind, one.value) for one in made.faults] == [fault]
    assert made.new == ()


def test_unknown_missing_and_doubled_columns_are_faults(plan):
    made = plan("rubrik;rubrik;text;svarsgrup;ägare;granskas senast\n")

    assert [(one.column, one.kind) for one in made.faults] == [
        ("rubrik", "column-twice"),
        ("svarsgrup", "unknown"),
        ("grupp", "heading"),
    ]


def test_the_same_title_twice_is_a_fault(plan):
    made = plan(table(GOOD, GOOD))

    assert [(one.number, one.kind, one.value) for one in made.faults] == [(3, "twice", "2")]


def test_no_number_is_made_up(plan):
    row = f"ART-99;{GOOD}"

    (fault,) = plan(table(row, head=f"nummer;{HEAD}")).faults

    assert (fault.column, fault.kind, fault.value) == ("nummer", "no-article", "ART-99")


@pytest.mark.parametrize("text", ["", "x", '"', "a;b\n1;2", "rubrik\n\n\n"])
def test_anything_can_be_sent_in(plan, text):
    assert plan(text).new == ()


def test_first_it_is_shown_and_then_brought_in_as_drafts(browser, mats, hanna, tek_gata, gator):
    browser.force_login(mats)
    file = SimpleUploadedFile("svar.csv", table(GOOD).encode("utf-8-sig"))

    page = browser.post("/svarsstod/import/", {"file": file})
    assert page.status_code == 200
    assert "När plogas gatan?" in page.text
    assert not Article.objects.exists()

    browser.post("/svarsstod/import/", {"table": table(GOOD)})
    article = Article.objects.get()
    assert (article.owner, article.published) == (hanna, None)
    assert article.versions.get().state == Version.State.DRAFT

    again = browser.post("/svarsstod/import/", {"table": table(GOOD)}, follow=True)
    assert "0 nya utkast och 0 ändrade" in again.text


def test_a_file_with_a_fault_changes_nothing_and_says_where(browser, mats, tek_gata, gator, hanna):
    browser.force_login(mats)
    bad = table(GOOD, GOOD.replace("plogas", "sandas").replace(DAY, "snart"))

    page = browser.post("/svarsstod/import/", {"table": bad})

    assert page.status_code == 422
    assert "”snart” är inget datum" in page.text
    assert "granskas senast" in page.text
    assert not Article.objects.exists()
