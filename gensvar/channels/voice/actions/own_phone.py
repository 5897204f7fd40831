"""An agent's own choice of phone, and what a phone in a browser signs in with for a while."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from gensvar.channels.voice.actions.accounts import Opened, RingsNow, new_account
from gensvar.channels.voice.actions.setting import give_phone
from gensvar.channels.voice.events import PhoneOpened
from gensvar.channels.voice.models import Account, Leg, Phone
from gensvar.channels.voice.rules.ice import IceServer, ice_servers
from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.models import Channel
from gensvar.operations.routing.models import Seat

# A page says each minute that it is there; some of that may be lost.
GOOD_FOR = timedelta(minutes=5)
# Asked for anew each minute; a call that is on its way at a relay stays there.
RELAYED_FOR = timedelta(hours=1)
Kind = Account.Kind


class NoSeatForCalls(Refused):
    message = _("You take no calls, so you have no phone. An administrator gives seats for calls.")


class NoPhoneInBrowser(Refused):
    message = _(
        "Browsers are not joined to the telephone system here. Ask an administrator to set"
        " GENSVAR_SIP_URL, or choose a desk phone."
    )


class NoSuchPhone(Refused):
    message = _("Choose the phone on your desk, or the one in the browser.")
    status = 422


class OtherPhoneChosen(Refused):
    message = _("Your phone is not the one in the browser. Choose it under Your phone.")


def may_have_phone(agent: Agent) -> bool:
    return _seat(agent) is not None


def _seat(agent: Agent) -> Seat | None:
    seat = Seat.objects.select_related("client").filter(agent=agent).first()
    return seat if seat is not None and seat.capacity.get(Channel.PHONE) else None


@action
def choose_phone(agent: Agent, *, kind: str, at: datetime) -> Opened:
    """Let an agent be rung at the phone that they choose; a desk phone's password is shown once."""
    seat = _seat(agent)
    if seat is None:
        raise NoSeatForCalls
    if Leg.objects.open().filter(agent=agent).exists():
        raise RingsNow
    if kind == Kind.BROWSER and not settings.SIP_URL:
        raise NoPhoneInBrowser
    opened = new_account(agent, client=seat.client, kind=Kind(kind).value, at=at)
    if kind == Kind.BROWSER:
        # Closed until its page is opened, and given a password of its own each time.
        _close(Account.objects.filter(pk=agent.pk), at=at)
    address = f"PJSIP/{opened.account.login}"
    give_phone(agent, client=seat.client, address=address, by=agent, at=at)
    write_soon()
    return opened


@action
def sign_in(agent: Agent, *, at: datetime) -> Opened:
    """Give the phone in an agent's browser a password that is good as long as its page is there."""
    if not settings.SIP_URL:
        raise NoPhoneInBrowser
    found = Account.objects.select_related("client").filter(agent=agent, kind=Kind.BROWSER).first()
    if found is None or not rings_at(found):
        raise OtherPhoneChosen
    opened = new_account(agent, client=found.client, kind=Kind.BROWSER.value, at=at)
    opened.account.expires_at = at + GOOD_FOR
    opened.account.save(update_fields=["expires_at"])
    announce(PhoneOpened(owner_id=agent.pk, client_id=found.client_id, agent_id=agent.pk), at=at)
    write_soon()
    return opened


@action
def keep_signed_in(agent: Agent, *, at: datetime) -> bool:
    """Hear that the page of a phone is there; no password is good any more if this says so."""
    mine = Account.objects.filter(agent=agent, kind=Kind.BROWSER, ended_at=None)
    return bool(mine.filter(expires_at__gt=at).update(expires_at=at + GOOD_FOR))


@action
def close_expired(*, at: datetime) -> int:
    """Close the accounts of pages that are gone; whoever is rung there is not reached, and away."""
    return _close(Account.objects.filter(ended_at=None, expires_at__lte=at), at=at)


def ways_for_sound(agent: Agent, *, at: datetime) -> list[IceServer]:
    """Return by which servers an agent's browser finds a way for the sound of the next hour."""
    return ice_servers(
        settings.ICE_URLS,
        secret=settings.TURN_SECRET,
        login=str(agent.pk),
        expires_at=at + RELAYED_FOR,
    )


def rings_at(account: Account) -> bool:
    return Phone.objects.filter(agent=account.agent_id, address=f"PJSIP/{account.login}").exists()


def phone_chosen(agent: Agent) -> tuple[str, Phone | None]:
    """Return which kind of phone an agent has, nothing of ours: one of another exchange."""
    phone = Phone.objects.filter(agent=agent).first()
    account = Account.objects.filter(agent=agent).first()
    if phone is None or account is None or phone.address != f"PJSIP/{account.login}":
        return "", phone
    return account.kind, phone


def _close(accounts: "QuerySet[Account]", *, at: datetime) -> int:
    return accounts.update(ended_at=at, written_at=None, expires_at=None)


def write_soon() -> None:
    """Let the telephone system be told as soon as this is committed, and not at the next turn."""
    task = app.configure_task("voice.accounts", queueing_lock="voice.accounts.soon")
    try:
        with transaction.atomic():
            task.defer(timestamp=0)
    except AlreadyEnqueued:
        return
