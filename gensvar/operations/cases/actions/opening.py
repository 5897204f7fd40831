"""A case begins with a contact, and later contacts join it."""

from datetime import datetime
from typing import Any, cast

from django.db import connection

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.cases.actions.merging import lend
from gensvar.operations.cases.actions.moving import (
    about,
    locked,
    set_state,
    take_up,
    write_assignment,
)
from gensvar.operations.cases.actions.planning import drop_planned
from gensvar.operations.cases.actions.resting import wake
from gensvar.operations.cases.events import CaseOpened, ContactJoined, StateChanged
from gensvar.operations.cases.models import Case, CaseContact, Snooze, State
from gensvar.operations.cases.queries.joined import way_of
from gensvar.operations.contacts.models import Contact, Direction
from gensvar.operations.customers.models import Customer
from gensvar.operations.knowledge.models import Subject

Opened = tuple[int, str, int | None, int | None]
COLUMNS = {
    str(field.column): field.attname
    for field in Case._meta.concrete_fields
    if field.column not in {"id", "number"}
}
# The case with its number, its contact and its first state, in one statement.
OPEN = f"""
    WITH opened AS (
        INSERT INTO cases_case (number, {", ".join(COLUMNS)})
        VALUES (next_case_number(%(year)s), {", ".join(f"%({column})s" for column in COLUMNS)})
        RETURNING id, number, access_id, registrar_id
    ), joined AS (
        INSERT INTO cases_casecontact (case_id, contact_id, client_id)
        SELECT id, contact, %(client_id)s FROM opened, (SELECT %(contact)s::bigint) c (contact)
        WHERE contact IS NOT NULL
    ), stated AS (
        INSERT INTO cases_casestate (case_id, client_id, state, since, by_id, reason)
        SELECT id, %(client_id)s, %(state)s, %(state_since)s, %(by)s::bigint, '' FROM opened
    )
    SELECT id, number, access_id, registrar_id FROM opened
"""  # noqa: S608


@action
def open_case(
    client: Client,
    *,
    title: str,
    channel: str,
    at: datetime,
    contact: Contact | None = None,
    customer: Customer | None = None,
    subject: Subject | None = None,
    need_type: str = "",
    group: Group | None = None,
    agent: Agent | None = None,
    by: Agent | None = None,
    language: str = "",
) -> Case:
    """Begin a case with its number, waiting for us, with a person, a group or nobody yet."""
    customer = customer or (contact.customer if contact else None)
    case = Case(
        client=client,
        title=" ".join(title.split())[:200],
        customer=customer,
        subject=subject,
        need_type=need_type,
        channel=channel,
        language=language or (contact.language if contact else client.language),
        opened_at=at,
        state_since=at,
        agent=agent,
        group=group,
    )
    _open(case, contact=contact, by=by)
    announce(
        CaseOpened(
            channel=channel,
            customer_id=customer.pk if customer else None,
            contact_id=contact.pk if contact else None,
            **about(case, by),
        ),
        at=at,
    )
    announce(StateChanged(old=case.state, new=case.state, **about(case, by)), at=at)
    if agent or group:
        write_assignment(case, by=by, at=at)
    return case


@action
def join_contact(
    case: Case, contact: Contact, *, by: Agent | None, at: datetime, wakes: bool = True
) -> Case:
    """Put one more contact with the case; a customer's own words make it our turn again.

    Returns the case that got it: where this one is part of another, that other. `wakes` is false
    for automatic mail: an absence notice is no reason to open a case again.
    """
    way = way_of(case)
    case = locked(way[-1].into if way else case)
    if CaseContact.objects.filter(case=case, contact=contact).exists():
        return case
    for step in way:
        lend(step, [contact])
    if not way:
        CaseContact.objects.create(case=case, contact=contact, client_id=case.client_id)
    announce(ContactJoined(contact_id=contact.pk, **about(case, by)), at=at)
    if contact.direction == Direction.IN and wakes:
        wake(case, why=Snooze.Why.CONTACT, by=by, at=at)
        drop_planned(case, by=by, at=at)
        if case.is_closed:
            take_up(case, by=by, at=at)
        elif case.state == State.WAITING_FOR_CUSTOMER:
            set_state(case, State.WAITING_FOR_US, by=by, at=at)
    return case


def _open(case: Case, *, contact: Contact | None, by: Agent | None) -> None:
    given: dict[str, Any] = {column: getattr(case, name) for column, name in COLUMNS.items()}
    given |= {
        "year": case.opened_at.year,
        "contact": contact and contact.pk,
        "by": by and by.pk,
    }
    with connection.cursor() as cursor:
        cursor.execute(OPEN, given)
        # Whether it is confidential is for the database to say.
        case.pk, case.number, case.access_id, case.registrar_id = cast(Opened, cursor.fetchone())
    case._state.adding = False
