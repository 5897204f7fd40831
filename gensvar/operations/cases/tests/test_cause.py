from datetime import timedelta

import pytest
from django.db import connection

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases import actions
from gensvar.operations.cases.actions import HasACause, OfAnotherClient, attach, detach
from gensvar.operations.cases.models import Case, CaseCause
from gensvar.operations.cases.queries.causes import causes_of, counted, likely_cases
from gensvar.operations.contacts.actions import Said, record_message, register_contact
from gensvar.operations.contacts.models import Outgoing, Suppression
from gensvar.operations.customers.actions import recognise
from gensvar.operations.disruptions.actions import AlreadyOver, Described, begin, end, follow
from gensvar.operations.disruptions.models import Follower, Step


@pytest.fixture
def leak(exempelby, gator, cia):
    return begin(
        exempelby,
        Described(
            cause="Vattenläcka",
            area="Norra: Skolgatan",
            subject=gator,
            started_at=NOON,
            public_text="Borta.",
        ),
        by=cia,
        at=NOON,
    )


def asked(client, subject, *, kind="mail", value="eva@example.com", title="Inget vatten"):
    """A case with the contact in which its customer told it."""
    customer = recognise(client, kind=kind, value=value, name="Eva Ek", at=NOON)
    channel = "mail" if kind == "mail" else "phone"
    contact = register_contact(client, channel=channel, direction="in", customer=customer, at=NOON)
    if channel == "mail":
        record_message(contact, Said(text=title, sender_address=value), at=NOON)
    return actions.open_case(
        client,
        title=title,
        channel=channel,
        contact=contact,
        subject=subject,
        need_type="status",
        at=NOON,
    )


def tell(disruption, cia, **how):
    """End it, then do what the reaction does, twice: a worker may die after the work."""
    over = end(disruption, closing_text="Vattnet är tillbaka.", by=cia, at=NOON, **how)
    for _ in range(2):
        actions.tell_followers(over, at=NOON + timedelta(minutes=1))
    return over


def test_each_follower_gets_one_closing_message_however_often_the_job_runs(
    exempelby, gator, leak, ada, cia
):
    for value in ("eva@example.com", "eva@example.com", "rut@example.com"):
        attach(asked(exempelby, gator, value=value), leak, by=ada, at=NOON)
    follow(
        leak,
        recognise(exempelby, kind="mail", value="omar@example.com", language="en", at=NOON),
        at=NOON,
        has_asked=True,
    )

    tell(leak, cia, closing_text_en="The water is back.")

    sent = {
        tuple(one.message.recipients): one.message
        for one in Outgoing.objects.select_related("message").filter(purpose="closing")
    }
    assert set(sent) == {("eva@example.com",), ("rut@example.com",), ("omar@example.com",)}
    assert Outgoing.objects.filter(purpose="closing").count() == 3
    assert sent["rut@example.com",].text.startswith("Vattnet är tillbaka.")
    assert sent["omar@example.com",].text.startswith("The water is back.")
    assert sent["omar@example.com",].subject == "It is over: Vattenläcka"
    assert Step.objects.get(kind="told").text == "3/3"


def test_whoever_has_no_usable_address_is_counted_and_not_written_to(
    exempelby, gator, leak, ada, cia
):
    attach(asked(exempelby, gator, kind="phone", value="070-111 11 11"), leak, by=ada, at=NOON)
    attach(asked(exempelby, gator, value="borta@example.com"), leak, by=ada, at=NOON)
    Suppression.objects.create(client=exempelby, address="borta@example.com", since=NOON)

    tell(leak, cia)

    assert not Outgoing.objects.filter(purpose="closing").exists()
    assert set(Follower.objects.values_list("outcome", flat=True)) == {"no-address"}
    assert counted(leak).missed == 2


def test_the_closing_message_stands_in_the_story_of_the_case(exempelby, gator, leak, ada, cia):
    case = asked(exempelby, gator)
    attach(case, leak, by=ada, at=NOON)

    tell(leak, cia)

    outgoing = Outgoing.objects.get(purpose="closing")
    assert case.contacts.filter(pk=outgoing.message.contact_id).exists()
    assert case.number in outgoing.message.subject
    assert outgoing.reply_tag


def test_the_cases_are_closed_where_nothing_is_missing(exempelby, gator, leak, ada, cia):
    whole, bare = (asked(exempelby, gator, value=f"{n}@example.com") for n in ("a", "b"))
    Case.objects.filter(pk=bare.pk).update(need_type="")
    for case in (whole, bare):
        attach(case, leak, by=ada, at=NOON)

    tell(leak, cia, closes_cases=True)

    states = dict(Case.objects.values_list("pk", "state"))
    assert states == {whole.pk: "closed", bare.pk: "waiting-for-us"}


