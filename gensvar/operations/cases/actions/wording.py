"""Ready words and macros: written, changed, no longer offered."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.describing import NotOfThisClient
from gensvar.operations.cases.actions.moving import about
from gensvar.operations.cases.events import (
    CannedTextRetired,
    CannedTextUsed,
    CannedTextWritten,
    MacroRetired,
    MacroWritten,
)
from gensvar.operations.cases.models import CannedText, Case, Macro
from gensvar.operations.cases.queries.wording import words_for
from gensvar.operations.cases.rules import unknown_blanks


class ReadyNameTaken(Refused):
    message = _("There is already one called “%(name)s”. Choose another name, or other readers.")


class NobodyFillsIn(Refused):
    message = _("Nobody will fill in {%(name)s}. Use one of the words that are offered.")
    status = 422


class MacroDoesNothing(Refused):
    message = _("The macro would do nothing. Say at least one thing that it does.")
    status = 422


@action
def write_canned_text(
    client: Client, *, by: Agent, at: datetime, text_row: CannedText | None = None, **given: Any
) -> CannedText:
    """Write ready words for a client's agents, new ones or others in their place."""
    _must_be_known(given["text"])
    written = text_row or CannedText(client=client)
    written.name, written.text = given["name"], given["text"]
    written.refers_to = given.get("refers_to", "").strip()
    written.is_easy = given.get("is_easy", False)
    language = given.get("language", "")
    written.language = "" if language == client.language else language
    _save(written)
    announce(
        CannedTextWritten(canned_text_id=written.pk, client_id=client.pk, agent_id=by.pk), at=at
    )
    return written


@action
def use_canned_text(case: Case, text: CannedText, *, by: Agent, at: datetime) -> str:
    """Return ready words as they are said in a case, and note in which variant (CUS-04)."""
    announce(
        CannedTextUsed(
            canned_text_id=text.pk,
            language=text.language,
            is_easy=text.is_easy,
            **about(case, by),
        ),
        at=at,
    )
    return words_for(case, text.text, by=by)


@action
def retire_canned_text(text: CannedText, *, by: Agent, at: datetime) -> None:
    """Offer ready words no longer; what has been sent with them stands."""
    text.retired_at = at
    text.save(update_fields=["retired_at"])
    announce(
        CannedTextRetired(canned_text_id=text.pk, client_id=text.client_id, agent_id=by.pk), at=at
    )


@action
def write_macro(
    client: Client, *, by: Agent, at: datetime, macro: Macro | None = None, **given: Any
) -> Macro:
    """Write a macro for a client's agents, a new one or another in its place."""
    _must_be_known(given["text"])
    for name in ("subject", "group"):
        if given[name] is not None and given[name].client_id != client.pk:
            raise NotOfThisClient
    if not any(value for name, value in given.items() if name != "name"):
        raise MacroDoesNothing
    written = macro or Macro(client=client)
    for name, value in given.items():
        setattr(written, name, value)
    _save(written)
    announce(MacroWritten(macro_id=written.pk, client_id=client.pk, agent_id=by.pk), at=at)
    return written


@action
def retire_macro(macro: Macro, *, by: Agent, at: datetime) -> None:
    """Offer a macro no longer; what it has done stands."""
    macro.retired_at = at
    macro.save(update_fields=["retired_at"])
    announce(MacroRetired(macro_id=macro.pk, client_id=macro.client_id, agent_id=by.pk), at=at)


def _must_be_known(text: str) -> None:
    if unknown := unknown_blanks(text):
        raise NobodyFillsIn(name=unknown[0])


def _save(written: CannedText | Macro) -> None:
    try:
        with transaction.atomic():
            written.save()
    except IntegrityError as error:
        raise ReadyNameTaken(name=written.name) from error
