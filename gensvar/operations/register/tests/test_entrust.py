from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import Group
from gensvar.operations.register.actions import (
    CodeTaken,
    Described,
    EndsBeforeItBegins,
    GroupIsClosed,
    OfAnotherClient,
    WithinItself,
    add_place,
    change_place,
    end_responsibility,
    entrust,
    name_fallback,
    note_missing,
)
from gensvar.operations.register.models import Finding, Hours, Place, Responsibility
from gensvar.operations.register.queries.answering import coverage_of, findings_of, who_answers
from gensvar.operations.register.queries.finding import find_places

MONDAY, SATURDAY = NOON, NOON + timedelta(days=5)


def test_norrskolan_heat_on_a_saturday_is_the_duty_teams_and_on_monday_the_districts(
    norrskolan, heat
):
    assert who_answers(norrskolan, service=heat, at=SATURDAY).group.code == "JOUR-1"
    assert who_answers(norrskolan, service=heat, at=MONDAY).group.code == "DRIFT-NORR"
    assert who_answers(norrskolan, service=heat, at=MONDAY + timedelta(hours=9)).hours == "duty"


def test_a_building_without_a_group_has_that_of_its_property(gym, norrskolan, heat):
    found = who_answers(gym, service=heat, at=SATURDAY)

    assert (found.group.code, found.named_for, found.is_missing) == ("JOUR-1", norrskolan, False)


def test_a_place_without_anybody_falls_to_the_group_chosen_for_it(
    stray, heat, kundtjanst, jour, ada
):
    assert who_answers(stray, service=heat, at=MONDAY).group == kundtjanst

    name_fallback(stray.client, jour, by=ada, at=NOON)

    found = who_answers(stray, service=heat, at=MONDAY)
    assert (found.group, found.is_missing) == (jour, True)


def test_what_is_found_missing_is_noted_once_and_settled_when_somebody_answers(
    stray, heat, drift, jour
):
    for _ in range(2):
        note_missing(stray, service=heat, by=None, at=NOON)
    assert [one.place for one in findings_of(stray.client)] == [stray]
    assert EventRecord.objects.filter(name="register.finding-made").count() == 1

    entrust(stray, drift, service=heat, hours="office", valid_from=MONDAY.date(), by=None, at=NOON)
    assert findings_of(stray.client), "nobody is on duty yet"
    entrust(stray, jour, service=heat, hours="duty", valid_from=MONDAY.date(), by=None, at=NOON)

    assert findings_of(stray.client) == []
    assert Finding.objects.get().settled_at == NOON


def test_coverage_counts_who_is_named_there_or_around_and_lists_the_rest(gym, norrskolan, stray):
    found = coverage_of(norrskolan.client, on=MONDAY.date())

    assert (found.mapped, found.all, found.unmapped) == (2, 3, (stray,))


def test_a_place_that_has_ended_is_not_counted(norrskolan, stray):
    ended = Described(
        code="FAST-99", name=stray.name, valid_from=stray.valid_from, valid_until=MONDAY.date()
    )
    change_place(stray, ended, by=None, at=NOON)

    assert coverage_of(stray.client, on=MONDAY.date()).all == 1
    assert coverage_of(stray.client, on=MONDAY.date() - timedelta(days=1)).all == 2


def test_a_new_group_answers_from_its_day_and_the_old_until_then(norrskolan, heat, jour):
    change = date(2026, 6, 1)
    entrust(norrskolan, jour, service=heat, hours="office", valid_from=change, by=None, at=NOON)

    june = NOON + timedelta(days=28)
    assert who_answers(norrskolan, service=heat, at=june).group == jour
    assert who_answers(norrskolan, service=heat, at=june - timedelta(days=7)).group != jour
    old = Responsibility.objects.get(hours="office", valid_until=change)
    assert old.group.code == "DRIFT-NORR"