def test_contacts_are_counted_each_and_the_cause_once(exempelby, gator, leak, ada):
    for n in range(3):
        attach(asked(exempelby, gator, value=f"{n}@example.com"), leak, by=ada, at=NOON)
    again = register_contact(exempelby, channel="phone", direction="in", customer=None, at=NOON)
    actions.join_contact(Case.objects.first(), again, by=ada, at=NOON)

    counts = counted(leak)

    assert (counts.cases, counts.contacts, counts.followers, counts.reachable) == (3, 4, 3, 3)


def test_a_leak_with_214_contacts_is_one_cause_and_its_end_told_to_187(
    exempelby, gator, leak, ada, cia
):
    """PRO-14's own example: 214 contacts attached, one closing message to 187 reachable."""
    for n in range(214):
        kind, value = ("mail", f"{n}@example.com") if n < 187 else ("phone", f"070-11100{n:03}")
        attach(asked(exempelby, gator, kind=kind, value=value), leak, by=ada, at=NOON)

    tell(leak, cia)

    counts = counted(leak)
    assert (counts.contacts, counts.reachable) == (214, 187)
    assert (counts.told, counts.missed) == (187, 27)
    sent = Outgoing.objects.filter(purpose="closing")
    told = {one.message.recipients[0] for one in sent.select_related("message")}
    assert (sent.count(), len(told)) == (187, 187)
    assert set(CaseCause.objects.values_list("disruption", flat=True)) == {leak.pk}


def test_a_case_has_one_cause(exempelby, energi, gator, leak, ada, cia):
    case = asked(exempelby, gator)
    other = begin(
        exempelby,
        Described(cause="Elavbrott", area="Västra", started_at=NOON, is_public=False),
        by=cia,
        at=NOON,
    )
    for _ in range(2):
        attach(case, leak, by=ada, at=NOON)

    with pytest.raises(HasACause):
        attach(case, other, by=ada, at=NOON)
    with pytest.raises(OfAnotherClient):
        attach(asked(energi, None), leak, by=ada, at=NOON)
    assert CaseCause.objects.count() == 1
    assert EventRecord.objects.filter(name="cases.disruption-found").count() == 1


def test_nothing_is_put_with_what_is_over_nor_taken_from_it(exempelby, gator, leak, ada, cia):
    case, late = asked(exempelby, gator), asked(exempelby, gator)
    attach(case, leak, by=ada, at=NOON)
    over = end(leak, closing_text="Klart.", by=cia, at=NOON)

    with pytest.raises(AlreadyOver):
        attach(late, over, by=ada, at=NOON)
    with pytest.raises(AlreadyOver):
        detach(case, by=ada, at=NOON)


def test_somebody_whose_case_is_taken_away_hears_nothing_unless_they_asked(
    exempelby, gator, leak, ada
):
    case, second = asked(exempelby, gator), asked(exempelby, gator)
    asking = asked(exempelby, gator, value="rut@example.com")
    for one in (case, second, asking):
        attach(one, leak, by=ada, at=NOON)
    follow(leak, asking.customer, at=NOON, has_asked=True)

    detach(case, by=ada, at=NOON)
    assert Follower.objects.count() == 2, "her other case still waits for the end"
    detach(second, by=ada, at=NOON)
    detach(asking, by=ada, at=NOON)

    assert [one.customer for one in Follower.objects.all()] == [asking.customer]


def test_a_case_that_comes_is_suggested_on_both_sides(exempelby, gator, leak, ada):
    case = asked(exempelby, None, title="Brunt vatten på Skolgatan")
    of_subject = asked(exempelby, gator, value="rut@example.com", title="Annat")
    asked(exempelby, None, value="omar@example.com", title="Parkering")

    assert causes_of(case, at=NOON) == (None, [leak])
    assert set(likely_cases(leak)) == {case, of_subject}

    attach(case, leak, by=ada, at=NOON)

    known = Case.objects.get(pk=case.pk)
    assert causes_of(known, at=NOON)[0].disruption == leak
    assert likely_cases(leak) == [of_subject]


def test_the_end_is_told_by_a_reaction():
    from gensvar.foundation.events.reacting import reactions_to
    from gensvar.operations.disruptions.events import DisruptionEnded

    assert reactions_to(DisruptionEnded) == ["gensvar.operations.cases.reactions.tell_followers"]


def test_causes_of_a_case_are_seen_as_the_case_is(exempelby, gator, leak, ada):
    attach(asked(exempelby, gator), leak, by=ada, at=NOON)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE gensvar_web")
        cursor.execute("SELECT count(*) FROM cases_casecause")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT count(*) FROM disruptions_follower")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT count(*) FROM disruptions_disruption")
        assert cursor.fetchone() == (1,), "what is public is for everybody"
        cursor.execute("RESET ROLE")
