"""Close the door after wrong passwords, for one account and one address, for a while.

Attempts on the same account wait for each other, so that a hundred sent at once count as a
hundred. Nothing is counted while the door is closed, so it opens by itself.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Count, Q
from django.utils.crypto import salted_hmac

from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.events import SignInFailed, SignInLocked
from gensvar.foundation.people.models import Agent, FailedSignIn
from gensvar.foundation.people.rules import LOCK_WINDOW, is_locked


@dataclass(frozen=True)
class Attempt:
    """Somebody at an address tries an account, which may not exist."""

    account: str
    address: str

    @property
    def account_digest(self) -> str:
        return _digest("account", self.account.strip().lower())

    @property
    def address_digest(self) -> str:
        return _digest("address", self.address)


def door_is_closed(attempt: Attempt, *, at: datetime) -> bool:
    """Say whether the attempt must wait; others on the account wait until this one is over."""
    lock = int.from_bytes(bytes.fromhex(attempt.account_digest)[:8], signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock])
    return is_locked(**_failures(attempt, at))


@transaction.atomic
def count_failure(attempt: Attempt, *, way: str, at: datetime) -> None:
    """Remember a wrong password; the one that closes the door is announced as that, too."""
    FailedSignIn.objects.create(
        account=attempt.account_digest, address=attempt.address_digest, at=at
    )
    tried = Agent.objects.filter(email=attempt.account.strip().lower()).values_list("pk", flat=True)
    whom_id = tried.first()
    announce(SignInFailed(whom_id=whom_id, way=way), at=at)
    if is_locked(**_failures(attempt, at)):
        announce(SignInLocked(whom_id=whom_id), at=at)


def forget_failures(attempt: Attempt) -> None:
    """Start from nought after the right password, for this account at this address."""
    FailedSignIn.objects.filter(
        account=attempt.account_digest, address=attempt.address_digest
    ).delete()


def _failures(attempt: Attempt, at: datetime) -> dict[str, int]:
    of_account, of_address = Q(account=attempt.account_digest), Q(address=attempt.address_digest)
    return FailedSignIn.objects.filter(of_account | of_address, at__gt=at - LOCK_WINDOW).aggregate(
        of_pair=Count("pk", filter=of_account & of_address),
        of_account=Count("pk", filter=of_account),
        of_address=Count("pk", filter=of_address),
    )


def _digest(kind: str, value: str) -> str:
    return salted_hmac(f"people.failed-sign-in.{kind}", value, algorithm="sha256").hexdigest()
