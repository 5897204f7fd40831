"""A confidential case with a marker in every field of every table that hangs on it.

The tables are found by their foreign keys, so a new one is planted by itself; where that is not
possible the test says which and why, and a row is planted by hand in `plant`.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from gensvar.channels.chat.models import Chat
from gensvar.channels.paper.models import Paper
from gensvar.channels.voice.models import Call, CallRecording, Entry, RecordingPlan, VoiceMessage
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.files.actions import store_file
from gensvar.foundation.files.models import StoredFile
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.cases import actions
from gensvar.operations.cases.models import (
    Case,
    CaseContact,
    CaseNeed,
    HandOver,
    InterpreterBooking,
    NeedOutcome,
    Participant,
)
from gensvar.operations.contacts.actions import (
    Attached,
    Said,
    record_message,
    register_contact,
)
from gensvar.operations.contacts.models import Contact, Message
from gensvar.operations.customers.actions import add_address, add_customer
from gensvar.operations.customers.models import Customer
from gensvar.operations.knowledge.models import Subject
from gensvar.operations.routing.models import Offer, Queue, Waiting

# In every text of the confidential case; nothing else in the product reads so.
MARKER = "Zxqvlonndom"
PLAIN = "Vanlig"
MAIL = "zxqvlonndom@example.com"
PHONE = "+46737700001"
# Everything that belongs to the case has a number from here on, everything else one below.
FIRST_ID = 7_700_001
UNKNOWN_ID = 9_900_001
# In the pool of rows to refer to: another confidential case, and another customer.
SIBLING = "sibling"
ROOTS = (Case, Contact, Customer)


def set_sequences(first: int) -> None:
    """Let every new row of ours be numbered from `first` on."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT setval(quote_ident(schemaname) || '.' || quote_ident(sequencename), %s, false)
               FROM pg_sequences WHERE schemaname = 'public' AND max_value > %s
                 AND sequencename !~ '^(procrastinate|django|auth|cases_number)'""",
            [first, first],
        )
        cursor.execute("SELECT next_case_number(2026)")
        cursor.execute("SELECT setval('cases_number_2026', %s, false)", [first // 10])


def hanging() -> list[type[models.Model]]:
    """Return our tables that hang on a case, a contact or a customer, however far away."""
    found: list[type[models.Model]] = list(ROOTS)
    ours = [m for m in apps.get_models() if m.__module__.startswith("gensvar.")]
    grows = True
    while grows:
        more = [
            model
            for model in ours
            if model not in found and any(f.related_model in found for f in _keys(model))
        ]
        found += more
        grows = bool(more)
    return [model for model in found if model not in ROOTS]


def _keys(model: type[models.Model]) -> Iterable[Any]:
    return (f for f in model._meta.concrete_fields if f.is_relation)


def plant(client: Any, *, subject: Subject, by: Agent, at: datetime) -> Case:
    """Make a customer, a case and all that may hang on it, by the product's own actions."""
    group = subject.group
    assert group is not None
    customer = add_customer(client, name=f"{MARKER} Ek", addresses={"mail": MAIL}, at=at)
    add_address(customer, kind="phone", value=PHONE, by=by, at=at)
    contact = register_contact(
        client, channel="mail", direction="in", customer=customer, agent=by, at=at, summary=MARKER
    )
    file = store_file(MARKER.encode(), at=at)
    said = Said(
        text=f"Hej {MARKER}",
        subject=MARKER,
        sender_name=MARKER,
        sender_address=MAIL,
        html=f"<p>{MARKER}</p>",
        quoted=MARKER,
        signature=MARKER,
        problems=(MARKER,),
        message_id="<zxqv@example.com>",
        raw=file,
    )
    record_message(contact, said, at=at, files=[Attached(file=file, name=f"{MARKER}.txt")])
    case = actions.open_case(
        client,
        title=f"{MARKER} och Ek",
        channel="mail",
        contact=contact,
        subject=subject,
        need_type="information",
        group=group,
        by=by,
        at=at,
    )
    assert case.is_confidential, "the subject makes it so"
    actions.write_note(case, MARKER, by=by, at=at)
    actions.add_file(case, file, name=f"{MARKER}.txt", by=by, at=at)
    actions.answer(case, MARKER, channel="mail", by=by, at=at)
    actions.hand_over(case, to=group, why="cannot", question=MARKER, by=by, at=at)
    _plant_a_wait(case, contact, by=by, at=at)
    _plant_a_chat(case, contact, at=at)
    _plant_a_call(case, contact, file, by=by, at=at)
    Paper.objects.create(
        client=client,
        channel="letter",
        received_on=at.date(),
        file=file,
        name=MARKER,
        noted_at=at,
        contact=contact,
        case=case,
        registered_at=at,
    )
    _plant_the_rest(case, by=by, at=at)
    return Case.objects.get(pk=case.pk)


