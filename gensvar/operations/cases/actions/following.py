"""Number and code: the customer's own way to a case.

Whether a number exists is never told. An unknown number, a wrong code and a door that is closed
take the same steps, in even time, and the caller answers the first two alike.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import cast

from django.conf import settings
from django.db import connection
from django.utils.crypto import salted_hmac

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.access import Reach, seeing_as
from gensvar.operations.cases.events import FollowCodeUsed, ParticipantEntered
from gensvar.operations.cases.models import CodeAttempt
from gensvar.operations.cases.rules import (
    CODE_WINDOW,
    follow_code,
    is_closed_for_codes,
    is_same,
    participant_code,
    written_number,
)


@dataclass(frozen=True)
class Followed:
    """The case that somebody has shown the code for, and the version of that code.

    `through` is the case whose number it was: the same, or one that has become part of it.
    `participant_id` is who showed a code of their own, beside the customer.
    """

    case_id: int
    client_id: int
    code_version: int
    through: int
    participant_id: int | None = None


class Shut(Enum):
    """Why a number and a code did not open anything."""

    WRONG = "wrong"
    LOCKED = "locked"


@action
def try_code(number: str, code: str, *, sender: str, at: datetime) -> Followed | Shut:
    """Open the case with this number to whoever knows its code; count what is wrong.

    Attempts at one number wait for each other, so that a hundred sent at once count as a hundred.
    Nothing is counted while the door is closed, so it opens by itself.
    """
    number = written_number(number)
    of_number, of_sender = _digest("number", number), _digest("sender", sender)
    _wait_for_others(of_number)
    found = case_at_number(number)
    version = found.code_version if found else 1
    fits = _fits(code, number=number, version=version)
    participant_id = _participant(code, number=number, version=version, at=at)
    failures = list(
        CodeAttempt.objects.filter(
            key__in=(of_number, of_sender), at__gt=at - CODE_WINDOW
        ).values_list("key", flat=True)
    )
    if is_closed_for_codes(
        of_number=failures.count(of_number), of_sender=failures.count(of_sender)
    ):
        return Shut.LOCKED
    if found is None or not (fits or participant_id):
        CodeAttempt.objects.bulk_create(CodeAttempt(key=k, at=at) for k in (of_number, of_sender))
        return Shut.WRONG
    CodeAttempt.objects.filter(key=of_number).delete()
    if not fits:
        return _enter(found, participant_id, at=at)
    found = standing_at(found.through, client_id=found.client_id)
    with seeing_as(Reach(case_id=found.case_id)):
        announce(FollowCodeUsed(case_id=found.case_id, client_id=found.client_id), at=at)
    return found


def _enter(found: Followed, participant_id: int | None, *, at: datetime) -> Followed:
    assert participant_id is not None
    with seeing_as(Reach(case_id=found.case_id)):
        entered = ParticipantEntered(
            case_id=found.case_id, client_id=found.client_id, participant_id=participant_id
        )
        announce(entered, at=at)
    return replace(found, participant_id=participant_id)


def case_at_number(number: str) -> Followed | None:
    """Return what is needed to check a code, and no more; the database lets nobody see the rest."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT case_id, client_id, code_version FROM case_at_number(%s)", [number])
        row = cursor.fetchone()
    return Followed(row[0], row[1], row[2], through=row[0]) if row else None


def standing_at(through: int, *, client_id: int) -> Followed:
    """Return what the number of a case leads to now: the case, or the one that it is part of."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT case_id, code_version FROM standing_case(%s)", [through])
        row = cursor.fetchone()
    # What has become confidential leads nowhere: no code is of version 0.
    case_id, version = cast(tuple[int, int], row or (through, 0))
    return Followed(case_id, client_id, version, through)


def _fits(code: str, *, number: str, version: int) -> bool:
    """Say whether a code was made with our secret, or with one that it has replaced."""
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    # All are tried, so that the time tells nothing.
    tried = [is_same(code, follow_code(one, number=number, version=version)) for one in secrets]
    return any(tried)


def _participant(code: str, *, number: str, version: int, at: datetime) -> int | None:
    """Return the participant whose code it is, of those whose time has not ended."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT participant_id FROM participants_at_number(%s, %s)", [number, at])
        keys = [key for (key,) in cursor.fetchall()]
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    right = [
        key
        for key in keys
        for one in secrets
        if is_same(code, participant_code(one, number=number, participant_id=key, version=version))
    ]
    return right[0] if right else None


def _wait_for_others(digest: str) -> None:
    lock = int.from_bytes(bytes.fromhex(digest)[:8], signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock])


def _digest(kind: str, value: str) -> str:
    return salted_hmac(f"cases.code-attempt.{kind}", value, algorithm="sha256").hexdigest()
