"""Messages at a number, as an administrator lets them be left."""

import pytest
from django.urls import reverse

from gensvar.channels.voice.models import MessageBox
from gensvar.operations.knowledge.models import ServiceArea, Subject


@pytest.fixture
def parking(exempelby):
    area = ServiceArea.objects.create(client=exempelby, department="Teknik", name="Gata")
    return Subject.objects.create(client=exempelby, area=area, name="Parkering")


@pytest.fixture
def url(number):
    return reverse("setup_message_box", args=[number.pk])


def wish(**other):
    usual = {"is_open": "on", "longest_seconds": "90", "quiet_seconds": "4", "kept_days": "60"}
    return usual | other


def test_messages_are_taken_about_a_subject_and_no_more(page, desk, number, url, parking):
    seen = page(url).look(**wish(subject=parking.pk)).content.decode()
    assert "Each message is a case" in seen
    assert not MessageBox.objects.exists()

    page(url).save(**wish(subject=parking.pk))

    box = MessageBox.objects.get()
    assert (box.number, box.subject, box.longest_seconds, box.kept_days) == (
        number,
        parking,
        90,
        60,
    )
    shown = desk.get(reverse("setup_phone_number", args=[number.pk])).content.decode()
    assert url in shown
    page(url).save(**{name: value for name, value in wish().items() if name != "is_open"})
    assert not MessageBox.objects.exists()


@pytest.mark.parametrize(
    "bad", [{"longest_seconds": "5"}, {"quiet_seconds": "99"}, {"kept_days": ""}, {"subject": "0"}]
)
def test_what_cannot_be_is_refused_and_nothing_is_changed(page, url, bad):
    answer = page(url).save(**wish(**bad))

    assert answer.status_code == 422
    assert not MessageBox.objects.exists()


def test_a_key_of_the_menu_leads_to_a_message_once_messages_are_taken(page, number, url):
    menu = reverse("setup_menu", args=[number.pk])
    words = "Vänta eller tryck 0 så svarar en människa. Tryck 1 för meddelande."
    asked = {"words": words, "name_1": "Meddelande", "leads_1": "message"}
    page(menu).save(**asked)
    assert not number.choices.exists()

    page(url).save(**wish())
    page(menu).save(**asked)

    assert number.choices.get().takes_message
