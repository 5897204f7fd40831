"""One IMAP mailbox: let in, list what is new, fetch it as it is, and put it where it shall be.

Nothing depends on the unread flag. What has been fetched is known by its number in the folder; when
the server numbers anew, the mails are recognised by what they are.
"""

import imaplib
import re
import ssl
import threading
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import TracebackType
from typing import Self

from imap_tools import BaseMailBox, MailBox, MailBoxStartTls, MailBoxUnencrypted
from imap_tools.errors import ImapToolsError

from gensvar.channels.mail.actions.mailboxes import PURPOSE
from gensvar.channels.mail.models import Pickup
from gensvar.channels.mail.post.door import WIRE_LIMIT
from gensvar.channels.mail.post.oauth import access_token, forget_token
from gensvar.foundation.files.vault import unseal_text

TIMEOUT_SECONDS = 60
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
INTERNAL_DATE = re.compile(rb'INTERNALDATE "([^"]+)"')


class NotLetIn(Exception):
    """The server does not accept who we say we are."""


class FetchFailed(Exception):
    """One mail could not be fetched; the others can."""


# What may go wrong with a server: the caller waits and tries again.
Trouble = (imaplib.IMAP4.error, ImapToolsError, OSError, NotLetIn)


@dataclass(frozen=True)
class Fetched:
    uid: int
    content: bytes
    arrived_at: datetime


class Folder:
    """An open folder."""

    def __init__(self, pickup: Pickup, *, timeout: float = TIMEOUT_SECONDS) -> None:
        self._pickup = pickup
        self._box = _connected(pickup, timeout)
        try:
            _sign_in(self._box, pickup)
            self._box.folder.set(pickup.folder)
        except BaseException:
            self._box.client.shutdown()
            raise
        _name, numbers = self._box.client.response("UIDVALIDITY")
        self.uid_validity = int(numbers[0] or 0) if numbers else 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        error: BaseException | None,
        _t: TracebackType | None,
    ) -> None:
        if error is None:
            self._box.logout()
        else:
            self._box.client.shutdown()

    @property
    def can_wait(self) -> bool:
        """Whether the server tells by itself when something comes (IDLE)."""
        return "IDLE" in self._box.client.capabilities

    def new_uids(self, *, known: Collection[int], since: date) -> list[int]:
        """Return the numbers of mails that have not been fetched, oldest first."""
        day = f"{since.day:02}-{MONTHS[since.month - 1]}-{since.year}"
        lines = self._ask("SEARCH", "SINCE", day)
        found = {
            int(number) for line in lines if isinstance(line, bytes) for number in line.split()
        }
        return sorted(found - set(known))

    def fetch(self, uid: int) -> Fetched | None:
        """Return a mail byte for byte, without marking it as read; None if it is gone."""
        what = f"(UID INTERNALDATE BODY.PEEK[]<0.{WIRE_LIMIT}>)"
        answers = self._ask("FETCH", str(uid), what)
        for answer in answers:
            if isinstance(answer, tuple) and b"BODY[]" in answer[0].upper():
                head = b" ".join(part for part in answers if isinstance(part, bytes)) + answer[0]
                return Fetched(uid, answer[1], _arrival(head))
        return None

    def put_away(self, uids: Collection[int]) -> None:
        """Do afterwards what the mailbox's owner wants with mails that we have."""
        wish = self._pickup.afterwards
        chosen = [str(uid) for uid in uids]
        if not chosen or wish == Pickup.Afterwards.KEEP:
            return
        if wish == Pickup.Afterwards.MOVE:
            if not self._box.folder.exists(self._pickup.moved_to):
                self._box.folder.create(self._pickup.moved_to)
            self._box.move(chosen, self._pickup.moved_to)
        else:
            self._box.delete(chosen)

    def wait(self, seconds: float, *, step: float, until: threading.Event) -> bool:
        """Wait for something new; true if the server says there is."""
        self._box.idle.start()  # type: ignore[no-untyped-call]
        try:
            for _turn in range(int(seconds / step)):
                if self._box.idle.poll(timeout=step):
                    return True
                if until.is_set():
                    return False
            return True
        finally:
            self._box.idle.stop()  # type: ignore[no-untyped-call]

    def _ask(self, command: str, *words: str) -> list[bytes | tuple[bytes, bytes]]:
        status, answers = self._box.client.uid(command, *words)
        if status != "OK":
            raise FetchFailed(f"{command}: {status}")
        return [one for one in answers if one is not None]


def _connected(pickup: Pickup, timeout: float) -> BaseMailBox:
    if pickup.security == Pickup.Security.PLAIN:
        return MailBoxUnencrypted(pickup.host, pickup.port, timeout=timeout)
    context = ssl.create_default_context()
    if not pickup.is_certificate_checked:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    kind = MailBoxStartTls if pickup.security == Pickup.Security.STARTTLS else MailBox
    return kind(pickup.host, pickup.port, timeout=timeout, ssl_context=context)


def _sign_in(box: BaseMailBox, pickup: Pickup) -> None:
    try:
        if pickup.sign_in == Pickup.SignIn.OAUTH:
            box.xoauth2(pickup.user, access_token(pickup), initial_folder=None)
            return
        password = unseal_text(pickup.secret_sealed, purpose=PURPOSE)
        if pickup.user.isascii() and password.isascii():
            box.login(pickup.user, password, initial_folder=None)
        else:
            box.login_utf8(pickup.user, password, initial_folder=None)
    except imaplib.IMAP4.abort:
        raise
    except (imaplib.IMAP4.error, ImapToolsError) as error:
        forget_token(pickup)
        raise NotLetIn(str(error)) from error


def _arrival(head: bytes) -> datetime:
    found = INTERNAL_DATE.search(head)
    if found:
        try:
            return datetime.strptime(found[1].decode().strip(), "%d-%b-%Y %H:%M:%S %z")
        except ValueError:
            pass
    return datetime.now(UTC)
