"""Whoever has a protected identity calls, for the many, as somebody with a hidden number."""

from datetime import timedelta

import pytest
from django.db import connection

from conftest import NOON
from gensvar.channels.voice.actions.pressing import press
from gensvar.channels.voice.actions.withholding import note_party
from gensvar.channels.voice.models import Call, Withheld
from gensvar.channels.voice.queries import party_of, protected_at
from gensvar.foundation.people.access import Reach, seeing_as
from gensvar.foundation.secrecy.actions import give_access, list_for_protected
from gensvar.operations.customers.actions import recognise
from gensvar.operations.routing import actions as routing

EVA = "+46701111111"


@pytest.fixture
def eva_protected(exempelby):
    known = recognise(exempelby, kind="phone", value=EVA, name="Eva Ek", at=NOON)
    known.protected = True
    known.save()
    return known


@pytest.fixture
def listed(exempelby, ada):
    access = list_for_protected(exempelby, by=None, at=NOON)
    give_access(access, agent=ada, by=None, at=NOON)
    return ada


def seen_by(agent, client):
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE gensvar_web")
    try:
        with seeing_as(Reach(clients=frozenset({client.pk}), agent_id=agent.pk)):
            return list(Call.objects.values_list("party", flat=True)), Withheld.objects.count()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")


def test_a_protected_caller_is_on_the_call_neither_by_name_nor_number(
    telephone, exempelby, eva_protected, ada, bo, listed
):
    call = telephone.rings()

    assert (call.party, call.contact.customer) == ("", None)
    assert party_of(call) == EVA
    assert seen_by(bo, exempelby) == ([""], 0)
    assert seen_by(ada, exempelby) == ([""], 1)


def test_whoever_is_off_the_list_answers_a_call_and_has_a_case_of_it(
    telephone, exempelby, eva_protected, bo
):
    telephone.seat(bo)

    call = telephone.talking(bo)

    case = call.contact.cases.get()
    assert (case.customer, case.is_confidential) == (None, False)
    assert seen_by(bo, exempelby) == ([""], 0)


def test_whoever_is_on_the_list_is_told_and_the_case_is_hidden_from_others(
    telephone, exempelby, eva_protected, listed, bo
):
    telephone.seat(listed)

    call = telephone.talking(listed)

    case = call.contact.cases.get()
    assert (case.customer, case.is_confidential) == (eva_protected, True)
    assert seen_by(listed, exempelby) == ([""], 1)
    assert seen_by(bo, exempelby) == ([], 0)


def test_a_callback_is_made_to_the_number_that_nobody_reads(
    telephone, exempelby, eva_protected, bo
):
    telephone.number.callback_after_seconds = 0
    telephone.number.save()
    call = telephone.rings()
    telephone.at += timedelta(seconds=30)
    press("trunk-1", "1", at=telephone.at)
    press("trunk-1", "1", at=telephone.at)
    telephone.hears("trunk-1", "gone")
    telephone.seat(bo)
    telephone.passes(1)
    call.refresh_from_db()
    assert call.state == "callback"
    offer = call.contact.offers.get()
    routing.accept(offer, by=bo, at=telephone.at)
    telephone.passes(1)
    telephone.hears(telephone.leg(call, "agent"))

    assert telephone.leg(call, "caller").address == EVA
    call.refresh_from_db()
    assert call.party == ""


def test_a_number_that_is_keyed_in_is_withheld_too(telephone, eva_protected):
    call = telephone.rings(party="anonymous")
    note_party(call, EVA, protected=protected_at(call.client, EVA))

    call.refresh_from_db()
    assert (call.party, party_of(call)) == ("", EVA)
