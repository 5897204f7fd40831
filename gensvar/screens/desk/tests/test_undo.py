"""What was done with a case is undone from where it is said, and only while that is right."""

import re
from datetime import timedelta

import pytest

from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases.actions import assign, describe, undo
from gensvar.operations.cases.models import Case, Deed, Merge, Snooze, State, Tag
from gensvar.operations.contacts.models import Outgoing
from gensvar.screens.desk.tests.test_act_on_many import words


def done(browser, case, act, **asked):
    """Do something on the page of a case and return where it says that it can be undone."""
    page = words(browser.post(f"/arenden/{case.number}/{act}/", asked, follow=True))
    found = re.search(r'action="(/arenden/[\d-]+/angra/\d+/)"', page)
    return found[1] if found else page


def test_taking_is_undone(as_ada, gropar):
    way = done(as_ada, gropar, "ta")
    assert Case.objects.get(pk=gropar.pk).agent is not None

    said = as_ada.post(way, follow=True)

    assert "Ärendet är som det var förut" in words(said)
    assert Case.objects.get(pk=gropar.pk).agent is None
    assert EventRecord.objects.filter(name="cases.deed-undone", case_id=gropar.pk).exists()


def test_subject_need_and_title_are_undone_together(as_ada, gropar, gator):
    asked = {"title": "Annat", "subject": gator.pk, "need_type": "status", "type": ""}

    as_ada.post(done(as_ada, gropar, "beskrivning", **asked))

    case = Case.objects.get(pk=gropar.pk)
    assert (case.title, case.subject, case.need_type) == ("Gropar", None, "")


def test_a_closed_case_is_open_again_as_it_was(as_ada, gropar, gator, ada, noon):
    describe(gropar, subject=gator, need_type="status", by=ada, at=noon)
    way = done(as_ada, gropar, "stang", reason="Lagat")
    assert Case.objects.get(pk=gropar.pk).is_closed

    as_ada.post(way)

    case = Case.objects.get(pk=gropar.pk)
    assert (case.state, case.closed_at) == (State.WAITING_FOR_US, None)


def test_a_closing_message_is_taken_back_with_it(as_ada, gropar, gator, ada, noon):
    describe(gropar, subject=gator, need_type="status", by=ada, at=noon)
    way = done(as_ada, gropar, "stang", reason="", tell="on")
    farewell = Outgoing.objects.get(message__contact__cases=gropar)

    Outgoing.objects.filter(pk=farewell.pk).update(state=Outgoing.State.SENT)
    assert Case.objects.get(pk=gropar.pk).is_closed
    as_ada.post(way)
    assert Case.objects.get(pk=gropar.pk).is_closed  # told already: it stays as it is

    Outgoing.objects.filter(pk=farewell.pk).update(state=farewell.state)
    as_ada.post(way)
    assert not Case.objects.get(pk=gropar.pk).is_closed
    assert Outgoing.objects.get(pk=farewell.pk).state == Outgoing.State.CANCELLED


def test_tags_and_rest_are_undone(as_ada, gropar):
    on = done(as_ada, gropar, "taggar", name="Storm")
    as_ada.post(on)
    assert Tag.objects.get(name="Storm").cases.count() == 0

    done(as_ada, gropar, "taggar", name="Storm")
    off = done(as_ada, gropar, "taggar", remove=Tag.objects.get(name="Storm").pk)
    as_ada.post(off)
    assert Tag.objects.get(name="Storm").cases.count() == 1

    as_ada.post(done(as_ada, gropar, "vila", when="week", until=""))
    assert Snooze.objects.filter(ended_at=None).count() == 0


def test_a_merge_is_undone_from_where_it_is_said(as_ada, write, eva, gropar):
    igen = write(eva, "Samma gropar igen.")

    way = done(as_ada, igen, "sla-ihop", number=gropar.number)
    as_ada.post(way)

    assert Merge.objects.get().ended_at is not None
    assert Case.objects.get(pk=igen.pk).state == State.WAITING_FOR_US


def test_what_others_changed_since_stands(as_ada, gropar, bo, cia, noon):
    way = done(as_ada, gropar, "ta")
    assign(gropar, agent=bo, group=None, by=cia, at=noon)

    said = as_ada.post(way, follow=True)

    assert "Någon har ändrat ärendet" in words(said)
    assert Case.objects.get(pk=gropar.pk).agent == bo
    assert Deed.objects.get().undone_at is None


def test_only_whoever_did_it_undoes_it(as_ada, browser, bo, gropar):
    way = done(as_ada, gropar, "ta")
    browser.force_login(bo)

    said = browser.post(way, follow=True)

    assert "Ada Lind" in words(said)
    assert Case.objects.get(pk=gropar.pk).agent is not None


def test_a_deed_is_undone_once_and_within_a_day(as_ada, gropar, ada):
    way = done(as_ada, gropar, "ta")
    deed = Deed.objects.get()
    with pytest.raises(Exception, match="TooLateToUndo"):
        undo(deed, by=ada, at=deed.at + timedelta(hours=24))

    as_ada.post(way)

    assert "redan ångrat" in words(as_ada.post(way, follow=True))


def test_the_deed_of_another_case_is_not_found(as_ada, write, eva, gropar):
    other = write(eva, "Något helt annat.")
    way = done(as_ada, gropar, "ta")

    assert as_ada.post(way.replace(gropar.number, other.number)).status_code == 404


def test_what_changed_nothing_offers_nothing_to_undo(as_ada, gropar):
    done(as_ada, gropar, "ta")

    assert "Ångra" not in done(as_ada, gropar, "ta")
