"""Customers whose record tells what a record can: needs, representatives, a probable duplicate."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.utils.timezone import localtime

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import office_calendar
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.actions import open_case
from gensvar.operations.cases.actions.interpreting import book_interpreter, move_booking
from gensvar.operations.cases.actions.needing import ask_need
from gensvar.operations.customers.actions import (
    add_address,
    add_customer,
    change_customer,
    end_address,
    name_representative,
    note_need,
    protect,
    recognise,
)
from gensvar.operations.customers.models import Customer


def furnish_customers(clients: Mapping[str, Client], *, at: datetime) -> None:
    """Give some customers of the municipality what others of the team would have noted."""
    client, by = clients["exempelby"], Agent.objects.get(email="ada@exempelby.example")
    ahmed = recognise(
        client, kind="mail", value="ahmed.nur@example.com", name="Ahmed Nur", at=at, language="ar"
    )
    note_need(ahmed, what="interpreter", agreed=True, by=by, at=at)
    asked = open_case(
        client,
        title="Förskoleplats för min son",
        channel="phone",
        customer=ahmed,
        language="ar",
        by=by,
        at=at - timedelta(hours=3),
    )
    ask_need(asked, what="interpreter", words="gärna kvinna", by=by, at=at)
    # On the next working day from the day after tomorrow, at ten.
    begins = office_calendar(client, at=at).next_opening(at + timedelta(days=2)) or at
    begins = localtime(begins).replace(hour=10, minute=0, second=0, microsecond=0)
    booking = book_interpreter(
        asked,
        language="ar",
        kind="on-site",
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        provider="Tolkförmedling Norr",
        by=by,
        at=at - timedelta(hours=2),
    )
    move_booking(booking, to="confirmed", reference="TN-48213", by=by, at=at)
    marta = _named(client, "marta.fors@example.com")
    for what, words in (("large-text", ""), ("wheelchair", ""), ("call-only", "efter klockan 10")):
        note_need(marta, what=what, words=words, agreed=True, by=by, at=at)
    change_customer(marta, by=by, at=at, preferred_channel="phone")
    add_address(marta, kind="post", value="Björkvägen 7, 930 10 Exempelby", by=by, at=at)
    old = add_address(marta, kind="phone", value="+46719999901", by=by, at=at - timedelta(days=90))
    end_address(old, by=by, at=at - timedelta(days=2))
    _represent(client, marta, by=by, at=at)
    # Eva once more: she wrote from work, and became a customer of her own.
    recognise(
        client, kind="mail", value="eva.ek@arbete.example", name="Eva Ek", at=at - timedelta(days=4)
    )
    if (hidden := Customer.objects.filter(client=client, number="K-1002").first()) is not None:
        protect(hidden, by=by, at=at)


def _represent(client: Client, marta: Customer, *, by: Agent, at: datetime) -> None:
    trustee = recognise(client, kind="phone", value="+46719999902", name="Kerstin Fors", at=at)
    name_representative(
        marta,
        representative=trustee,
        kind="trustee",
        scope="Ekonomi och kontakter med kommunen",
        until=at + timedelta(days=300),
        evidence="Registerutdrag från överförmyndaren",
        by=by,
        at=at,
    )
    firm = _named(client, "info@byggfirma.example")
    change_customer(firm, by=by, at=at, kind="organisation", type="company")
    works = recognise(client, kind="phone", value="+46719999903", name="Lars Bygg", at=at)
    name_representative(
        firm,
        representative=works,
        kind="contact-person",
        scope="Fakturor och bygglov",
        until=None,
        by=by,
        at=at,
    )
    school = add_customer(
        client,
        name="Norrskolan",
        kind="organisation",
        type="internal-unit",
        addresses={"phone": "+46719999904"},
        at=at,
    )
    change_customer(school, by=by, at=at, cost_centre="4711")
    tenant = add_customer(
        client,
        name="Café Torget AB",
        kind="organisation",
        type="external-tenant",
        addresses={"mail": "hej@cafetorget.example"},
        at=at,
    )
    change_customer(tenant, by=by, at=at, preferred_channel="mail")


def _named(client: Client, mail: str) -> Customer:
    return recognise(client, kind="mail", value=mail, at=client.created_at)
