"""One act on one case of a batch, by the same verbs as on the page of the case."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.people.access import Identity
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.batches.rules import PERMISSION, Act
from gensvar.operations.cases import actions as on_cases
from gensvar.operations.cases.models import Case, Tag
from gensvar.operations.cases.queries.correspondence import mail_address
from gensvar.operations.cases.queries.typed import missing_fields
from gensvar.operations.cases.queries.wording import words_for
from gensvar.operations.contacts.models import Channel, Outgoing
from gensvar.operations.disruptions.models import Disruption
from gensvar.operations.knowledge.models import Subject

# Letters to many wait so long: time to see what one has done, and to take all of it back.
LEAVES_AFTER: Final = timedelta(minutes=10)
Details = dict[str, Any]
Doing = Callable[[Case, Details, Agent, datetime], Outgoing | None]


class MayNot(Refused):
    message = _("You may not do this with the cases of %(client)s.")
    status = 403


class OneAtATime(Refused):
    message = _("The case is confidential. Open it and do this there.")


class NoSuchChoice(Refused):
    message = _("What was chosen is no longer there. Choose again.")


class NotTagged(Refused):
    message = _("The case does not carry this tag.")


class NoWayToWrite(Refused):
    message = _("There is no address to write to.")


class ReachedOtherwise(Refused):
    message = _("How this customer is reached is protected. Answer from the page of the case.")


@action
def do(
    case: Case, act: Act, details: Details, *, identity: Identity, by: Agent, at: datetime
) -> Outgoing | None:
    """Do the act, or refuse as the case's own page would; return what was written, if it was."""
    if case.is_confidential:
        raise OneAtATime
    _check_rights(case, act, details, identity=identity, by=by)
    return DOING[act](case, details, by, at)


def _check_rights(case: Case, act: Act, details: Details, *, identity: Identity, by: Agent) -> None:
    needed = {PERMISSION[act]}
    if act is Act.ASSIGN and details["agent"] not in {None, by.pk}:
        needed.add("cases.assign_others")
    if not all(identity.may(one, client_id=case.client_id) for one in needed):
        raise MayNot(client=case.client.public_name)


def _take(case: Case, _details: Details, by: Agent, at: datetime) -> None:
    on_cases.take(case, by=by, at=at)


def _assign(case: Case, details: Details, by: Agent, at: datetime) -> None:
    agent, group = details["agent"], details["group"]
    on_cases.assign(
        case,
        agent=_found(Agent.objects.filter(is_active=True), agent) if agent else None,
        group=_group(case, group) if group else None,
        by=by,
        at=at,
    )


def _hand_over(case: Case, details: Details, by: Agent, at: datetime) -> None:
    on_cases.hand_over(
        case,
        to=_group(case, details["to"]),
        why=details["why"],
        question=details["question"],
        again_because=details.get("again_because", ""),
        by=by,
        at=at,
    )


def _subject(case: Case, details: Details, by: Agent, at: datetime) -> None:
    subject = _found(Subject.objects.filter(retired_at=None), details["subject"])
    on_cases.describe(case, subject=subject, by=by, at=at)


def _need(case: Case, details: Details, by: Agent, at: datetime) -> None:
    on_cases.describe(case, need_type=details["need_type"], by=by, at=at)


def _tag(case: Case, details: Details, by: Agent, at: datetime) -> None:
    on_cases.tag(case, details["tag"], by=by, at=at)


def _untag(case: Case, details: Details, by: Agent, at: datetime) -> None:
    label = Tag.objects.filter(cases=case, name=details["tag"]).first()
    if label is None:
        raise NotTagged
    on_cases.untag(case, label, by=by, at=at)


def _write(case: Case, details: Details, by: Agent, at: datetime) -> Outgoing:
    if case.customer is not None and case.customer.protected:
        raise ReachedOtherwise
    by_mail = bool(mail_address(case))
    if not by_mail and case.channel != Channel.WEB:
        raise NoWayToWrite
    text = words_for(case, details["text"], by=by)
    channel = Channel.MAIL if by_mail else Channel.WEB
    return on_cases.answer(
        case,
        text,
        channel=channel,
        next_state=details.get("turn", ""),
        leaves_at=at + LEAVES_AFTER,
        by=by,
        at=at,
    )


def _rest(case: Case, details: Details, by: Agent, at: datetime) -> None:
    on_cases.snooze(case, until=datetime.fromisoformat(details["until"]), by=by, at=at)


def _close(case: Case, details: Details, by: Agent, at: datetime) -> None:
    """Fill in what closing asks for where the case has not got it, then close."""
    missing: dict[str, Any] = {}
    if details.get("subject") and case.subject_id is None:
        missing["subject"] = _found(Subject.objects.filter(retired_at=None), details["subject"])
    if details.get("need_type") and not case.need_type:
        missing["need_type"] = details["need_type"]
    if missing:
        on_cases.describe(case, by=by, at=at, **missing)
        case.refresh_from_db()
    _fill_in(case, details.get("fields", {}), by=by, at=at)
    on_cases.close(case, reason=details.get("reason", ""), by=by, at=at)


def _fill_in(case: Case, given: Details, *, by: Agent, at: datetime) -> None:
    """Fill in those fields that this case's type needs and nobody has filled in."""
    if not any(value is not None for value in given.values()):
        return
    needed = {field.key for field in missing_fields(case)}
    fields = {key: value for key, value in given.items() if key in needed and value is not None}
    if fields:
        on_cases.fill_in(case, fields, by=by, at=at)


def _attach(case: Case, details: Details, by: Agent, at: datetime) -> None:
    on_cases.attach(case, _found(Disruption.objects.all(), details["disruption"]), by=by, at=at)


def _watch(case: Case, _details: Details, by: Agent, at: datetime) -> None:
    on_cases.watch(case, by=by, at=at)


def _group(case: Case, key: int) -> Group:
    """Return a group of the case's client: another's cannot be given its cases."""
    group: Group = _found(Group.objects.filter(closed_at=None), key)
    if group.client_id != case.client_id:
        raise on_cases.NotOfThisClient
    return group


def _found(among: Any, key: int) -> Any:
    found = among.filter(pk=key).first()
    if found is None:
        raise NoSuchChoice
    return found


DOING: Final[dict[Act, Doing]] = {
    Act.TAKE: _take,
    Act.ASSIGN: _assign,
    Act.HAND_OVER: _hand_over,
    Act.SUBJECT: _subject,
    Act.NEED: _need,
    Act.TAG: _tag,
    Act.UNTAG: _untag,
    Act.WRITE: _write,
    Act.REST: _rest,
    Act.CLOSE: _close,
    Act.ATTACH: _attach,
    Act.WATCH: _watch,
}