def _plant_a_wait(case: Case, contact: Contact, *, by: Agent, at: datetime) -> None:
    """Let the contact have waited, and be on offer to the one who may know of it."""
    queue = Queue.objects.create(
        client=case.client, name=PLAIN, channel="mail", goal_seconds=60, ended_at=at
    )
    known: Any = {"contact": contact, "client": case.client, "queue": queue}
    Waiting.objects.create(
        case=case, entered_at=at, arrived_at=at, goal_seconds=60, facts={"fact": MARKER}, **known
    )
    Offer.objects.create(
        pk=FIRST_ID,
        agent=by,
        channel="mail",
        offered_at=at,
        expires_at=at,
        why={"fact": MARKER},
        **known,
    )


def _plant_a_call(
    case: Case, contact: Contact, file: StoredFile, *, by: Agent, at: datetime
) -> None:
    """Let the customer have called about it, and the call be recorded."""
    call = Call.objects.create(client=case.client, contact=contact, party=MARKER, began_at=at)
    CallRecording.objects.create(
        client=case.client,
        call=call,
        plan=RecordingPlan.objects.latest("pk"),
        agent=by,
        state="over",
        began_at=at,
        ended_at=at,
        expires_on=at.date(),
        file=file,
        fetched_at=at,
    )
    VoiceMessage.objects.create(
        client=case.client,
        call=call,
        longest_seconds=60,
        quiet_seconds=5,
        began_at=at,
        ended_at=at,
        expires_at=at,
        file=file,
        seconds=1.0,
        fetched_at=at,
    )


def _plant_a_chat(case: Case, contact: Contact, *, at: datetime) -> None:
    """Let the customer be chatting about it just now."""
    Chat.objects.create(
        client=case.client,
        contact=contact,
        case=case,
        digest="0" * 64,
        expires_at=at,
        language="sv",
        name=MARKER,
        heard_at=at,
        copy_to=MAIL,
    )


def _plant_the_rest(case: Case, *, by: Agent, at: datetime) -> None:
    pool: dict[Any, Any] = {
        Case: case,
        Customer: case.customer,
        Contact: Contact.objects.get(cases=case, direction="in"),
        Message: Message.objects.filter(contact__cases=case).order_by("pk").first(),
        HandOver: case.hand_overs.get(),
        CaseContact: CaseContact.objects.filter(case=case).first(),
        Agent: by,
        Group: case.group,
        StoredFile: StoredFile.objects.latest("pk"),
        AccessList: case.access,
        Call: Call.objects.latest("pk"),
        CallRecording: CallRecording.objects.latest("pk"),
    }
    other = add_customer(case.client, name=MARKER, addresses={}, at=at)
    pool[SIBLING, Customer] = other
    pool[SIBLING, Case] = actions.open_case(
        case.client,
        title=MARKER,
        channel="web",
        customer=other,
        subject=case.subject,
        by=by,
        at=at,
    )
    NeedOutcome.objects.create(
        case=case, client=case.client, met="referred", authority=MARKER, by=by, at=at
    )
    CaseNeed.objects.create(
        case=case, client=case.client, what="interpreter", words=MARKER, by=by, at=at
    )
    InterpreterBooking.objects.create(
        case=case,
        client=case.client,
        language="ar",
        kind="phone",
        provider=MARKER,
        reference=MARKER,
        starts_at=at,
        ends_at=at + timedelta(hours=1),
        by=by,
        at=at,
    )
    Participant.objects.create(
        case=case,
        client=case.client,
        name=MARKER,
        kind="mail",
        address=MAIL,
        right="reply",
        since=at,
        until=at + timedelta(days=30),
        by=by,
    )
    for model in hanging():
        _plant_one(model, pool, at=at)


