"""A report stands as it was published, in every form to the byte, and is restated with both."""

import hashlib
import json
import re
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils.timezone import now
from pypdf import PdfReader

from gensvar.foundation.events.models import EventRecord
from gensvar.oversight.kpi.models import PublishedFigure
from gensvar.oversight.kpi.publishing import NoReason, NothingChanged, NotOver
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.tests.test_read_record import as_web, read
from gensvar.oversight.publications.actions import (
    NoSuchSpan,
    NothingChosen,
    ReportAlreadyPublished,
    compose_outline,
    publish_report,
    restate_report,
    write_remark,
)
from gensvar.oversight.publications.models import Publication, Rendition
from gensvar.oversight.publications.rules import PRESETS, Span, Use
from gensvar.oversight.publications.tests.conftest import MAY
from gensvar.oversight.publications.writing import renditions_of


@pytest.fixture
def report(outline, karin):
    write_remark(outline, MAY, "Fler ringde än väntat.", by=karin, at=now())
    return publish_report(outline, MAY, by=karin, at=now())


def told(report, form, language="sv"):
    return bytes(report.renditions.get(form=form, language=language).content)


def test_it_holds_figures_with_their_terms_definition_and_hash(report):
    text = told(report, "txt").decode()
    figure = PublishedFigure.objects.get(code="K02")

    assert "Numerator" not in text
    assert "Täljare: 6; Nämnare: 8; Resultat: 75,0 %" in text
    assert "Fler ringde än väntat." in text
    assert "Så här gick det." in text
    assert f"kontrollsumma {figure.digest[:16]}" in text
    assert "S = 5 s" in text
    assert "Uppgifter saknas för K17" in text
    assert "Numerator: 6; Denominator: 8; Result: 75.0 %" in told(report, "txt", "en").decode()
    record = EventRecord.objects.get(name="publications.report-published")
    assert record.payload["digest"] == report.digest


def test_the_pdf_is_tagged_swedish_and_the_same_bytes_each_time(report):
    reader = PdfReader(BytesIO(told(report, "pdf")))
    root: Any = reader.trailer["/Root"]
    words = " ".join(page.extract_text() for page in reader.pages)

    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "sv"
    assert reader.metadata.title == "Måluppfyllelse, maj 2026"
    assert "Fler ringde än väntat." in words
    assert "75,0" in words
    for language, form, content in renditions_of(report):
        row = report.renditions.get(form=form, language=language)
        assert bytes(row.content) == content
        assert row.sha256 == hashlib.sha256(content).hexdigest()


def test_the_page_names_its_language_captions_and_scopes(report):
    page = told(report, "html").decode()

    assert '<html lang="sv">' in page
    assert "<caption>Siffror</caption>" in page
    assert '<th scope="col" class="n">Täljare</th>' in page
    assert '<th scope="row">Servicenivå (K02)</th>' in page
    assert page.count("<h1>") == 1


def test_what_somebody_writes_is_no_markup_in_any_form(outline, karin):
    write_remark(outline, MAY, "<b>#x</b> *y* = [z]", by=karin, at=now())
    report = publish_report(outline, MAY, by=karin, at=now())

    assert "&lt;b&gt;#x&lt;/b&gt;" in told(report, "html").decode()
    assert "<b>#x</b> *y* = [z]" in PdfReader(BytesIO(told(report, "pdf"))).pages[0].extract_text()


def test_a_figure_that_is_published_already_is_told_as_it_stands(report, calls, whole, karin):
    """Another report about the same days says the same, whatever came late."""
    calls.answered(300)
    read(at=now())
    other = compose_outline(
        whole,
        None,
        name="Annan",
        span=Span.MONTH,
        measures=["K02"],
        tables=[],
        words="",
        by=karin,
        at=now(),
    )

    again = publish_report(other, MAY, by=karin, at=now())

    assert again.content["measures"][0]["digest"] == report.content["measures"][0]["digest"]
    assert "6; Nämnare: 8" in told(again, "txt").decode()


def test_restated_it_prints_both_and_the_reason(report, calls, karin):
    before = told(report, "pdf")
    with pytest.raises(NothingChanged):
        restate_report(report, "Igen", by=karin, at=now())
    with pytest.raises(NoReason):
        restate_report(report, " ", by=karin, at=now())
    calls.answered(300)
    read(at=now())

    again = restate_report(report, "Ett samtal kom sent.", by=karin, at=now())

    text = told(again, "txt").decode()
    assert "Omräknad: Ett samtal kom sent." in text
    lines = [one for one in text.splitlines() if "Varför: Ett samtal kom sent." in one]
    line = next(one for one in lines if "Servicenivå" in one)
    assert line.index("75,0 %") < line.index("66,7 %")
    assert again.restates == report
    assert told(report, "pdf") == before
    assert "75,0" in told(report, "txt").decode()


def test_the_page_says_when_figures_have_changed(report, calls, browser, karin):
    browser.force_login(karin)
    address = f"/publicerade-rapporter/rapport/{report.pk}/"
    assert "har ändrats sedan rapporten" not in browser.get(address).content.decode()
    calls.answered(300)
    read(at=now())

    page = browser.get(address).content.decode()

    assert "har ändrats sedan rapporten" in page
    assert "75,0 %" in page
    answer = browser.post(f"{address}rakna-om/", {"because": "Kom sent."})
    newest = Publication.objects.get(restates=report)
    assert answer.url == f"/publicerade-rapporter/rapport/{newest.pk}/"
    assert "En annan rapport står i stället" in browser.get(address).content.decode()


