"""What the type of a case asks for, on the pages of the desk."""

import csv
from io import StringIO

import pytest

from gensvar.operations.cases.actions import describe, fill_in
from gensvar.operations.cases.models import Case, State
from gensvar.operations.cases.queries.typed import filled_in
from gensvar.operations.casetypes.actions import add_type
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.contacts.models import Outgoing

WHOLE = {"field_place": "Skolgatan 12", "field_fault": "broken", "field_danger": "yes"}


@pytest.fixture
def faults(exempelby, gator, gropar, ada, noon):
    """Fault reports, which the case about Gator, v is."""
    add_type(exempelby, "customer-service", by=None, at=noon)
    case_type = add_type(exempelby, "fault-reporting", by=None, at=noon)
    gator.case_type = case_type
    gator.save()
    describe(gropar, by=ada, at=noon, subject=gator, need_type="opinion")
    return case_type


@pytest.fixture
def act(as_ada, gropar, faults):
    def done(path, **data):
        return as_ada.post(f"/arenden/{gropar.number}/{path}/", data, follow=True)

    return done


def test_fields_are_filled_in_and_stand_beside_the_case(as_ada, act, gropar):
    page = as_ada.get(f"/arenden/{gropar.number}/").content.decode()
    assert "behövs innan det är klart" in page
    assert f'hx-get="/arenden/{gropar.number}/falt/"' in page
    assert 'data-key="f"' in page

    shown = act("falt", **WHOLE).content.decode()

    assert filled_in(gropar) == {"place": "Skolgatan 12", "fault": "broken", "danger": True}
    assert "Skolgatan 12" in shown
    assert "Trasigt" in shown
    assert "Ifyllt av Ada Lind" in shown


def test_what_to_say_first_stands_beside_an_open_case(as_ada, act, faults, gropar):
    script = faults.template.script.sv
    address = f"/arenden/{gropar.number}/"
    assert script in as_ada.get(address).content.decode()

    Case.objects.filter(pk=gropar.pk).update(language="en")
    assert script not in as_ada.get(address).content.decode()

    act("falt", **WHOLE)
    act("stang")
    Case.objects.filter(pk=gropar.pk).update(language="sv")
    assert script not in as_ada.get(address).content.decode()


def test_what_to_say_first_follows_the_subject_while_registering(as_ada, faults, gator, exempelby):
    def shown(**given):
        posted = as_ada.post("/arenden/ny/forslag/", {"client": exempelby.pk, "said": "", **given})
        return posted.content.decode()

    assert "Välkommen till kundtjänst." in shown()
    assert faults.template.script.sv in shown(subject=gator.pk)
    assert "Välkommen till kundtjänst." not in shown(subject=gator.pk)
    assert "Välkommen till kundtjänst." in shown(subject="99x", said="hej")


def test_what_was_typed_stays_when_something_is_wrong(act, gropar):
    answer = act("falt", field_place="Skolgatan 12", **{"field_seen-on": "i går"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="Skolgatan 12"' in page
    assert "till exempel 2026-05-04" in page
    assert filled_in(gropar) == {}


def test_closing_asks_for_what_is_missing_and_nothing_else(as_ada, act, gropar, ada, noon):
    fill_in(gropar, {"place": "Skolgatan 12", "fault": "dark"}, by=ada, at=noon)

    asked = as_ada.get(f"/arenden/{gropar.number}/stang/").content.decode()
    assert 'name="field_danger"' in asked
    assert 'name="field_place"' not in asked
    assert act("stang").status_code == 422
    assert Case.objects.get(pk=gropar.pk).state != State.CLOSED

    act("stang", field_danger="no")
    assert Case.objects.get(pk=gropar.pk).state == State.CLOSED
    assert filled_in(gropar)["danger"] is False


def test_the_subject_chosen_when_closing_brings_its_fields(act, gropar, gator, ada, noon):
    describe(gropar, by=ada, at=noon, subject=None)

    answer = act("stang", subject=gator.pk, **WHOLE)

    assert answer.status_code == 200
    gropar.refresh_from_db()
    assert gropar.state == State.CLOSED
    assert filled_in(gropar)["fault"] == "broken"


def test_an_answer_that_closes_asks_for_the_fields_and_keeps_the_words(act, gropar):
    asked = act("svar", text="Vi lagar i morgon.", turn="closed", seen=10**9)
    page = asked.content.decode()
    assert asked.status_code == 422
    assert "Vi lagar i morgon." in page
    assert 'name="field_danger"' in page
    assert not Outgoing.objects.exists()

    act("svar", text="Vi lagar i morgon.", turn="closed", seen=10**9, **WHOLE)
    gropar.refresh_from_db()
    assert gropar.state == State.CLOSED
    assert Outgoing.objects.count() == 1


def test_registering_and_closing_at_once_asks_for_the_fields(as_ada, faults, exempelby, gator):
    given = {
        "client": exempelby.pk,
        "channel": "phone",
        "said": "Lampan är släckt",
        "subject": gator.pk,
        "need_type": "opinion",
        "close": "1",
    }
    asked = as_ada.post("/arenden/ny/", given)
    assert asked.status_code == 422
    assert 'name="field_place"' in asked.content.decode()
    assert not Case.objects.filter(title="Lampan är släckt").exists()

    as_ada.post("/arenden/ny/", {**given, **WHOLE})
    case = Case.objects.get(title="Lampan är släckt")
    assert case.state == State.CLOSED
    assert filled_in(case)["place"] == "Skolgatan 12"


def test_a_case_goes_to_its_next_stage_and_its_story_tells(as_ada, act, gropar):
    asked = as_ada.get(f"/arenden/{gropar.number}/steg/").content.decode()
    assert 'value="assessed"' in asked
    assert 'value="ordered"' not in asked, "a hand-over is an act of its own"
    assert 'value="not-repaired"' not in asked, "no way leads there"

    page = act("steg", stage="assessed", reason="Sett på plats").content.decode()

    gropar.refresh_from_db()
    assert gropar.stage == "assessed"
    assert "flyttade ärendet till ”Bedömt”" in page
    assert "Sett på plats" in page
    assert act("steg", stage="not-repaired").status_code == 422


def test_another_type_is_chosen_and_what_is_filled_in_stays(act, gropar, gator, ada, noon):
    fill_in(gropar, {"place": "Skolgatan 12"}, by=ada, at=noon)
    default = CaseType.objects.get(is_default=True)

    page = act(
        "beskrivning", title="Hål", subject=gator.pk, need_type="opinion", type=default.pk
    ).content.decode()

    gropar.refresh_from_db()
    assert gropar.type == default
    assert "Skolgatan 12" in page


def test_the_export_has_a_column_for_each_field(browser, cia, gropar, faults, ada, noon):
    fill_in(gropar, {"place": "Skolgatan 12", "danger": True}, by=ada, at=noon)

    browser.force_login(cia)
    answer = browser.get("/arenden/export.csv?lage=alla")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")

    (row,) = [r for r in csv.DictReader(StringIO(text), delimiter=";") if r["Plats"]]
    assert (row["Plats"], row["Fara för någon"], row["Sorts fel"]) == ("Skolgatan 12", "Ja", "")


def test_the_case_page_asks_the_database_no_more_often_for_a_type(as_ada, gropar, act, ada, noon):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    address = f"/arenden/{gropar.number}/"
    as_ada.get(address)
    with CaptureQueriesContext(connection) as bare:
        as_ada.get(address)
    act("falt", **WHOLE)
    as_ada.get(address)
    with CaptureQueriesContext(connection) as filled:
        as_ada.get(address)

    assert len(filled) == len(bare)
