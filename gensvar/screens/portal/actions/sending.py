"""A question becomes a contact, a message and a case, by the same actions as a mail does."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import connection
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from gensvar.channels.mail.texts import receipt
from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.files.actions import store_file
from gensvar.foundation.people.access import Reach, seeing_as
from gensvar.foundation.people.models import Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions import (
    finish_registration,
    open_case,
    promise_as_usual,
    request_receipt,
)
from gensvar.operations.cases.models import Case, Promise
from gensvar.operations.contacts.actions import Attached, Said, record_message, register_contact
from gensvar.operations.contacts.models import Channel, Direction
from gensvar.operations.customers.actions import recognise
from gensvar.operations.customers.models import Customer
from gensvar.operations.knowledge.queries import public_subject
from gensvar.screens.portal.actions.writing import OpenDraft
from gensvar.screens.portal.models import DraftFile, Sending
from gensvar.screens.portal.rules import (
    MOST_TO_ADDRESS,
    RECEIPT_LASTS,
    SENDING_WINDOW,
    Question,
    title_of,
)


class TooManySent(Refused):
    message = _(
        "Many questions have come from here in the last hour. What you wrote is kept: wait a while "
        "and send it then, or call us."
    )
    status = 429


@action
def send_question(draft: OpenDraft, *, sender: str, language: str, at: datetime) -> int:
    """Hand in what was written and return the case's id; a second time, the same case's.

    The draft must be held. What was written stays readable to the browser for a while, as its copy.
    """
    if draft.row.case_id is not None:
        return draft.row.case_id
    question, client = draft.question, draft.row.client
    limits = {f"sender {sender}": settings.PORTAL_QUESTIONS_PER_HOUR}
    if question.address:
        limits[f"address {question.address}"] = MOST_TO_ADDRESS
    if not count_sending(limits, at=at):
        raise TooManySent
    files = _stored_files(draft, at=at)
    # Nobody is signed in, so the database shows nothing of the client's: just for this it does.
    with seeing_as(Reach(clients=frozenset({client.pk}))):
        case = _hand_in(client, question, files, language=language, at=at)
    draft.row.case = case
    draft.row.expires_at = at + RECEIPT_LASTS
    draft.row.save(update_fields=["case", "expires_at"])
    draft.row.files.all().delete()
    return case.pk


def count_sending(limits: dict[str, int], *, at: datetime) -> bool:
    """Count one more for each key unless one of them has reached its limit within the hour."""
    keys = {_digest(key): most for key, most in limits.items()}
    for key in sorted(keys):
        with connection.cursor() as cursor:
            lock = int.from_bytes(bytes.fromhex(key)[:8], signed=True)
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock])
    recent = Sending.objects.filter(key__in=keys, at__gt=at - SENDING_WINDOW)
    counted = list(recent.values_list("key", flat=True))
    if any(counted.count(key) >= most for key, most in keys.items()):
        return False
    Sending.objects.bulk_create(Sending(key=key, at=at) for key in keys)
    return True


def _hand_in(
    client: Client, question: Question, files: Sequence[Attached], *, language: str, at: datetime
) -> Case:
    customer = _customer(client, question, language=language, at=at)
    contact = register_contact(
        client,
        channel=Channel.WEB,
        direction=Direction.IN,
        customer=customer,
        language=language,
        at=at,
    )
    is_by_mail = question.reply == "mail"
    said = Said(
        text=question.text,
        sender_name=question.name,
        sender_address=question.address if is_by_mail else "",
    )
    record_message(contact, said, files=files, at=at)
    case = open_case(
        client,
        title=title_of(question.text),
        channel=Channel.WEB,
        contact=contact,
        subject=public_subject(client, question.subject_id),
        group=_front_desk(client),
        at=at,
    )
    promise_as_usual(case, at=at, way=Promise.Way.PORTAL)
    if is_by_mail:
        # The subject says nothing of what was asked: others may see it on a lock screen.
        subject, text = receipt(case, asked_about="", at=at)
        request_receipt(
            case, text, subject=subject, channel=Channel.MAIL, recipient=question.address, at=at
        )
    finish_registration(case, by=None, at=at)
    return case


def _customer(
    client: Client, question: Question, *, language: str, at: datetime
) -> Customer | None:
    if question.reply not in {"mail", "phone"}:
        return None
    return recognise(
        client,
        kind=question.reply,
        value=question.address,
        name=question.name,
        language=language,
        at=at,
    )


def _front_desk(client: Client) -> Group | None:
    return Group.objects.filter(client=client, is_front=True, closed_at=None).order_by("pk").first()


def _stored_files(draft: OpenDraft, *, at: datetime) -> list[Attached]:
    sealed = DraftFile.objects.in_bulk([file.pk for file in draft.question.files])
    return [
        Attached(
            file=store_file(draft.token.unseal(bytes(sealed[file.pk].sealed), place="file"), at=at),
            name=file.name,
        )
        for file in draft.question.files
    ]


def _digest(key: str) -> str:
    return salted_hmac("portal.sending", key, algorithm="sha256").hexdigest()
