"""Fetch mail from mailboxes elsewhere, each in a thread of its own, as soon as something comes."""

import logging
import os
import threading
from collections.abc import Sequence
from contextlib import suppress

from django.db import InterfaceError, OperationalError, connection
from django.db.models import QuerySet
from django.utils.timezone import now

from gensvar.channels.mail.actions.arriving import Arrived, keep
from gensvar.channels.mail.actions.mailboxes import note_failure, note_success
from gensvar.channels.mail.models import Pickup, RawMail
from gensvar.channels.mail.post.imap import Fetched, FetchFailed, Folder, NotLetIn, Trouble

LOOK_FOR_MAILBOXES_SECONDS = 5.0
IDLE_SECONDS = 9 * 60.0
STEP_SECONDS = 1.0
# A server that cannot tell by itself is asked this often.
ASK_EVERY_SECONDS = 30.0
PAUSES = (5.0, 15.0, 60.0, 300.0)
MOST_TOGETHER = 10
log = logging.getLogger(__name__)


class Fetchers(threading.Thread):
    """Starts a fetcher for every mailbox that wants one, and starts it anew when it is changed."""

    def __init__(self, stop: threading.Event, *, wake_up: int) -> None:
        super().__init__(name="fetchers", daemon=True)
        self._stop_event = stop
        self._wake_up = wake_up
        self._running: dict[int, tuple[tuple[object, ...], Fetcher]] = {}

    def run(self) -> None:
        while not self._stop_event.is_set():
            try:
                self._look()
            except (OperationalError, InterfaceError):
                log.warning("database_away")
                connection.close()
            self._stop_event.wait(LOOK_FOR_MAILBOXES_SECONDS)
        for _settings, fetcher in self._running.values():
            fetcher.stop.set()
        for _settings, fetcher in self._running.values():
            fetcher.join(STEP_SECONDS * 3)
        connection.close()

    def _look(self) -> None:
        wanted = {pickup.pk: pickup for pickup in _pickups()}
        for number, (settings, fetcher) in list(self._running.items()):
            is_same = number in wanted and _settings(wanted[number]) == settings
            if not is_same or not fetcher.is_alive():
                fetcher.stop.set()
                del self._running[number]
        for number, pickup in wanted.items():
            if number not in self._running:
                fetcher = Fetcher(pickup, wake_up=self._wake_up)
                fetcher.start()
                self._running[number] = (_settings(pickup), fetcher)


def _pickups() -> QuerySet[Pickup]:
    return Pickup.objects.filter(mailbox__is_paused=False).select_related("mailbox__client")


def _settings(pickup: Pickup) -> tuple[object, ...]:
    """What a fetcher works by; how it has gone lately, and renewed tokens, are not settings."""
    left_out = {"succeeded_at", "failing_since", "problem", "refresh_token_sealed"}
    fields = [field.attname for field in Pickup._meta.concrete_fields]
    return tuple(getattr(pickup, name) for name in fields if name not in left_out)


class Fetcher(threading.Thread):
    """Keeps one mailbox open, fetches what is new, waits for more."""

    def __init__(self, pickup: Pickup, *, wake_up: int) -> None:
        super().__init__(name=f"fetcher {pickup.pk}", daemon=True)
        self.stop = threading.Event()
        self._pickup = pickup
        self._wake_up = wake_up

    def run(self) -> None:
        failures = 0
        while not self.stop.is_set():
            try:
                with Folder(self._pickup) as folder:
                    failures = 0
                    self._stay(folder)
            except Trouble as error:
                # A connection that breaks once is no news; one that cannot be made again is.
                if failures or isinstance(error, NotLetIn):
                    self._tell(error)
                self.stop.wait(PAUSES[min(failures, len(PAUSES) - 1)])
                failures += 1
            except (OperationalError, InterfaceError):
                log.warning("database_away")
                connection.close()
                self.stop.wait(STEP_SECONDS)
        connection.close()

    def _stay(self, folder: Folder) -> None:
        note_success(self._pickup, at=now())
        while not self.stop.is_set():
            if fetch_new(self._pickup, folder):
                with suppress(BlockingIOError):
                    os.write(self._wake_up, b"!")
            if folder.can_wait:
                folder.wait(IDLE_SECONDS, step=STEP_SECONDS, until=self.stop)
            else:
                self.stop.wait(ASK_EVERY_SECONDS)

    def _tell(self, error: Exception) -> None:
        because = str(error) or type(error).__name__
        log.warning("mailbox_unreachable", extra={"pickup": self._pickup.pk})
        with suppress(OperationalError, InterfaceError, Pickup.DoesNotExist):
            note_failure(self._pickup, because=because, at=now())


def fetch_new(pickup: Pickup, folder: Folder) -> int:
    """Fetch what is new in the folder and return how many mails were kept.

    A mail that cannot be fetched is left for next time; the others come.
    """
    known = RawMail.objects.filter(
        mailbox_id=pickup.mailbox_id, uid_validity=folder.uid_validity
    ).values_list("uid", flat=True)
    new = folder.new_uids(known=[uid for uid in known if uid is not None], since=pickup.since)
    kept = 0
    for start in range(0, len(new), MOST_TOGETHER):
        fetched = [one for uid in new[start : start + MOST_TOGETHER] if (one := _one(uid, folder))]
        _keep(pickup, folder, fetched)
        kept += len(fetched)
    return kept


def _one(uid: int, folder: Folder) -> Fetched | None:
    try:
        return folder.fetch(uid)
    except FetchFailed:
        log.warning("mail_not_fetched", extra={"uid": uid})
        return None


def _keep(pickup: Pickup, folder: Folder, fetched: Sequence[Fetched]) -> None:
    """Keep mails first, then do with the originals what their owner wants."""
    keep(
        [
            Arrived(
                mailbox=pickup.mailbox,
                content=one.content,
                how=RawMail.How.IMAP,
                received_at=min(one.arrived_at, now()),
                envelope_to=(pickup.mailbox.address,),
                uid_validity=folder.uid_validity,
                uid=one.uid,
            )
            for one in fetched
        ]
    )
    folder.put_away([one.uid for one in fetched])
