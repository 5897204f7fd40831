"""What a case is about, and whom."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.moving import about, locked
from gensvar.operations.cases.events import CaseDescribed
from gensvar.operations.cases.models import Case, Tag, Tagging

DESCRIBABLE = ("title", "subject", "need_type", "type", "customer", "language")


class NotOfThisClient(Refused):
    message = _("That belongs to another client than the case.")


class AlreadyTagged(Refused):
    message = _("The case already carries this tag.")


@action
def describe(case: Case, *, by: Agent | None, at: datetime, **changes: Any) -> None:
    """Set title, subject, need, type, customer or language; what changed is in the record.

    With another type the fields filled in stay, and the stage is the first of the same state
    unless the new type has it too.
    """
    case = locked(case)
    assert set(changes) <= set(DESCRIBABLE), changes
    for value in changes.values():
        if getattr(value, "client_id", case.client_id) != case.client_id:
            raise NotOfThisClient
    old = {key: getattr(case, key) for key in changes}
    changed = tuple(key for key, value in changes.items() if old[key] != value)
    if not changed:
        return
    for key in changed:
        setattr(case, key, changes[key])
    case.save(update_fields=changed)
    announce(
        CaseDescribed(
            fields=changed,
            old=tuple(_reference(key, old[key]) for key in changed),
            new=tuple(_reference(key, changes[key]) for key in changed),
            **about(case, by),
        ),
        at=at,
    )


@action
def tag(case: Case, name: str, *, by: Agent | None, at: datetime) -> None:
    """Put one of the client's words on the case; a new word is added to the client's list."""
    label, _is_new = Tag.objects.get_or_create(client_id=case.client_id, name=name.strip()[:60])
    _link, is_new = Tagging.objects.get_or_create(
        case=case, tag=label, defaults={"client_id": case.client_id}
    )
    if not is_new:
        raise AlreadyTagged
    announce(CaseDescribed(fields=("tags",), new=(str(label.pk),), **about(case, by)), at=at)


@action
def untag(case: Case, label: Tag, *, by: Agent | None, at: datetime) -> None:
    """Take a word off the case."""
    removed, _rows = Tagging.objects.filter(case=case, tag=label).delete()
    if removed:
        announce(CaseDescribed(fields=("tags",), old=(str(label.pk),), **about(case, by)), at=at)


def _reference(key: str, value: Any) -> str:
    """Return an id or a code, never words: a title may name a person."""
    if value is None or key == "title":
        return ""
    return str(getattr(value, "pk", value))
