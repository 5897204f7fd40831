"""The menu of a number, as an administrator lays it, with what callers cannot bear in it."""

import pytest
from django.urls import reverse

from gensvar.channels.voice.actions import menus
from gensvar.channels.voice.models import Choice, Sound
from gensvar.channels.voice.tests.test_set_up import kept

WORDS = "Vänta eller tryck 0 så svarar en människa. Tryck 1 för avfall."


@pytest.fixture
def url(number):
    return reverse("setup_menu", args=[number.pk])


def test_a_menu_is_laid_and_taken_away(page, number, queue, url, exempelby, noon):
    sound = kept(exempelby, noon)
    page(url).save(words=WORDS, recording=sound.pk, name_1="Avfall", leads_1=queue.pk)

    wish = menus.wish_of(number)
    assert (wish.words, wish.recording) == (WORDS, Sound.objects.get())
    assert [(one.key, one.name, one.queue) for one in wish.choices] == [("1", "Avfall", queue)]
    assert menus.faults_of(number) == []
    page(url).save()
    assert not Choice.objects.exists()


def test_a_menu_below_is_laid_and_stays_when_the_first_is_changed(page, number, queue, url):
    page(url).save(words=WORDS, name_1="Avfall", leads_1="below")
    below = reverse("setup_menu_below", args=[number.pk, 1])
    page(below).save(
        words="Tryck 1 för kärl, 0 för en människa.",
        name_1="Kärl",
        leads_1=queue.pk,
        language_1="ar",
    )
    page(url).save(words=WORDS, name_1="Sopor", leads_1="below")

    (one,) = menus.wish_of(number).choices
    assert one.name == "Sopor"
    assert [(two.name, two.queue, two.language) for two in one.below.choices] == [
        ("Kärl", queue, "ar")
    ]


def test_what_callers_cannot_bear_is_told_before_and_after(page, desk, number, queue, url):
    many = {f"name_{key}": "Val" for key in range(1, 7)} | {
        f"leads_{key}": queue.pk for key in range(1, 7)
    }
    previewed = page(url).look(words="Tryck.", **many).content.decode()
    assert "More than five choices" in previewed
    assert "The way to a person is not told." in previewed
    assert not Choice.objects.exists()

    page(url).save(words="Tryck.", **many)

    shown = desk.get(reverse("setup_phone_number", args=[number.pk])).content.decode()
    assert "Callers cannot bear this menu" in shown
    assert "More than five choices" in shown
    assert "0, or waiting: a person in Kundtjänst" in shown


@pytest.mark.parametrize(
    "given",
    [
        {"name_1": "Avfall"},
        {"leads_1": "below"},
        {"words": "Hej."},
        {"words": "Hej.", "name_1": "Avfall", "leads_1": "4711"},
        {"words": "Hej.", "name_1": "x" * 81, "leads_1": "below"},
        {"words": "Hej.", "name_1": "Kärl", "leads_1": "below", "language_1": "a1"},
    ],
)
def test_half_a_menu_is_refused_and_what_was_written_stays(page, number, url, given):
    answer = page(url).save(**given)

    assert answer.status_code == 422
    for name in given.keys() - {"leads_1"}:
        assert given[name] in answer.content.decode()
    assert not Choice.objects.exists()


def test_a_menu_that_is_not_there_is_not_found(desk, number):
    assert desk.get(reverse("setup_menu_below", args=[number.pk, 3])).status_code == 404


def test_an_agent_does_not_come_here(enter, ada, url):
    assert enter(ada).get(url).status_code == 403


def test_the_keys_stand_in_their_order(desk, url):
    shown = desk.get(url).content.decode()

    places = [shown.index(f'name="name_{key}"') for key in range(1, 10)]
    assert places == sorted(places)