def test_half_counted_days_and_broken_months_are_refused(outline, karin):
    with pytest.raises(NotOver):
        publish_report(outline, Period(date(2036, 5, 1), date(2036, 6, 1)), by=karin, at=now())
    with pytest.raises(NoSuchSpan):
        publish_report(outline, Period(date(2026, 5, 2), date(2026, 6, 1)), by=karin, at=now())
    assert not Publication.objects.exists()
    assert not PublishedFigure.objects.exists()


def test_a_report_is_published_once(report, outline, karin):
    with pytest.raises(ReportAlreadyPublished):
        publish_report(outline, MAY, by=karin, at=now())
    with pytest.raises(ReportAlreadyPublished):
        write_remark(outline, MAY, "För sent", by=karin, at=now())


def test_the_database_lets_nobody_change_it(report, karin):
    for rows in (Publication.objects, Rendition.objects):
        with pytest.raises(DatabaseError), transaction.atomic(), as_web(karin):
            rows.all().delete()
    with pytest.raises(DatabaseError), transaction.atomic(), as_web(karin):
        Rendition.objects.update(sha256="0")


def test_there_are_seven_presets_and_each_can_be_composed_from_the_page(browser, karin, whole):
    browser.force_login(karin)
    assert len(PRESETS) == len(Use) == 7

    for use in Use:
        page = browser.get(f"/publicerade-rapporter/ny/?use={use}").content.decode()
        for code in PRESETS[use].measures:
            assert f'value="{code}"' in page
        chosen = re.findall(r'name="(?:measures|tables)"[^>]* checked', page)
        assert len(chosen) == len(PRESETS[use].measures) + len(PRESETS[use].tables)


def test_a_report_of_nothing_is_refused_beside_the_field(browser, karin, whole):
    browser.force_login(karin)

    answer = browser.post("/publicerade-rapporter/ny/", {"name": "Tom", "span": "month"})

    assert answer.status_code == 422
    assert "Välj minst ett" in answer.content.decode()
    assert 'value="Tom"' in answer.content.decode()
    with pytest.raises(NothingChosen):
        compose_outline(
            whole,
            None,
            name="Tom",
            span=Span.MONTH,
            measures=[],
            tables=[],
            words="",
            by=karin,
            at=now(),
        )


def test_files_hold_numerator_and_denominator(report, browser, karin):
    browser.force_login(karin)
    address = f"/publicerade-rapporter/rapport/{report.pk}/"

    rows = json.loads(browser.get(f"{address}?format=json").getvalue())["items"]
    csv = browser.get(f"{address}?format=csv").getvalue().decode()
    row = next(one for one in rows if (one["part"], one["way"]) == ("K02", "F"))

    assert (row["numerator"], row["denominator"], row["value"]) == (6, 8, 0.75)
    assert row["digest"] == PublishedFigure.objects.get(code="K02").digest
    assert "Täljare" in csv
    assert browser.get(f"{address}?format=xlsx").getvalue().startswith(b"PK")
    assert browser.get(f"{address}fil/pdf/").content == told(report, "pdf")
    assert browser.get(f"{address}fil/exe/").status_code == 404


def test_another_client_reads_nothing_of_it(report, outline, browser, elsa):
    browser.force_login(elsa)

    for address in (
        f"/publicerade-rapporter/rapport/{report.pk}/",
        f"/publicerade-rapporter/rapport/{report.pk}/fil/pdf/",
        f"/publicerade-rapporter/{outline.pk}/",
        f"/api/v1/published-reports/{report.pk}",
        f"/api/v1/published-reports/{report.pk}/renditions/pdf",
    ):
        assert browser.get(address).status_code == 404
    assert browser.get("/api/v1/published-reports").json()["count"] == 0
    assert "Måluppfyllelse" not in browser.get("/publicerade-rapporter/").content.decode()


def test_a_program_reads_the_same(report, browser, karin):
    browser.force_login(karin)

    listed = browser.get("/api/v1/published-reports").json()
    whole = browser.get(f"/api/v1/published-reports/{report.pk}").json()
    printed = browser.get(f"/api/v1/published-reports/{report.pk}/renditions/pdf")

    assert listed["items"][0]["digest"] == report.digest
    row = next(one for one in whole["items"] if (one["part"], one["way"]) == ("K02", "F"))
    assert (row["numerator"], row["denominator"]) == (6, 8)
    kept = next(
        one for one in whole["renditions"] if (one["language"], one["form"]) == ("sv", "pdf")
    )
    assert hashlib.sha256(printed.content).hexdigest() == kept["sha256"]


def test_those_who_only_read_compose_and_publish_nothing(outline, browser, ada):
    browser.force_login(ada)

    assert browser.get(f"/publicerade-rapporter/{outline.pk}/").status_code == 200
    for act in ("publicera", "kommentar", "prenumeranter"):
        answer = browser.post(f"/publicerade-rapporter/{outline.pk}/{act}/", {"text": "x"})
        assert answer.status_code == 403
    assert browser.get("/publicerade-rapporter/ny/").status_code == 403
