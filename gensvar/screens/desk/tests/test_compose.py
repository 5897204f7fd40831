import re
from datetime import timedelta

import pytest
from django.utils.timezone import localtime, now

from gensvar.operations.cases.actions import be_present, write_canned_text, write_macro, write_note
from gensvar.operations.cases.actions.needing import ask_need
from gensvar.operations.cases.models import Case, Composing, MacroRun, PlannedAnswer
from gensvar.operations.contacts.models import Outgoing

NOTHING = {"text": "", "subject": None, "need_type": "", "turn": "", "takes": False, "group": None}


@pytest.fixture
def tack(exempelby, admin, noon):
    words = "Hej {first_name}, tack! {subject}"
    return write_canned_text(exempelby, name="Tack", text=words, by=admin, at=noon)


@pytest.fixture
def lagas(exempelby, admin, gator, noon):
    given = {**NOTHING, "name": "Lagas", "text": "Hej {first_name}!", "subject": gator}
    return write_macro(exempelby, by=admin, at=noon, **given)


def page(as_ada, case):
    return as_ada.get(f"/arenden/{case.number}/").content.decode()


def reply(case, text="Hej!", **more):
    given = {"text": text, "to": "eva.ek@example.com", "turn": "waiting-for-customer"}
    return {**given, "seen": 10**9, "seen_note": 0, **more}


def test_ready_words_are_put_after_what_stands_and_what_is_missing_is_named(as_ada, gropar, tack):
    assert f'<option value="{tack.pk}">Tack</option>' in page(as_ada, gropar)

    part = as_ada.post(
        f"/arenden/{gropar.number}/svar/text/",
        {"text": "Redan skrivet", "canned": tack.pk},
        HTTP_HX_REQUEST="true",
    ).content.decode()

    assert "Redan skrivet\n\nHej Eva, tack! {subject}</textarea>" in part
    assert "<code>{subject}</code>" in part
    assert "<html" not in part


def test_whoever_needs_it_is_offered_the_words_in_their_language_or_easy(
    as_ada, ada, gropar, tack, exempelby, admin, noon
):
    """CUS-04: of what says the same, what fits the customer is offered, and once."""
    told = {"name": "Tack", "by": admin, "at": noon}
    easy = write_canned_text(exempelby, text="Tack!", is_easy=True, **told)
    arabic = write_canned_text(exempelby, text="شكراً", language="ar", **told)

    def offered():
        return re.findall(r'<option value="(\d+)">(Tack[^<]*)<', page(as_ada, gropar))

    assert offered() == [(str(tack.pk), "Tack")]
    ask_need(gropar, what="easy-swedish", by=ada, at=noon)
    assert offered() == [(str(easy.pk), "Tack, lätt svenska")]
    Case.objects.update(language="ar")
    assert offered() == [(str(arabic.pk), "Tack, ar")]


def test_without_script_the_page_comes_back_with_the_words(as_ada, gropar, tack):
    whole = as_ada.post(
        f"/arenden/{gropar.number}/svar/text/", {**reply(gropar, ""), "canned": tack.pk}
    )

    assert whole.status_code == 200
    assert "Hej Eva, tack! {subject}</textarea>" in whole.content.decode()


def test_an_answer_with_an_open_place_is_kept_and_not_sent(as_ada, gropar):
    answer = as_ada.post(f"/arenden/{gropar.number}/svar/", reply(gropar, "Hej {first_name}"))

    assert answer.status_code == 422
    assert "Hej {first_name}</textarea>" in answer.content.decode()
    assert not Outgoing.objects.exists()


def test_a_colleague_who_writes_is_seen_until_nothing_more_is_heard(as_ada, ada, bo, gropar):
    address = f"/arenden/{gropar.number}/narvaro/"
    be_present(gropar, is_writing=True, by=bo, at=now())

    assert "Bo Alm skriver" in as_ada.post(address, {"writing": "1"}).content.decode()
    assert Composing.objects.get(agent=ada).is_writing

    be_present(gropar, is_writing=False, by=bo, at=now())
    assert "Bo Alm läser" in as_ada.post(address).content.decode()

    be_present(gropar, is_writing=True, by=bo, at=now() - timedelta(seconds=30))
    assert "Bo Alm" not in as_ada.post(address).content.decode()


