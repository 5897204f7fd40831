"""What an administrator decides about chat."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.channels.chat.events import ChatSettingsChanged
from gensvar.channels.chat.models import ChatSettings
from gensvar.channels.chat.queries import chat_queue, settings_of
from gensvar.channels.chat.rules import MOST_SITES, site_of
from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused


class NoSuchSite(Refused):
    message = _(
        "“%(site)s” is no address of a site. Write it as https://www.exempelby.se, without stars."
    )
    status = 422


class TooManySites(Refused):
    message = _("%(most)s sites are the most.")
    status = 422


class NoChatQueue(Refused):
    message = _(
        "There is no queue for chat, so nobody would be offered one. Make one under Queues first, "
        "without subjects."
    )


@action
def set_chat(
    client: Client,
    *,
    is_on: bool,
    sites: Sequence[str],
    greeting: str,
    greeting_en: str,
    by: Agent | None,
    at: datetime,
) -> ChatSettings:
    """Decide whether a client chats, on which sites, and how it greets."""
    wanted = {
        "is_on": is_on,
        "sites": _sites(sites),
        "greeting": greeting.strip(),
        "greeting_en": greeting_en.strip(),
    }
    if is_on and chat_queue(client) is None:
        raise NoChatQueue
    before = settings_of(client)
    changed = tuple(name for name, value in wanted.items() if getattr(before, name) != value)
    if not changed:
        return before
    made, _is_new = ChatSettings.objects.update_or_create(
        client=client, defaults={**wanted, "changed_at": at}
    )
    announce(
        ChatSettingsChanged(client_id=client.pk, agent_id=by.pk if by else None, fields=changed),
        at=at,
    )
    return made


def _sites(written: Sequence[str]) -> list[str]:
    sites = []
    for line in written:
        site = site_of(line)
        if site is None:
            raise NoSuchSite(site=line.strip()[:80])
        sites.append(site)
    found = list(dict.fromkeys(sites))
    if len(found) > MOST_SITES:
        raise TooManySites(most=MOST_SITES)
    return found
