"""An account is joined to its network, and how asking there goes."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from gensvar.channels.social.events import (
    AccountJoined,
    AccountLeft,
    AccountReachedAgain,
    AccountUnreachable,
)
from gensvar.channels.social.models import Account, Connection
from gensvar.channels.social.networks import Door, NotNow, Ourselves, Trouble, network_named
from gensvar.channels.social.rules import ask_again
from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.files.vault import seal_text, unseal_text
from gensvar.foundation.integrations.rules import is_web_address
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused

PURPOSE = "social-connection"


class CannotBeJoined(Refused):
    message = _("%(network)s cannot be joined. Its posts come by table or signed call.")


class NoSuchServer(Refused):
    message = _("“%(server)s” is no server that can be asked. Write it as https://social.example.")
    status = 422


@action
def join(
    account: Account, *, server: str, token: str, by: Agent | None, at: datetime
) -> Connection:
    """Begin to fetch what is written to an account; what was written before is left."""
    if network_named(account.network) is None:
        raise CannotBeJoined(network=account.get_network_display())
    server = normal_server(server)
    known = Connection.objects.select_for_update().filter(account=account).first()
    connection = known or Connection(account=account, client_id=account.client_id)
    if connection.server != server:
        connection.cursor = ""
    connection.server = server
    if token or not connection.token_sealed:
        connection.token_sealed = seal_text(token, purpose=PURPOSE)
    connection.not_before, connection.failures = at, 0
    connection.save()
    announce(
        AccountJoined(
            account_id=account.pk, client_id=account.client_id, agent_id=by.pk if by else None
        ),
        at=at,
    )
    return connection


@action
def leave(connection: Connection, *, by: Agent, at: datetime) -> None:
    """Fetch nothing more, and forget what let us in; what is here stays."""
    announce(
        AccountLeft(
            account_id=connection.account_id, client_id=connection.client_id, agent_id=by.pk
        ),
        at=at,
    )
    connection.delete()


def normal_server(written: str) -> str:
    """Return the address of a server as it is kept; refuse what we may not ask."""
    server = written.strip().rstrip("/")
    if "://" not in server:
        server = f"https://{server}"
    https_only = not (settings.DEMO or settings.WEBHOOK_PRIVATE)
    if not is_web_address(server, https_only=https_only) or urlsplit(server).path:
        raise NoSuchServer(server=written[:80])
    return server.lower()


def door_of(connection: Connection) -> Door:
    return Door(connection.server, unseal_text(connection.token_sealed, purpose=PURPOSE))


@action
def note_ourselves(connection: Connection, us: Ourselves, *, at: datetime) -> None:
    """The network let us in, and said how long a post of ours may be."""
    held = _held(connection)
    held.most_letters, held.not_before = us.most_letters, at
    note_success(held, at=at)


def note_success(held: Connection, *, at: datetime) -> None:
    was_failing = held.failing_since is not None
    held.succeeded_at, held.failing_since, held.failures, held.problem = at, None, 0, ""
    held.save()
    if was_failing:
        announce(AccountReachedAgain(account_id=held.account_id, client_id=held.client_id), at=at)


@action
def note_failure(connection: Connection, trouble: Trouble, *, at: datetime) -> None:
    """The network did not do what we asked: later again; it is told once, when it begins."""
    held = _held(connection)
    is_new = held.failing_since is None
    told = trouble.until if isinstance(trouble, NotNow) else None
    held.failures += 1
    held.failing_since = held.failing_since or at
    held.problem = trouble.words
    held.not_before = ask_again(held.failures, at=at, told=told)
    held.save()
    if is_new:
        announce(AccountUnreachable(account_id=held.account_id, client_id=held.client_id), at=at)


def _held(connection: Connection) -> Connection:
    return Connection.objects.select_for_update().get(pk=connection.pk)
