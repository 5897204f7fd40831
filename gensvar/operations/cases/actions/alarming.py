"""A department that has not finished in time is told, and so is its nearest manager: once each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, Subquery
from django.utils import translation
from django.utils.translation import gettext as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import office_calendar
from gensvar.foundation.duty.queries import nearest_manager
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent, RoleGrant
from gensvar.foundation.people.rules import Role
from gensvar.operations.cases.actions.answering import notify_colleague
from gensvar.operations.cases.actions.moving import about, locked
from gensvar.operations.cases.events import AlarmRaised
from gensvar.operations.cases.models import Alarm, Case, Deadline, HandOver
from gensvar.operations.cases.queries.deadlines import clock_now, due_by, told_deadline
from gensvar.operations.cases.rules import ClockKind
from gensvar.science.worktime.calendar import Calendar, Unsatisfiable

# The job that raises an alarm at closing time may be so late and still do it, not next morning.
GRACE = timedelta(minutes=15)
OFFICE_PATH = "/handlaggare/"


@dataclass(frozen=True)
class Recipient:
    """Whom an alarm is for; without an agent the group itself, without an address nobody."""

    to: Alarm.To
    agent: Agent | None
    address: str


def raise_alarms(client: Client, *, at: datetime) -> int:
    """Tell handlers and managers of everything that was not finished in time; return how many.

    Each hand-over is a transaction of its own, in which the facts are asked again.
    """
    calendar = office_calendar(client, at=at)
    told = 0
    for case in _seemingly_late(client, at=at):
        told += _raise_for(case, calendar=calendar, at=at)
    return told


def _seemingly_late(client: Client, *, at: datetime) -> list[int]:
    """Return cases that are late by the cached due time and of which nobody was told."""
    newest = HandOver.objects.filter(case=OuterRef("case")).order_by("-at", "-pk").values("pk")[:1]
    late = Deadline.objects.filter(client=client, kind=ClockKind.HAND_OVER, due_at__lte=at)
    untold = late.annotate(hand_over=Subquery(newest)).exclude(
        Exists(Alarm.objects.filter(hand_over=OuterRef("hand_over")))
    )
    return list(untold.order_by("due_at", "case").values_list("case", flat=True))


@action
def _raise_for(case_id: int, *, calendar: Calendar, at: datetime) -> int:
    """Write the alarms of one case and their mails, all or none; nothing if it is not late."""
    locked(Case(pk=case_id))
    case = Case.objects.select_related("client", "subject", "agent__manager", "group__manager").get(
        pk=case_id
    )
    if case.is_closed:
        return 0
    clock = clock_now(case)
    due = due_by(clock, calendar)
    if clock.kind != ClockKind.HAND_OVER or due is None or not _is_time(due, calendar, at):
        return 0
    assert clock.hand_over_id is not None, "a department's clock has a hand-over"
    handed = HandOver.objects.get(pk=clock.hand_over_id)
    told = 0
    for recipient in _recipients(case, at=at):
        told += _tell(case, handed, recipient, due=due, digest=calendar.digest, at=at)
    return told


def _is_time(due: datetime, calendar: Calendar, at: datetime) -> bool:
    """Say whether it is late now, and an hour at which somebody may be told."""
    if due > at:
        return False
    try:
        return calendar.next_inside(at) == at or at - calendar.next_inside(due) <= GRACE
    except Unsatisfiable:
        return False


def _tell(
    case: Case, handed: HandOver, recipient: Recipient, *, due: datetime, digest: str, at: datetime
) -> int:
    alarm, is_new = Alarm.objects.get_or_create(
        hand_over=handed,
        to=recipient.to,
        defaults={
            "client_id": case.client_id,
            "agent": recipient.agent,
            "address": recipient.address,
            "due_at": due,
            "digest": digest,
            "at": at,
        },
    )
    if not is_new or not recipient.address:
        return 0
    subject, text = _words(case, recipient, at=at)
    alarm.outgoing = notify_colleague(
        case, text, subject=subject, address=recipient.address, purpose="alarm", at=at
    )
    alarm.save(update_fields=["outgoing"])
    announce(AlarmRaised(hand_over_id=handed.pk, to=recipient.to, **about(case, None)), at=at)
    return 1


def _recipients(case: Case, *, at: datetime) -> Iterator[Recipient]:
    handler = case.agent if case.agent and case.agent.is_active else None
    address = handler.email if handler else case.group.email if case.group else ""
    yield Recipient(Alarm.To.HANDLER, handler, address)
    managers = (one for one in _managers(case, at=at) if one.email != address)
    manager = next(managers, None)
    yield Recipient(Alarm.To.MANAGER, manager, manager.email if manager else "")


def _managers(case: Case, *, at: datetime) -> Iterator[Agent]:
    """Yield who answers for the handler, the nearest first; last the contact centre's manager."""
    yield from filter(None, [nearest_manager(case.agent, case.group)])
    yield from filter(None, [nearest_manager(None, case.group)])
    grants = RoleGrant.objects.in_force(at=at).filter(
        role=Role.MANAGER, client=case.client_id, agent__is_active=True
    )
    for grant in grants.select_related("agent").order_by("pk"):
        yield grant.agent


def _words(case: Case, recipient: Recipient, *, at: datetime) -> tuple[str, str]:
    """Return subject and words: number, subject and when it was due, and nobody's name."""
    language = recipient.agent.language if recipient.agent else case.client.language
    about_what = " · ".join(filter(None, [case.number, case.subject.name if case.subject else ""]))
    link = f"{settings.BASE_URL}{OFFICE_PATH}{case.number}/"
    with translation.override(language if language in {"sv", "en"} else "sv"):
        told = told_deadline(case, at=at)
        if case.is_confidential:  # a mail is read by others, and a manager may be off the list
            about_what, link = _("A question"), f"{settings.BASE_URL}{OFFICE_PATH}"
        late, here = _("not answered in time"), _("Open the question here:")
        lines = [
            about_what,
            _("The question should have been answered by %(when)s (%(why)s).")
            % {"when": told.words.due, "why": told.words.summary}
            if told
            else _("The question should have been answered by now."),
            _("It waits for %(group)s.") % {"group": case.group.code if case.group else "–"},
            f"{here}\n{link}",
            _("This alarm is sent once to the handler and once to the nearest manager."),
        ]
        return f"{about_what} · {late}", "\n\n".join(lines) + "\n"
