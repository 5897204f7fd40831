"""Agents' phones and accounts: passwords are shown once, and a job tells the telephone system."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.channels.voice.actions.setting import give_phone
from gensvar.channels.voice.events import PhoneTaken
from gensvar.channels.voice.models import Account, Leg, Phone
from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.files.vault import seal_text, unseal_text
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused

# As Asterisk calls itself to phones unless told otherwise.
REALM = "asterisk"
PURPOSE = "voice.account"


class RingsNow(Refused):
    message = _("That phone is in a call just now. Take it away when the call is over.")


@dataclass(frozen=True)
class Opened:
    account: Account
    # Shown once, and kept nowhere.
    password: str


@action
def open_account(
    agent: Agent, *, client: Client, kind: str, by: Agent | None, at: datetime
) -> Opened:
    """Give an agent an account of ours, or a new password for the one that they have."""
    opened = new_account(agent, client=client, kind=kind, at=at)
    address = f"PJSIP/{opened.account.login}"
    give_phone(agent, client=client, address=address, by=by, at=at)
    return opened


def new_account(agent: Agent, *, client: Client, kind: str, at: datetime) -> Opened:
    login, password = f"gensvar-{agent.pk}", secrets.token_urlsafe(18)
    digest = hashlib.md5(  # noqa: S324 what RFC 2617 asks phones for
        f"{login}:{REALM}:{password}".encode()
    ).hexdigest()
    account, _is_new = Account.objects.update_or_create(
        agent=agent,
        defaults={
            "client": client,
            "kind": kind,
            "login": login,
            "digest_sealed": seal_text(digest, purpose=PURPOSE),
            "since": at,
            "ended_at": None,
            "expires_at": None,
            "written_at": None,
        },
    )
    return Opened(account, password)


def digest_of(account: Account) -> str:
    return unseal_text(account.digest_sealed, purpose=PURPOSE)


@action
def take_phone(phone: Phone, *, by: Agent, at: datetime) -> None:
    """Ring an agent nowhere any more; an account of ours is closed."""
    if Leg.objects.open().filter(agent=phone.agent_id).exists():
        raise RingsNow
    Account.objects.filter(agent=phone.agent_id, ended_at=None).update(ended_at=at, written_at=None)
    owner, client = phone.agent_id, phone.client_id
    phone.delete()
    announce(PhoneTaken(owner_id=owner, client_id=client, agent_id=by.pk), at=at)


def accounts_to_write() -> list[Account]:
    return list(Account.objects.filter(written_at=None).order_by("since"))


@action
def note_written(account: Account, *, at: datetime) -> None:
    """Note that the telephone system knows an account as it was read; not one changed since."""
    same = Account.objects.filter(pk=account.pk, digest_sealed=account.digest_sealed)
    same.filter(ended_at=account.ended_at).update(written_at=at)