def test_a_note_that_came_meanwhile_is_shown_once_and_then_it_is_sent(as_ada, gropar, bo, noon):
    seen = {"seen": Case.objects.get().contacts.get().messages.get().pk, "seen_note": 0}
    write_note(gropar, "Vänta, vi har redan ringt!", by=bo, at=noon)

    stopped = as_ada.post(f"/arenden/{gropar.number}/svar/", reply(gropar, "Svar", **seen))
    shown = stopped.content.decode()
    assert stopped.status_code == 409
    assert "Vänta, vi har redan ringt!" in shown
    assert ">Svar</textarea>" in shown

    note = gropar.notes.get().pk
    assert f'name="seen_note" value="{note}"' in shown
    as_ada.post(
        f"/arenden/{gropar.number}/svar/", reply(gropar, "Svar", **{**seen, "seen_note": note})
    )
    assert Outgoing.objects.get().message.text == "Svar"


def test_ones_own_note_stops_nothing(as_ada, ada, gropar, noon):
    write_note(gropar, "Att minnas", by=ada, at=noon)

    as_ada.post(f"/arenden/{gropar.number}/svar/", reply(gropar))

    assert Outgoing.objects.exists()


def test_an_answer_is_planned_shown_and_taken_back(as_ada, gropar):
    later = (localtime(now()) + timedelta(days=1)).replace(second=0, microsecond=0)
    form = reply(gropar, later=later.strftime("%Y-%m-%dT%H:%M"))

    shown = as_ada.post(f"/arenden/{gropar.number}/svar/", form, follow=True).content.decode()

    planned = PlannedAnswer.objects.get()
    assert planned.leaves_at == later
    assert "Skickas i morgon" in shown
    assert Case.objects.get().state == "waiting-for-us"

    as_ada.post(f"/arenden/{gropar.number}/skickat/{planned.outgoing_id}/angra/")
    assert Outgoing.objects.get().state == Outgoing.State.CANCELLED


@pytest.mark.parametrize("later", ["i morgon", "2020-01-01T08:00"])
def test_a_time_that_cannot_be_used_keeps_the_answer(as_ada, gropar, later):
    answer = as_ada.post(f"/arenden/{gropar.number}/svar/", reply(gropar, "Mitt svar", later=later))

    assert answer.status_code == 422
    assert "Mitt svar</textarea>" in answer.content.decode()
    assert not Outgoing.objects.exists()


def test_a_macro_is_shown_word_for_word_run_and_undone(as_ada, gropar, lagas, gator):
    assert "Lagas" in as_ada.get(f"/arenden/{gropar.number}/makron/").content.decode()
    address = f"/arenden/{gropar.number}/makron/{lagas.pk}/"
    shown = as_ada.get(address).content.decode()
    assert "Hej Eva!</textarea>" in shown
    assert gator.name in shown
    assert not MacroRun.objects.exists()

    done = as_ada.post(address, {"text": "Hej Eva! Nu."}, follow=True).content.decode()
    ran = MacroRun.objects.get()
    assert Outgoing.objects.get().message.text == "Hej Eva! Nu."
    undo = f"/arenden/{gropar.number}/makron/{ran.pk}/angra/"
    assert undo in done

    as_ada.post(undo)
    gropar.refresh_from_db()
    assert gropar.subject is None
    assert Outgoing.objects.get().state == Outgoing.State.CANCELLED


def test_a_macro_that_is_refused_keeps_what_was_written(as_ada, gropar, lagas):
    address = f"/arenden/{gropar.number}/makron/{lagas.pk}/"

    asked = as_ada.post(address, {"text": "Hej {first_name}, nu"})

    assert asked.status_code == 422
    assert "Hej {first_name}, nu</textarea>" in asked.content.decode()
    assert not MacroRun.objects.exists()