def _plant_one(model: type[models.Model], pool: dict[Any, Any], *, at: datetime) -> Any:
    if model in pool:
        return pool[model]
    known = model._default_manager.filter(pk__gte=FIRST_ID).order_by("pk").first()
    if known is None or model not in hanging():
        known = known or _made(model, pool, at=at)
    pool[model] = known
    return known


def _made(
    model: type[models.Model], pool: dict[Any, Any], *, at: datetime, text: str = MARKER
) -> Any:
    values: dict[str, Any] = {}
    for field in model._meta.concrete_fields:
        if field.primary_key and field.has_default() is False and not field.is_relation:
            continue
        value = _value(field, pool, at=at, text=text)
        # A row that ties two cases or customers together ties two confidential ones.
        is_second = isinstance(value, Case | Customer) and value in values.values()
        values[field.name] = pool[SIBLING, type(value)] if is_second else value
    row = model(**values)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise AssertionError(
            f"The leak suite cannot make a {model.__name__} by itself. Plant one that hangs on "
            f"the confidential case in {__name__}.plant, with MARKER in its texts. ({error})"
        ) from error
    return row


def prepare(pool: dict[Any, Any], *, at: datetime) -> None:
    """Make what the confidential rows will refer to and everybody may see, such as an article."""
    client = Client.objects.earliest("pk")
    calls = Queue.objects.create(
        client=client, name="Telefon", channel="phone", goal_seconds=60, ended_at=at
    )
    pool[RecordingPlan] = RecordingPlan.objects.create(
        client=client,
        queue=calls,
        purpose=PLAIN,
        agreed_in=PLAIN,
        begins_at=at,
        ends_at=at + timedelta(days=1),
        at=at,
    )
    pool[Entry] = Entry.objects.create(client=client, own_name=PLAIN, number="4711")
    for model in hanging():
        for field in _keys(model):
            related = field.related_model
            if not (field.null or related in hanging() or related in ROOTS):
                _plain(related, pool, at=at)


def _plain(model: type[models.Model], pool: dict[Any, Any], *, at: datetime) -> Any:
    if model not in pool:
        known = model._default_manager.order_by("pk").first()
        pool[model] = known or _made(model, pool, at=at, text=PLAIN)
    return pool[model]


def _value(field: Any, pool: dict[Any, Any], *, at: datetime, text: str) -> Any:
    if field.is_relation:
        related = field.related_model
        if related in pool or (related in hanging() and text == MARKER):
            return _plant_one(related, pool, at=at)
        return None if field.null else _plain(related, pool, at=at)
    return _plain_value(field, at=at, text=text)


def _plain_value(field: Any, *, at: datetime, text: str) -> Any:
    if field.choices is not None:
        return field.choices[0][0]
    if text == PLAIN and field.blank and isinstance(field, models.CharField):
        return ""  # what may be left out may be a word that the product knows, such as a state
    plain: dict[Any, Any] = {
        models.CharField: text[: field.max_length or None],
        models.TextField: text,
        models.DateTimeField: at,
        models.DateField: at.date(),
        models.JSONField: [text],
        models.BinaryField: text.encode(),
        models.BooleanField: False,
    }
    for kind, value in plain.items():
        if isinstance(field, kind):
            return None if field.null and isinstance(field, models.DateField) else value
    if field.has_default():
        return field.get_default()
    return None if field.null else 1
