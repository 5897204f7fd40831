"""Take on a client, say how it is shown, and write the texts that leave by themselves."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.events import (
    ClientAdded,
    ClientChanged,
    TextWithdrawn,
    TextWritten,
)
from gensvar.foundation.agreements.models import Client, StandardText
from gensvar.foundation.agreements.rules import PLACEHOLDERS, unknown_placeholders
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused


class ClientCodeTaken(Refused):
    message = _("There is already a client with the code %(code)s.")


class NamelessClient(Refused):
    message = _("Write what the client is called.")
    status = 422


class UnknownPlaceholder(Refused):
    message = _("Nobody can fill in %(unknown)s here. These can be filled in: %(known)s.")
    status = 422


class NothingFilledIn(Refused):
    message = _("Nothing is filled in here, so %(unknown)s would be read as it stands.")
    status = 422


class EmptyText(Refused):
    message = _("Write the text.")
    status = 422


class SameMoment(Refused):
    message = _("Another version begins at that very moment. Choose another time.")


class BeginsInThePast(Refused):
    message = _("A version cannot begin in the past: what has been sent has been sent.")
    status = 422


class HasBegun(Refused):
    message = _("That version has begun to hold. Write a new one instead.")


@transaction.atomic
def add_client(code: str, *, name: str, by: Agent, at: datetime, **settings: Any) -> Client:
    """Take on an organisation on whose behalf customers are served."""
    name = " ".join(name.split())
    if not name:
        raise NamelessClient
    settings["public_name"] = settings.get("public_name") or name
    try:
        with transaction.atomic():
            client = Client.objects.create(code=code, name=name, created_at=at, **settings)
    except IntegrityError:
        raise ClientCodeTaken(code=code) from None
    announce(ClientAdded(new_client_id=client.pk, agent_id=by.pk), at=at)
    return client


@transaction.atomic
def change_client(client: Client, *, by: Agent, at: datetime, **settings: Any) -> None:
    """Change what a client is called and how it is shown; its code never changes."""
    client = Client.objects.select_for_update().get(pk=client.pk)
    if not " ".join(str(settings.get("name", client.name)).split()):
        raise NamelessClient
    changed = {key: value for key, value in settings.items() if getattr(client, key) != value}
    if not changed:
        return
    old = tuple(str(getattr(client, key)) for key in changed)
    for key, value in changed.items():
        setattr(client, key, value)
    client.save(update_fields=list(changed))
    announce(
        ClientChanged(
            client_id=client.pk,
            agent_id=by.pk,
            fields=tuple(changed),
            old=old,
            new=tuple(map(str, changed.values())),
        ),
        at=at,
    )


@transaction.atomic
def write_text(
    client: Client,
    *,
    use: str,
    language: str,
    body: str,
    by: Agent,
    at: datetime,
    subject: str = "",
    valid_from: datetime | None = None,
) -> StandardText:
    """Say from when on which words leave by themselves; earlier versions remain as they were."""
    valid_from = valid_from or at
    if not body.strip():
        raise EmptyText
    if valid_from < at:
        raise BeginsInThePast
    _check_placeholders(f"{subject}\n{body}", use=use)
    text, is_new = StandardText.objects.get_or_create(
        client=client,
        use=use,
        language=language,
        valid_from=valid_from,
        defaults={"subject": subject.strip(), "body": body},
    )
    if not is_new:
        raise SameMoment
    announce(TextWritten(**_about(text, by)), at=at)
    return text


@transaction.atomic
def withdraw_text(text: StandardText, *, by: Agent, at: datetime) -> None:
    """Take back a version that has not begun to hold."""
    deleted, _rows = StandardText.objects.filter(pk=text.pk, valid_from__gt=at).delete()
    if not deleted:
        raise HasBegun
    announce(TextWithdrawn(**_about(text, by)), at=at)


def _check_placeholders(text: str, *, use: str) -> None:
    unknown = unknown_placeholders(text, use=use)
    if unknown:
        known = _braced(sorted(PLACEHOLDERS[use]))
        if not known:
            raise NothingFilledIn(unknown=_braced(unknown))
        raise UnknownPlaceholder(unknown=_braced(unknown), known=known)


def _braced(names: list[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)


def _about(text: StandardText, by: Agent) -> dict[str, Any]:
    return {
        "client_id": text.client_id,
        "agent_id": by.pk,
        "text_id": text.pk,
        "use": text.use,
        "language": text.language,
    }
