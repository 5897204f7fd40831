"""The automatic telephonist as an administrator sets it: whom it answers, and whom it knows."""

import pytest
from django.urls import reverse

from gensvar.channels.voice.actions.directory import list_entry, set_telephonist
from gensvar.channels.voice.models import Entry, Telephonist

HERE = "setup_telephonist"


def at(name):
    return f"{reverse(name)}?client=exempelby"


def test_whom_it_answers_is_chosen_and_taken_back(page, desk, queue):
    page(at("setup_telephonist_answers")).save(ranges="4000-4999\n5100", queue=queue.pk)

    kept = Telephonist.objects.get()
    assert (kept.ranges, kept.queue) == ([["4000", "4999"], ["5100", "5100"]], queue)
    shown = desk.get(at(HERE)).content.decode()
    assert "4000 – 4999, 5100" in shown
    desk.post(at("setup_ending_telephonist"))
    assert not Telephonist.objects.exists()


def test_a_range_that_is_none_is_refused_and_what_was_written_stays(page, queue):
    changing = page(at("setup_telephonist_answers"))

    changing.save(ranges="hela huset", queue=queue.pk)

    assert not Telephonist.objects.exists()


def test_one_of_us_is_listed_changed_and_taken_away(page, desk, hanna):
    page(at("setup_new_entry")).save(agent=hanna.pk, number="4712")
    entry = Entry.objects.get()
    shown = desk.get(at(HERE)).content.decode()
    assert "Hanna Ström" in shown
    assert "42662 78766" in shown

    page(reverse("setup_entry", args=[entry.pk])).save(number="4790")
    entry.refresh_from_db()
    assert (entry.number, entry.agent) == ("4790", hanna)

    desk.post(reverse("setup_ending_entry", args=[entry.pk]))
    assert not Entry.objects.in_use().exists()


@pytest.mark.parametrize(
    "given", [{}, {"name": "Eva Ek"}, {"name": "Eva", "number": "x"}, {"number": "4711"}]
)
def test_an_entry_that_nobody_can_be_reached_by_is_refused(page, given):
    page(at("setup_new_entry")).save(**given)

    assert not Entry.objects.exists()


def test_a_list_is_taken_in(page, exempelby, noon):
    list_entry(exempelby, name="Bygglov", number="4720", by=None, at=noon)

    page(at("setup_import_directory")).save(table="namn;nummer\nÅsa Öberg;4713\n")

    assert [one.name for one in Entry.objects.in_use()] == ["Åsa Öberg"]


def test_an_agent_may_see_and_change_nothing_of_it(enter, ada, queue, noon, cia):
    set_telephonist(queue.client, ranges="4000-4999", queue=queue, by=cia, at=noon)
    as_ada = enter(ada)

    assert as_ada.get(at(HERE)).status_code == 403
    assert as_ada.post(at("setup_ending_telephonist")).status_code == 403
    assert Telephonist.objects.exists()
