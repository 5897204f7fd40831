"""Living cases that belong together, or that colleagues do something with later."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from gensvar.config.demo.present import Opening, open_one
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases import actions
from gensvar.operations.cases.actions.participating import add_participant
from gensvar.operations.cases.models import CannedText, Case, State
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.models import Channel, Direction
from gensvar.operations.contacts.setting_aside import set_aside
from gensvar.operations.knowledge.models import Subject

AGAIN = Opening(
    "Lekställningen på Norrskolan, igen",
    "Lekplatser",
    "Rut Alm",
    "rut.alm@example.com",
    "Jag skrev i går om klätterställningen. Nu har ett barn gjort sig illa på stolpen.",
    2,
    need="opinion",
)


CANNED = {
    "Be om mer": "Hej {first_name}!\n\nTack för ditt meddelande. Vi behöver veta lite mer.",
    "Följ ärendet": "Du följer ärendet på {link} med nummer {number} och kod {code}.",
    "Tack för synpunkten": "Hej {first_name}!\n\nTack för din synpunkt om {subject}. Den har nått "
    "dem som ansvarar.",
}

# The same as above for whoever reads Arabic, or needs easy Swedish.
IN_OTHER_WORDS: tuple[dict[str, Any], ...] = (
    {
        "name": "Be om mer",
        "is_easy": True,
        "text": "Hej {first_name}!\n\nDu har skrivit till oss. Tack.\nVi måste veta mer.\n"
        "Svara på det här mejlet.",
    },
    {
        "name": "Be om mer",
        "language": "ar",
        "text": "مرحباً {first_name}،\n\nشكراً على رسالتك. نحتاج إلى مزيد من المعلومات.",
    },
)

REFERRALS = {
    "Försäkringskassan": "Hej!\n\nDin fråga gäller sjukpenning, föräldrapenning eller någon annan "
    "ersättning som Försäkringskassan beslutar om. Kommunen kan inte svara på den. Vänd dig till "
    "Försäkringskassan på forsakringskassan.se.\n\nVänliga hälsningar\n{organisation}",
    "Skatteverket": "Hej!\n\nFolkbokföring och skatt sköts av Skatteverket, inte av kommunen. Vänd "
    "dig till dem på skatteverket.se.\n\nVänliga hälsningar\n{organisation}",
}


ELSEWHERE = Opening(
    "Sjukpenning, när kommer den?",
    "Övrigt",
    "Bengt Sandell",
    "bengt.sandell@example.com",
    "Jag har väntat i tre veckor på min sjukpenning. När betalar ni ut den?",
    2,
    need="status",
)


def work_together(clients: Mapping[str, Client], *, at: datetime) -> None:
    """Do with some of the open cases what colleagues do beside answering."""
    ada = Agent.objects.get(email="ada@exempelby.example")
    again = open_one(clients["exempelby"], AGAIN, at=at - timedelta(hours=AGAIN.hours_ago))
    whole = _open("Skadad lekställning, Norrskolan")
    actions.merge(again, into=whole, by=ada, at=at)
    street, lamp = _open("Gropar i asfalten på Skolgatan"), _open("Felanmälan gatubelysning")
    actions.link(street, lamp, kind="related", by=ada, at=at)
    fee, permit = (
        _open("Boendeparkering, felaktig avgift"),
        _open("Parkeringstillstånd Storgatan 4"),
    )
    actions.link(permit, fee, kind="child", by=ada, at=at)
    actions.watch(street, by=ada, at=at)
    add_participant(
        street, name="Kim Berg", address="kim.berg@example.com", right="reply", by=ada, at=at
    )
    actions.watch(whole, by=Agent.objects.get(email="bo@exempelby.example"), at=at)
    actions.snooze(permit, until=at + timedelta(days=2), by=ada, at=at)
    _write_words(clients["exempelby"], at=at)
    elsewhere = open_one(clients["exempelby"], ELSEWHERE, at=at - timedelta(hours=2))
    to = CannedText.objects.get(client=elsewhere.client, refers_to="Försäkringskassan")
    _set_some_aside(elsewhere.client, ada, at=at)
    actions.refer(elsewhere, to, channel=Channel.MAIL, by=ada, at=at - timedelta(hours=1))


def _set_some_aside(client: Client, by: Agent, *, at: datetime) -> None:
    """Let some calls become no case, and one of them without a reason yet."""
    for minutes, reason in enumerate(("wrong-number", "hung-up", "internal", ""), start=1):
        contact = register_contact(
            client,
            channel=Channel.PHONE,
            direction=Direction.IN,
            customer=None,
            agent=by,
            summary="" if reason else "Frågade om något på engelska, samtalet bröts.",
            at=at - timedelta(minutes=20 * minutes),
        )
        if reason:
            set_aside(contact, reason=reason, by=by, at=at)


def _write_words(client: Client, *, at: datetime) -> None:
    """Write what agents put into answers, and the macros that they run."""
    alva = Agent.objects.get(email="alva@exempelby.example")
    for name, text in CANNED.items():
        actions.write_canned_text(client, name=name, text=text, by=alva, at=at)
    for given in IN_OTHER_WORDS:
        actions.write_canned_text(client, by=alva, at=at, **given)
    for authority, text in REFERRALS.items():
        name = f"Hänvisning till {authority}"
        actions.write_canned_text(client, name=name, text=text, refers_to=authority, by=alva, at=at)
    subject = Subject.objects.get(client=client, name="Parkering")
    given = {"need_type": "", "takes": True, "group": None}
    actions.write_macro(
        client,
        name="Be om registreringsnummer",
        text=CANNED["Be om mer"] + "\n\nVi behöver bilens registreringsnummer.",
        subject=subject,
        turn=State.WAITING_FOR_CUSTOMER,
        by=alva,
        at=at,
        **given,
    )
    actions.write_macro(
        client,
        name="Jag tar det",
        text="",
        subject=None,
        turn=State.WAITING_FOR_US,
        by=alva,
        at=at,
        **given,
    )


def _open(title: str) -> Case:
    # The past has cases of the same title; the living one is the newest.
    return Case.objects.select_related("client").filter(title=title).latest("pk")
