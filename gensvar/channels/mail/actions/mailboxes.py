"""What an administrator decides about mailboxes."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from gensvar.channels.mail.events import MailboxChanged, MailboxUnreachable
from gensvar.channels.mail.models import Mailbox, Pickup
from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.files.vault import seal_text
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused

PURPOSE = "mailbox"
SECRETS = {"secret": "secret_sealed", "refresh_token": "refresh_token_sealed"}


class MailboxTaken(Refused):
    message = _("There is already a mailbox with the address %(address)s.")


class OfAnotherClient(Refused):
    message = _("The group or the subject belongs to another client than the mailbox.")
    status = 422


class TagsInAddress(Refused):
    message = _("Write the address without a plus sign; what follows one is added by Gensvar.")
    status = 422


@action
def add_mailbox(
    client: Client, *, address: str, by: Agent | None, at: datetime, **settings: Any
) -> Mailbox:
    """Begin to receive and send at an address on a client's behalf."""
    mailbox = Mailbox(client=client, address=address.strip().lower(), created_at=at, **settings)
    _check(mailbox)
    _save(mailbox)
    _tell(mailbox, ("address", *settings), by=by, at=at)
    return mailbox


@action
def change_mailbox(mailbox: Mailbox, *, by: Agent | None, at: datetime, **settings: Any) -> None:
    """Change what a mailbox does: name, group, receipts, pause, alarm."""
    changed = tuple(key for key, value in settings.items() if getattr(mailbox, key) != value)
    for key in changed:
        setattr(mailbox, key, settings[key])
    if changed:
        _check(mailbox)
        _save(mailbox)
        _tell(mailbox, changed, by=by, at=at)


@action
def set_pickup(mailbox: Mailbox, *, by: Agent | None, at: datetime, **settings: Any) -> Pickup:
    """Fetch mail by IMAP; `secret` and `refresh_token` are sealed before they rest."""
    for plain, sealed in SECRETS.items():
        if plain in settings:
            words = settings.pop(plain)
            settings[sealed] = seal_text(words, purpose=PURPOSE) if words else ""
    # What came before today stays where it is, unless somebody says otherwise.
    new = {"client_id": mailbox.client_id, "since": at.date()} | settings
    pickup, _is_new = Pickup.objects.update_or_create(
        mailbox=mailbox, defaults=settings, create_defaults=new
    )
    _tell(mailbox, ("pickup",), by=by, at=at)
    return pickup


@action
def stop_pickup(mailbox: Mailbox, *, by: Agent | None, at: datetime) -> None:
    """Fetch no more; what has been fetched remains."""
    deleted, _rows = Pickup.objects.filter(mailbox=mailbox).delete()
    if deleted:
        _tell(mailbox, ("pickup",), by=by, at=at)


def _check(mailbox: Mailbox) -> None:
    if "+" in mailbox.address.partition("@")[0]:
        raise TagsInAddress
    for owned in (mailbox.group, mailbox.subject):
        if owned is not None and owned.client_id != mailbox.client_id:
            raise OfAnotherClient


def _save(mailbox: Mailbox) -> None:
    try:
        with transaction.atomic():
            mailbox.save()
    except IntegrityError as error:
        raise MailboxTaken(address=mailbox.address) from error


def _tell(mailbox: Mailbox, fields: tuple[str, ...], *, by: Agent | None, at: datetime) -> None:
    announce(
        MailboxChanged(
            mailbox_id=mailbox.pk,
            client_id=mailbox.client_id,
            agent_id=by.pk if by else None,
            fields=fields,
        ),
        at=at,
    )


@action
def set_refresh_token(pickup: Pickup, token: str) -> None:
    """Keep the newer token that the sign-in service gave us in place of the old one."""
    pickup.refresh_token_sealed = seal_text(token, purpose=PURPOSE)
    pickup.save(update_fields=["refresh_token_sealed"])


@action
def note_success(pickup: Pickup, *, at: datetime) -> None:
    """The mailbox could be opened."""
    pickup.succeeded_at, pickup.failing_since, pickup.problem = at, None, ""
    pickup.save(update_fields=["succeeded_at", "failing_since", "problem"])


@action
def note_failure(pickup: Pickup, *, because: str, at: datetime) -> None:
    """The mailbox could not be opened; the administrators are told once, when it begins."""
    known = Pickup.objects.select_for_update().get(pk=pickup.pk)
    is_new = known.failing_since is None
    known.failing_since = known.failing_since or at
    known.problem = because[:2_000]
    known.save(update_fields=["failing_since", "problem"])
    if is_new:
        announce(MailboxUnreachable(mailbox_id=known.mailbox_id, client_id=known.client_id), at=at)
