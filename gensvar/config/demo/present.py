"""The town today: open cases of the last days, made by the same actions that people use."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from gensvar.config.demo import words
from gensvar.config.demo.typed import decide_disposal, fill_some, give_types
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.cases import actions
from gensvar.operations.cases.models import Case, State
from gensvar.operations.cases.queries.facts import missing_facts
from gensvar.operations.cases.queries.promises import closing_on
from gensvar.operations.contacts.actions import Said, record_message, register_contact
from gensvar.operations.customers.actions import recognise
from gensvar.operations.knowledge.models import Subject

ENERGI_CASES = 12


@dataclass(frozen=True)
class Opening:
    """An open case: who asked about what in which words, how long ago, and what we have done."""

    title: str
    subject: str
    name: str
    mail: str
    text: str
    hours_ago: float
    channel: str = "mail"
    need: str = "information"
    agent: str = ""
    to_group: str = ""
    question: str = ""
    note: str = ""
    answer: str = ""
    # What the group must know, by the names of the subject's required facts.
    facts: tuple[tuple[str, str], ...] = ()
    # Days by which the department has given itself more time, and why.
    more_days: int = 0


OPENINGS = (
    Opening(
        "Gropar i asfalten på Skolgatan",
        "Gator, v",
        "Eva Ek",
        "eva.ek@example.com",
        "Det är tre djupa gropar utanför Skolgatan 12. Barnen cyklar där till Norrskolan. "
        "Undrar när det lagas.",
        30,
        need="opinion",
        agent="bo",
        to_group="TEK-GATA",
        question="När lagas groparna? Kan ni varna trafikanterna så länge?",
        note="Eva har ringt om samma sak i våras.",
    ),
    Opening(
        "Skadad lekställning, Norrskolan",
        "Lekplatser",
        "Rut Alm",
        "rut.alm@example.com",
        "En stolpe på klätterställningen är av. Vi i föräldraföreningen är oroliga.",
        5,
        need="opinion",
        agent="ada",
    ),
    Opening(
        "Bygglov, status altan",
        "Bygglov",
        "Omar Said",
        "omar.said@example.com",
        "Jag skickade in ansökan i september. Hur långt har det kommit?",
        26,
        need="status",
        agent="ada",
        to_group="BYGG",
        question="Kunden vill veta när beslut kommer om altanen.",
    ),
    Opening(
        "Parkeringstillstånd Storgatan 4",
        "Parkering",
        "Kim Lund",
        "kim.lund@example.com",
        "Hej, jag har flyttat och behöver boendeparkering. Hur gör jag?",
        4,
        agent="ada",
    ),
    Opening(
        "Ansökan om parkering för rörelsehindrade",
        "Parkering",
        "Märta Fors",
        "marta.fors@example.com",
        "Vilka intyg behöver jag skicka med?",
        3,
        need="application",
    ),
    Opening(
        "Fakturan stämmer inte",
        "Fakturor",
        "Byggfirma AB",
        "info@byggfirma.example",
        "Vi har fått betala två gånger för samma hämtning.",
        22,
        need="opinion",
        agent="bo",
        to_group="EKO-FAKT",
        question="Kan ni kontrollera om kunden har betalat dubbelt?",
    ),
    Opening(
        "Skolskjuts, Norrskolan",
        "Skolskjuts",
        "Sara Forsberg",
        "sara.forsberg@example.com",
        "Min son har fått ny hållplats, kan det ändras?",
        50,
        agent="ada",
        answer="Hej Sara! Vilken hållplats gäller det, och från vilket datum?",
    ),
    Opening(
        "Simskola, plats på väntelista",
        "Badhus/Simskola",
        "Jonas Bergman",
        "jonas.bergman@example.com",
        "Vilken plats har Wilma på väntelistan?",
        28,
        need="status",
        agent="bo",
        to_group="FRI-BAD",
        question="Vilken plats i kön, och när börjar nästa kurs?",
        more_days=10,
    ),
    Opening(
        "Slamtömning fritidshus",
        "Slamtömning",
        "Ulla Holmberg",
        "ulla.holmberg@example.com",
        "Vi är inte där förrän i maj. Kan tömningen vänta?",
        70,
        agent="ada",
        answer="Hej Ulla! Det går bra. Vilken vecka passar?",
    ),
    Opening(
        "Hemtjänst, byte av dag",
        "Hemtjänst",
        "Gun Frid",
        "gun.frid@example.com",
        "Mamma har läkartid på torsdag. Kan städningen bli en annan dag?",
        7,
        agent="bo",
        to_group="OMS-HEM",
        question="Kan städningen flyttas från torsdag?",
    ),
    Opening(
        "Felanmälan gatubelysning",
        "Gatubelysning",
        "Peter Ström",
        "peter.strom@example.com",
        "Lampan utanför Parkvägen 3 har varit släckt i en vecka.",
        9,
        channel="web",
        to_group="TEK-GATA",
        question="Släckt lampa vid Parkvägen 3.",
        facts=(("Plats", "Parkvägen 3"), ("Stolpens nummer", "P-114")),
        agent="bo",
    ),
    Opening(
        "Boendeparkering, felaktig avgift",
        "Parkering",
        "Nils Hedlund",
        "nils.hedlund@example.com",
        "Ni har dragit avgiften för två bilar, men jag har en.",
        2,
        need="opinion",
        channel="web",
    ),
    Opening(
        "Question about school places",
        "Allmänt skola",
        "Leila Hussein",
        "leila.hussein@example.com",
        "Hello, we move to Exempelby in January. How do I find a school for my daughter?",
        1.5,
    ),
    Opening(
        "Brunt vatten, Bruksgatan 8",
        "Vatten, avlopp",
        "Arne Näslund",
        "arne.naslund@example.com",
        "Vattnet har varit brunt sedan i morse.",
        1,
        need="opinion",
    ),
)


def open_present(clients: Mapping[str, Client], random: Random, *, at: datetime) -> None:
    """Open the cases that the desk starts its day with, and some of the other client's."""
    give_types(clients, at=at)
    for opening in OPENINGS:
        open_one(clients["exempelby"], opening, at=at - timedelta(hours=opening.hours_ago))
    ada = Agent.objects.get(email="ada@exempelby.example")
    fill_some(clients["exempelby"], by=ada, at=at)
    decide_disposal(clients["exempelby"], by=ada, at=at)
    subjects = list(Subject.objects.filter(client=clients["energi"]).order_by("pk"))
    for place in range(ENERGI_CASES):
        subject = random.choice(subjects)
        first, last = random.choice(words.FIRST_NAMES), random.choice(words.LAST_NAMES)
        opening = Opening(
            f"{subject.name}, fråga",
            subject.name,
            f"{first} {last}",
            f"kund{place}@example.com",
            "Hej, jag har en fråga om mitt avtal.",
            1 + 3 * place,
        )
        open_one(clients["energi"], opening, at=at - timedelta(hours=opening.hours_ago))


