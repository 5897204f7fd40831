from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.customers.actions import recognise
from gensvar.operations.disruptions.actions import (
    AlreadyOver,
    Described,
    EndsBeforeItStarts,
    NothingPublic,
    NothingToTell,
    SubjectOfAnother,
    begin,
    change,
    end,
    follow,
)
from gensvar.operations.disruptions.models import Disruption, Follower
from gensvar.operations.disruptions.queries import possible_causes, public_disruptions
from gensvar.operations.disruptions.rules import names_place


def described(**other):
    known = {
        "cause": "Vattenläcka",
        "area": "Norra: Skolgatan",
        "started_at": NOON,
        "public_text": "Vattnet är borta.",
    }
    return Described(**{**known, **other})


@pytest.fixture
def leak(exempelby, gator, cia):
    return begin(exempelby, described(subject=gator), by=cia, at=NOON)


def test_a_disruption_is_told_from_its_start_to_its_end(exempelby, leak, cia):
    assert public_disruptions(exempelby, at=NOON - timedelta(minutes=1)) == []
    assert public_disruptions(exempelby, at=NOON) == [leak]

    end(leak, closing_text="Klart.", by=cia, at=NOON)

    assert public_disruptions(exempelby, at=NOON) == []
    assert EventRecord.objects.filter(name__startswith="disruptions.").count() == 2


def test_what_is_not_public_is_for_the_desk_alone(exempelby, cia):
    begin(exempelby, described(is_public=False, public_text=""), by=cia, at=NOON)

    assert public_disruptions(exempelby, at=NOON) == []
    assert Disruption.objects.ongoing(at=NOON).count() == 1


def test_a_change_says_what_was_changed(leak, cia):
    changed = change(leak, described(area="Hela Norra"), by=cia, at=NOON)

    record = EventRecord.objects.get(name="disruptions.disruption-changed")
    assert record.payload["fields"] == ["area", "subject"]
    assert [step.kind for step in changed.steps.order_by("pk")] == ["begun", "changed"]


def test_a_change_of_nothing_leaves_no_trace(leak, gator, cia):
    change(leak, described(subject=gator), by=cia, at=NOON)

    assert not EventRecord.objects.filter(name="disruptions.disruption-changed").exists()


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"expected_until": NOON}, EndsBeforeItStarts),
        ({"public_text": " "}, NothingPublic),
    ],
)
def test_what_makes_no_sense_is_refused(exempelby, cia, wrong, refusal):
    with pytest.raises(refusal):
        begin(exempelby, described(**wrong), by=cia, at=NOON)


def test_a_subject_of_another_client_is_refused(energi, gator, cia):
    with pytest.raises(SubjectOfAnother):
        begin(energi, described(subject=gator), by=cia, at=NOON)


def test_what_is_over_is_over(leak, exempelby, cia):
    with pytest.raises(NothingToTell):
        end(leak, closing_text="  ", by=cia, at=NOON)
    end(leak, closing_text="Klart.", by=cia, at=NOON)
    customer = recognise(exempelby, kind="mail", value="eva@example.com", at=NOON)

    for act in (
        lambda: end(leak, closing_text="Igen.", by=cia, at=NOON),
        lambda: change(leak, described(), by=cia, at=NOON),
        lambda: follow(leak, customer, at=NOON),
    ):
        with pytest.raises(AlreadyOver):
            act()


def test_a_customer_follows_once_however_often_they_ask(leak, exempelby):
    customer = recognise(exempelby, kind="mail", value="eva@example.com", at=NOON)

    follow(leak, customer, at=NOON)
    for _ in range(3):
        follow(leak, customer, at=NOON, has_asked=True)

    assert Follower.objects.get().has_asked
    assert EventRecord.objects.filter(name="disruptions.disruption-followed").count() == 1


def test_words_are_told_in_the_readers_language_where_we_have_them(leak):
    leak.public_text_en = "The water is gone."

    assert leak.words("sv") == "Vattnet är borta."
    assert leak.words("en") == "The water is gone."
    leak.public_text_en = ""
    assert leak.words("en") == "Vattnet är borta."


def test_a_case_is_suggested_by_its_subject_or_by_a_place_it_names(leak, exempelby, gator, energi):
    def suggested(client, subject_id, text):
        return possible_causes(client.pk, subject_id=subject_id, text=text, at=NOON)

    assert suggested(exempelby, gator.pk, "Hål") == [leak]
    assert suggested(exempelby, None, "Inget vatten på Skolgatan 12") == [leak]
    assert suggested(exempelby, None, "Inget vatten på Storgatan") == []
    assert suggested(energi, None, "Skolgatan") == []


def test_short_words_and_numbers_name_no_place():
    assert not names_place("Jag bor på 12 och vill veta", "På 12 och öst")