def test_a_row_written_between_two_ends_where_the_later_begins(norrskolan, heat, jour, drift):
    for day in (date(2026, 6, 1), date(2026, 3, 1)):
        entrust(norrskolan, jour, service=heat, hours="office", valid_from=day, by=None, at=NOON)

    days = Responsibility.objects.filter(hours="office").order_by("valid_from")
    assert list(days.values_list("valid_from", "valid_until")) == [
        (date(2026, 1, 1), date(2026, 3, 1)),
        (date(2026, 3, 1), date(2026, 6, 1)),
        (date(2026, 6, 1), None),
    ]


def test_a_group_ends_from_a_day_and_what_never_began_leaves_no_row(norrskolan, heat):
    held = Responsibility.objects.get(hours="office")
    end_responsibility(held, on=date(2026, 5, 1), by=None, at=NOON)
    duty = Responsibility.objects.get(hours="duty")
    end_responsibility(duty, on=duty.valid_from, by=None, at=NOON)

    assert who_answers(norrskolan, service=heat, at=MONDAY).is_missing
    assert Responsibility.objects.get().valid_until == date(2026, 5, 1)
    assert EventRecord.objects.filter(name="register.responsibility-ended").count() == 2


def test_a_closed_group_and_one_of_another_client_are_refused(norrskolan, heat, drift, energi):
    other = Group.objects.create(client=energi, code="NÄT", name="Nät")
    drift.closed_at = NOON
    drift.save()
    how = {"service": heat, "hours": "", "valid_from": MONDAY.date(), "by": None, "at": NOON}

    with pytest.raises(OfAnotherClient):
        entrust(norrskolan, other, **how)
    with pytest.raises(GroupIsClosed):
        entrust(norrskolan, drift, **how)
    with pytest.raises(OfAnotherClient):
        name_fallback(norrskolan.client, other, by=None, at=NOON)


def test_a_code_is_one_places_only_whatever_its_letters(exempelby, norrskolan):
    again = Described(code="fast-17", name="En till", valid_from=MONDAY.date())
    with pytest.raises(CodeTaken):
        add_place(exempelby, again, by=None, at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        Place.objects.create(client=exempelby, **vars(again))


def test_a_place_lies_not_within_itself_nor_ends_before_it_begins(norrskolan, gym):
    known = {"code": "FAST-17", "name": "Norrskolan", "valid_from": norrskolan.valid_from}
    with pytest.raises(WithinItself):
        change_place(norrskolan, Described(parent=gym, **known), by=None, at=NOON)
    early = norrskolan.valid_from - timedelta(days=1)
    with pytest.raises(EndsBeforeItBegins):
        change_place(norrskolan, Described(valid_until=early, **known), by=None, at=NOON)


@pytest.mark.parametrize(
    "typed",
    ["FAST-17", "fast-17", "norrs", "Norskolan", "skolgatan 8", "norrskolan exempelby", "Skolgtan"],
)
def test_a_place_is_found_by_code_name_and_address_also_misspelt(norrskolan, stray, typed):
    found = find_places(typed, clients=[norrskolan.client_id], on=MONDAY.date())

    assert found[:1] == [norrskolan]
    assert stray not in found or typed.lower().startswith("fast")


@pytest.mark.parametrize("typed", ["", "  ", "zzzqx", "100%", "_", "\\"])
def test_what_no_place_is_called_finds_none(norrskolan, typed):
    assert find_places(typed, clients=[norrskolan.client_id], on=MONDAY.date()) == []


def test_the_exact_code_comes_before_what_only_begins_so(gym, norrskolan):
    found = find_places("fast-17", clients=[norrskolan.client_id], on=MONDAY.date())

    assert found == [norrskolan, gym]


def test_a_place_of_another_client_is_not_found(norrskolan, energi):
    assert find_places("norrskolan", clients=[energi.pk], on=MONDAY.date()) == []


def test_hours_are_named(norrskolan, heat):
    assert who_answers(norrskolan, service=heat, at=SATURDAY).hours_name == "Jourtid"
    assert str(Hours.ALWAYS.label) == "Alla tider"