def open_one(client: Client, opening: Opening, *, at: datetime) -> Case:
    """Open a case as it would have come, and do with it what the opening says."""
    customer = recognise(client, kind="mail", value=opening.mail, name=opening.name, at=at)
    contact = register_contact(
        client, channel=opening.channel, direction="in", customer=customer, at=at
    )
    said = Said(
        text=opening.text,
        subject=opening.title,
        sender_name=opening.name,
        sender_address=opening.mail,
    )
    record_message(contact, said, at=at)
    case = actions.open_case(
        client,
        title=opening.title,
        channel=opening.channel,
        contact=contact,
        subject=Subject.objects.get(client=client, name=opening.subject),
        need_type=opening.need,
        group=Group.objects.filter(client=client).order_by("-is_front", "pk").first(),
        at=at,
    )
    if opening.agent:
        _work(case, opening, at=at + timedelta(minutes=20))
    return case


def _work(case: Case, opening: Opening, *, at: datetime) -> None:
    by = Agent.objects.get(email=f"{opening.agent}@exempelby.example")
    actions.assign(case, agent=by, group=case.group, by=by, at=at)
    if opening.note:
        actions.write_note(case, opening.note, by=by, at=at)
    if opening.answer:
        actions.answer(case, opening.answer, channel="mail", by=by, at=at)
    if opening.to_group:
        group = Group.objects.get(client=case.client, code=opening.to_group)
        case.refresh_from_db()
        told = dict(opening.facts)
        facts = {fact.pk: told[fact.label] for fact in missing_facts(case)}
        actions.hand_over(
            case,
            to=group,
            why="cannot",
            question=opening.question,
            facts=facts,
            by=by,
            at=at,
        )
    if opening.more_days:
        _ask_for_time(case, opening, at=at + timedelta(minutes=40))
    if opening.answer:
        assert Case.objects.get(pk=case.pk).state == State.WAITING_FOR_CUSTOMER


def _ask_for_time(case: Case, opening: Opening, *, at: datetime) -> None:
    """Give the customer a later day, with reason and plan."""
    case.refresh_from_db()
    handler = Agent.objects.filter(memberships__group=case.group).order_by("pk").first()
    assert handler is not None
    later = (at + timedelta(days=opening.more_days)).date()
    while closing_on(case.client, later, at=at) is None:
        later += timedelta(days=1)
    offer = actions.Offer(
        due_on=later,
        reason="Listan för våren är inte klar",
        plan="Vi går igenom kön på måndag och hör av oss med din plats",
    )
    actions.promise_answer(case, offer, by=handler, at=at)
