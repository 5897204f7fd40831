from datetime import timedelta

import pytest
from django.urls import reverse

from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases.actions import open_case
from gensvar.operations.knowledge.models import ServiceArea, Subject
from gensvar.screens.setup.tests.conftest import hidden

TABLE = """Ämne;Serviceområde;Svarsgrupp;Nivå;Visas för kunder
Lekplatser;Underhåll;TEK-GATA;3;ja
Gator, v;Underhåll;TEK-GATA;3;nej
Bygglov;Bygg;;2;ja
"""


@pytest.fixture
def two_cases(exempelby, gator, noon):
    for number in range(2):
        open_case(
            exempelby, title=f"Hål {number}", channel="phone", contact=None, subject=gator, at=noon
        )


def fields_of(subject: Subject, **changed: object) -> dict[str, object]:
    given = {
        "name": subject.name,
        "area": subject.area_id,
        "group": subject.group_id or "",
        "tier": subject.tier,
        "answer_days": subject.answer_days,
        "is_public": "on",
        "identity_level": subject.identity_level,
    }
    return given | changed


def test_a_new_name_says_how_many_cases_follow(page, gator, two_cases):
    editing = page(reverse("setup_subject", args=[gator.pk]))

    shown = editing.look(**fields_of(gator, name="Gator och vägar")).content.decode()
    editing.save(**fields_of(gator, name="Gator och vägar"))

    assert "<b>2 cases</b> are called by the new name" in shown
    gator.refresh_from_db()
    assert gator.name == "Gator och vägar"


def test_another_group_leaves_open_cases_where_they_are(page, gator, two_cases, kundtjanst):
    editing = page(reverse("setup_subject", args=[gator.pk]))

    shown = editing.look(**fields_of(gator, group=kundtjanst.pk)).content.decode()

    assert "are meant for KUNDTJANST" in shown
    assert "<b>2 open cases</b> stay" in shown


def test_a_subject_is_retired_and_restored(page, gator, two_cases):
    retiring = page(reverse("setup_retiring", args=[gator.pk]))

    shown = retiring.look().content.decode()
    retiring.save()
    gator.refresh_from_db()
    was_retired = gator.retired_at is not None
    refused = page(reverse("setup_subject", args=[gator.pk])).look(**fields_of(gator, name="X"))
    retiring.save()
    gator.refresh_from_db()

    assert "<b>2 open cases</b> keep it." in shown
    assert was_retired
    assert refused.status_code == 409
    assert gator.retired_at is None


def test_a_subject_cannot_take_the_name_of_another(page, gator):
    Subject.objects.create(client=gator.client, area=gator.area, name="Lekplatser")

    answer = page(reverse("setup_subject", args=[gator.pk])).look(
        **fields_of(gator, name="Lekplatser")
    )

    assert answer.status_code == 409
    assert "already one called “Lekplatser”" in answer.content.decode()


def test_a_table_is_shown_before_it_is_brought_in(page, gator, two_cases):
    importing = page(reverse("setup_import"))

    shown = importing.look(table=TABLE).content.decode()
    before = Subject.objects.count()
    answer = importing.save(table=TABLE)
    gator.refresh_from_db()

    assert "<b>2 subjects</b> are new." in shown
    assert "<b>1 subject</b> changes; 2 cases are about it." in shown
    assert "<b>1 service area</b> is new: Bygg." in shown
    assert before == 1
    assert answer.status_code == 302
    assert set(Subject.objects.values_list("name", flat=True)) == {
        "Gator, v",
        "Lekplatser",
        "Bygglov",
    }
    assert (gator.tier, gator.is_public) == (3, False)
    assert ServiceArea.objects.filter(name="Bygg").exists()


def test_a_table_is_brought_in_once(page, gator):
    importing = page(reverse("setup_import"))
    importing.save(table=TABLE)
    importing.save(table=TABLE)

    assert EventRecord.objects.filter(name="knowledge.catalogue-imported").count() == 1


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (";Underhåll;;2;ja", "The name of the subject is missing."),
        ("Snö;;;2;ja", "The service area is missing."),
        ("Snö;Underhåll;TEK-X;2;ja", "no open group with the code “TEK-X”"),
        ("Snö;Underhåll;;7;ja", "“7” is no tier"),
        ("Snö;Underhåll;;2;kanske", "“kanske” is neither yes nor no"),
        ("Lekplatser;Underhåll;;2;ja", "The same subject stands on line 2."),
        (f"{'S' * 121};Underhåll;;2;ja", "longer than 120 letters"),
        ("<script>x</script>;;;2;ja", "The service area is missing."),
    ],
)
def test_a_fault_is_told_with_its_line_and_nothing_is_brought_in(page, gator, row, words):
    answer = page(reverse("setup_import")).look(table=TABLE + row)
    text = answer.content.decode()

    assert answer.status_code == 422
    assert words in text
    assert '<th scope="row">5</th>' in text
    assert "<script>x" not in text
    assert Subject.objects.count() == 1


def test_a_file_that_is_no_table_is_refused_in_words(page, gator):
    from django.core.files.uploadedfile import SimpleUploadedFile

    importing = page(reverse("setup_import"))
    empty = importing.look()
    picture = importing.look(file=SimpleUploadedFile("a.csv", b"\x89PNG\r\n\x1a\n\0\0\xff"))

    assert empty.status_code == 422
    assert "Choose a file with a table in it." in empty.content.decode()
    assert picture.status_code == 422
    assert "needs a heading" in picture.content.decode()


def test_what_is_taken_out_can_be_brought_in_again_unchanged(desk, page, gator):
    answer = desk.get(reverse("setup_subjects_file", args=["csv"]))
    text = b"".join(answer.streaming_content).decode()

    shown = page(reverse("setup_import")).look(table=text).content.decode()

    assert "<b>0 subjects</b> are new." in shown
    assert "<b>1 subject</b> is as it was." in shown


def test_what_is_taken_out_bears_the_version_of_the_catalogue(desk, page, gator):
    file = reverse("setup_subjects_file", args=["csv"])
    first = desk.get(file)["Content-Disposition"]

    page(reverse("setup_subject", args=[gator.pk])).save(**fields_of(gator, name="Gator"))

    assert "amnen-exempelby-v1.csv" in first
    assert "amnen-exempelby-v2.csv" in desk.get(file)["Content-Disposition"]
    assert "Version 2 of the catalogue" in desk.get(reverse("setup_subjects")).content.decode()


def test_a_plan_that_is_out_of_date_brings_nothing_in(page, gator, tek_gata, noon):
    importing = page(reverse("setup_import"))
    seen = hidden(importing.look(table=TABLE), "seen")
    tek_gata.closed_at = noon - timedelta(days=1)
    tek_gata.save()

    answer = importing.browser.post(importing.url, {"table": TABLE, "do": "save", "seen": seen})

    assert answer.status_code == 422
    assert Subject.objects.count() == 1
