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
from gensvar.foundation.duty.queries import is_away, manager_line, on_duty, reached, stand_in
from gensvar.foundation.duty.rules import How
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent, RoleGrant
from gensvar.foundation.people.rules import Role
from gensvar.operations.cases.actions.answering import notify_colleague
from gensvar.operations.cases.actions.moving import about, locked
from gensvar.operations.cases.events import AlarmPassedOn, AlarmRaised
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
    # Why it goes here, where the one it is for is away.
    how: How | None = None
    away: Agent | None = None


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
    if clock.kind != ClockKind.HAND_OVER or due is None or not is_alarm_time(due, calendar, at):
        return 0
    assert clock.hand_over_id is not None, "a department's clock has a hand-over"
    handed = HandOver.objects.get(pk=clock.hand_over_id)
    told = 0
    for recipient in _recipients(case, at=at):
        told += _tell(case, handed, recipient, due=due, digest=calendar.digest, at=at)
    return told


def is_alarm_time(due: datetime, calendar: Calendar, at: datetime) -> bool:
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
            "how": recipient.how,
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
    if recipient.how and recipient.away and recipient.away != recipient.agent:
        passed_on = AlarmPassedOn(
            hand_over_id=handed.pk,
            to=recipient.to,
            away_agent_id=recipient.away.pk,
            told_agent_id=recipient.agent.pk if recipient.agent else None,
            how=recipient.how,
            **about(case, None),
        )
        announce(passed_on, at=at)
    return 1


def _recipients(case: Case, *, at: datetime) -> Iterator[Recipient]:
    handler = handler_told(case, at=at)
    yield handler
    nearest = [*manager_line(case.agent, case.group), *_managers(case, at=at)]
    line = [one for one in dict.fromkeys(nearest) if one != case.agent]
    told = (one for one in reached(line, at=at) if one.agent.email != handler.address)
    found = next(told, None)
    if found is None:
        yield Recipient(Alarm.To.MANAGER, None, "")
    else:
        away = found.agent if found.how == How.AWAY else found.instead_of
        how = found.how if away else None
        yield Recipient(Alarm.To.MANAGER, found.agent, found.agent.email, how, away)


def handler_told(case: Case, *, at: datetime) -> Recipient:
    """Return whom the handler's alarm is for: who stands in while the handler is away."""
    group, to = case.group, Alarm.To.HANDLER
    handler = case.agent if case.agent and case.agent.is_active else None
    mailbox = group.email if group else ""
    if handler is None:
        return Recipient(to, None, mailbox)
    if not is_away(handler, at=at):
        return Recipient(to, handler, handler.email)
    if (named := stand_in(handler, at=at)) is not None:
        return Recipient(to, named, named.email, How.STAND_IN, handler)
    duty = on_duty(group, at=at, passed_over=[handler.pk]) if group else None
    if duty is not None:
        return Recipient(to, duty.agent, duty.agent.email, duty.how, handler)
    if mailbox:
        return Recipient(to, None, mailbox, How.MEMBER, handler)
    return Recipient(to, handler, handler.email, How.AWAY, handler)


def _managers(case: Case, *, at: datetime) -> Iterator[Agent]:
    """Yield the contact centre's managers, who are told where nobody nearer can be."""
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
        if recipient.away and recipient.away != recipient.agent:
            lines.append(_("It comes to you because the one it is for is away."))
        return f"{about_what} · {late}", "\n\n".join(lines) + "\n"
