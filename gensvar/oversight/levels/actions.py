"""Lift an issue, decide about it, close it; decide about a wish; keep a dashboard."""

import hashlib
import json
from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.models import Case
from gensvar.operations.register.models import Place, ServiceType
from gensvar.oversight.levels.events import (
    BoardArchived,
    IssueClosed,
    IssueDecided,
    IssueLifted,
    WishDecided,
)
from gensvar.oversight.levels.models import ArchivedBoard, Decision, Issue, Lift, WishDecision
from gensvar.oversight.levels.queries.boards import BOARDS, board
from gensvar.oversight.levels.queries.facts import Days, days_until, wishes_of
from gensvar.oversight.levels.queries.issues import counts_at
from gensvar.oversight.levels.rules import WINDOW, Level, above, month_before, personal_in

FIRST_YEAR = date(2000, 1, 1)


class PersonalDataInIt(Refused):
    message = _(
        "The text holds a personal number, a phone number or a mail address. Take it out: what is "
        "written here tells of things, never of people."
    )
    status = 422


class TitleMissing(Refused):
    message = _("Write what it is about.")
    status = 422


class AlreadyAnIssue(Refused):
    message = _("That fault is an open issue already. Decide about it, or close it first.")


class HighestLevel(Refused):
    message = _("The issue is on the highest level already.")


class IssueIsClosed(Refused):
    message = _("The issue is closed. Lift the fault again if it has come back.")


class IssueIsElsewhere(Refused):
    message = _("Somebody has lifted the issue to another level meanwhile.")


class NothingDecided(Refused):
    message = _("Write what was decided.")
    status = 422


class NoWish(Refused):
    message = _("That case is no wish, or not one that you may decide about.")


@action
def lift_faults(
    place: Place,
    *,
    service: ServiceType | None,
    title: str,
    by: Agent,
    at: datetime,
    words: str = "",
    level: Level = Level.TACTICAL,
) -> Issue:
    """Make one issue of the faults that come back at a place, with their count and cost."""
    counts = counts_at(place, service, days_until(localdate(at), window=WINDOW))
    issue = Issue(
        client=place.client,
        level=level,
        place=place,
        service=service,
        starts_on=counts.days.starts_on,
        ends_on=counts.days.ends_on,
        cases=counts.cases,
        orders=counts.orders,
        cost=counts.cost,
    )
    return _lifted(issue, title, words, by=by, at=at)


@action
def lift_matter(
    client: Client, *, title: str, words: str, level: Level, by: Agent, at: datetime
) -> Issue:
    """Lift something that one case has shown; what it is about is written anew, without people."""
    today = localdate(at)
    issue = Issue(
        client=client,
        level=level,
        starts_on=today,
        ends_on=today + timedelta(days=1),
        cases=1,
    )
    return _lifted(issue, title, words, by=by, at=at)


@action
def lift(issue: Issue, *, words: str, by: Agent, at: datetime) -> Issue:
    """Lift an issue to the level above."""
    issue = _held(issue)
    level = above(Level(issue.level))
    if level is None:
        raise HighestLevel
    _check_text(words)
    issue.level = level
    issue.save(update_fields=["level"])
    _write_lift(issue, words, by=by, at=at)
    return issue


@action
def decide(issue: Issue, *, words: str, by: Agent, at: datetime) -> Decision:
    """Write down what the issue's level has decided."""
    issue = _held(issue)
    if not words.strip():
        raise NothingDecided
    _check_text(words)
    decision = Decision.objects.create(
        issue=issue,
        client_id=issue.client_id,
        level=issue.level,
        words=words.strip(),
        by=by,
        at=at,
    )
    announce(IssueDecided(level=issue.level, **_about(issue, by)), at=at)
    return decision


@action
def close(issue: Issue, *, by: Agent, at: datetime) -> None:
    """Say that nothing more is to be done about an issue."""
    issue = _held(issue)
    issue.closed_at = at
    issue.save(update_fields=["closed_at"])
    announce(IssueClosed(**_about(issue, by)), at=at)


@action
def decide_wish(case: Case, *, outcome: str, words: str, by: Agent, at: datetime) -> WishDecision:
    """Write down what the line decided about a wish; a later decision takes the place of it."""
    ever = Days(FIRST_YEAR, localdate(at) + timedelta(days=1))
    if not wishes_of(case.client, ever).filter(pk=case.pk).exists():
        raise NoWish
    _check_text(words)
    decision, _is_new = WishDecision.objects.update_or_create(
        case=case,
        defaults={
            "client_id": case.client_id,
            "outcome": outcome,
            "words": words.strip(),
            "by": by,
            "at": at,
        },
    )
    announce(
        WishDecided(
            case_id=case.pk, client_id=case.client_id, agent_id=by.pk, outcome=decision.outcome
        ),
        at=at,
    )
    return decision


def archive_boards(client: Client, *, at: datetime) -> int:
    """Keep the dashboards of the month that has ended, each once; return how many were kept."""
    days = Days(*month_before(localdate(at)))
    return sum(archive(client, name, days, at=at) for name in BOARDS)


@action
def archive(client: Client, name: str, days: Days, *, at: datetime) -> bool:
    """Keep one dashboard as it stands for some days; false where that has been done."""
    rows = ArchivedBoard.objects.filter(client=client, board=name, starts_on=days.starts_on)
    if rows.exists():
        return False
    figures = [tile.kept() for tile in board(client, name, days)]
    content = json.dumps(figures, ensure_ascii=False, sort_keys=True).encode()
    kept = ArchivedBoard(
        client=client,
        board=name,
        starts_on=days.starts_on,
        ends_on=days.ends_on,
        made_at=at,
        figures=figures,
        sha256=hashlib.sha256(content).hexdigest(),
    )
    try:
        with transaction.atomic():
            kept.save()
    except IntegrityError:
        if rows.exists():  # another worker was faster
            return False
        raise
    told = BoardArchived(
        client_id=client.pk, board=name, on=days.starts_on.isoformat(), sha256=kept.sha256
    )
    announce(told, at=at)
    return True


def _lifted(issue: Issue, title: str, words: str, *, by: Agent, at: datetime) -> Issue:
    title = " ".join(title.split())
    if not title:
        raise TitleMissing
    _check_text(title, words)
    issue.title, issue.words, issue.by, issue.at = title[:120], words.strip(), by, at
    try:
        with transaction.atomic():
            issue.save(force_insert=True)
    except IntegrityError:
        raise AlreadyAnIssue from None
    _write_lift(issue, "", by=by, at=at)
    return issue


def _write_lift(issue: Issue, words: str, *, by: Agent, at: datetime) -> None:
    Lift.objects.create(
        issue=issue,
        client_id=issue.client_id,
        level=issue.level,
        words=words.strip(),
        by=by,
        at=at,
    )
    announce(IssueLifted(level=issue.level, **_about(issue, by)), at=at)


def _check_text(*texts: str) -> None:
    if any(personal_in(text) for text in texts):
        raise PersonalDataInIt


def _held(issue: Issue) -> Issue:
    held = Issue.objects.select_for_update(of=("self",), no_key=True).get(pk=issue.pk)
    if held.closed_at is not None:
        raise IssueIsClosed
    # Who may act was asked for the level that it was on then.
    if held.level != issue.level:
        raise IssueIsElsewhere
    return held


def _about(issue: Issue, by: Agent) -> dict[str, Any]:
    return {"issue_id": issue.pk, "client_id": issue.client_id, "agent_id": by.pk}
