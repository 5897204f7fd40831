"""Ready words and macros."""

import pytest
from django.urls import reverse

from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases.actions import write_macro
from gensvar.operations.cases.models import CannedText, Macro
from gensvar.operations.cases.queries.wording import canned_texts


def test_ready_words_are_written_changed_and_offered_no_longer(page, desk, exempelby):
    page(reverse("setup_new_canned_text")).save(name="Tack", text="Hej {first_name}, tack!")
    made = CannedText.objects.get()
    assert "Tack" in desk.get(reverse("setup_canned_texts")).content.decode()

    page(reverse("setup_canned_text", args=[made.pk])).save(name="Tack", text="Tack, {customer}!")
    made.refresh_from_db()
    assert made.text == "Tack, {customer}!"

    page(reverse("setup_retiring_canned_text", args=[made.pk])).save()
    assert not canned_texts(exempelby.pk).exists()
    names = EventRecord.objects.filter(name__startswith="cases.canned").values_list("name")
    assert [name.rpartition("-")[2] for (name,) in names.order_by("id")] == [
        "written",
        "written",
        "retired",
    ]


def test_the_same_words_are_written_in_another_language_and_in_easy_swedish(page, desk, exempelby):
    new = reverse("setup_new_canned_text")
    page(new).save(name="Tack", text="Tack!")
    page(new).save(name="Tack", text="شكراً", language="ar", once="arabic")
    page(new).save(name="Tack", text="Tack!", is_easy="on", once="easy")

    assert {(one.language, one.is_easy) for one in canned_texts(exempelby.pk)} == {
        ("", False),
        ("ar", False),
        ("", True),
    }
    # The client's own language is the usual one.
    again = page(new).save(name="Tack", text="Tack!", language="sv", once="again")
    assert again.status_code == 409
    assert canned_texts(exempelby.pk).count() == 3
    assert page(new).look(name="Hej", text="Hej", language="Arabiska").status_code == 422


def test_a_place_that_nobody_fills_in_is_named_before_it_is_saved(page, exempelby):
    shown = page(reverse("setup_new_canned_text")).look(name="Skor", text="Storlek {shoe_size}")

    assert shown.status_code == 422
    assert "{shoe_size}" in shown.content.decode()
    assert not CannedText.objects.exists()


def test_a_macro_is_written_and_changed(page, exempelby, gator, tek_gata):
    fields = {
        "name": "Lagas",
        "text": "Hej!",
        "subject": gator.pk,
        "need_type": "status",
        "turn": "waiting-for-customer",
        "group": tek_gata.pk,
    }
    page(reverse("setup_new_macro")).save(**fields)
    made = Macro.objects.get()
    assert (made.subject, made.group, made.turn) == (gator, tek_gata, "waiting-for-customer")

    page(reverse("setup_macro", args=[made.pk])).save(**{**fields, "text": "Hej då!"})
    made.refresh_from_db()
    assert made.text == "Hej då!"


def test_a_macro_that_does_nothing_is_refused(page, exempelby):
    shown = page(reverse("setup_new_macro")).look(name="Inget", text="")

    assert shown.status_code == 422
    assert "would do nothing" in shown.content.decode()


@pytest.mark.parametrize("name", ["setup_macro", "setup_retiring_macro"])
def test_another_clients_macro_does_not_exist(enter, exempelby, energi, name, noon):
    from gensvar.foundation.people.models import Agent, RoleGrant

    theirs = Agent.objects.create_user("adm@energi.example", name="Ad Min", created_at=noon)
    RoleGrant.objects.create(
        agent=theirs, role="administrator", client=energi, since=noon.replace(year=2025)
    )
    nothing = {"text": "", "subject": None, "need_type": "", "turn": "", "group": None}
    ours = write_macro(exempelby, name="Ta", takes=True, by=theirs, at=noon, **nothing)

    assert enter(theirs).get(reverse(name, args=[ours.pk])).status_code == 404
