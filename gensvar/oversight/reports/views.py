"""What was sent, to be read again; what is sent next; and the meetings it is for.

Everybody reads their own copies: a list holds what its recipient may see, and nothing else.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import office_calendar
from gensvar.foundation.people.access import (
    AgentRequest,
    Reach,
    reach,
    requires,
    see_as,
    seeing_as,
)
from gensvar.foundation.people.rules import GROUP_BOUND, Role
from gensvar.foundation.refusals import Refused
from gensvar.oversight.reports import actions
from gensvar.oversight.reports.figures import counted
from gensvar.oversight.reports.forms import CommentForm, DecisionsForm, DeckForm, MeetingForm
from gensvar.oversight.reports.letters import (
    bands_in_words,
    cases_in_words,
    count_in_words,
    days_in_words,
    half_in_words,
    overdue_in_words,
    period_of,
    share_in_words,
    subject_of,
)
from gensvar.oversight.reports.models import KIND_NAMES, Meeting, Report
from gensvar.oversight.reports.queries.archive import held_of, meetings_of, reports_to
from gensvar.oversight.reports.queries.departments import departments_of
from gensvar.oversight.reports.queries.half_year import deck_of, kept_with_managements
from gensvar.oversight.reports.rules import Issue, ReportKind, half_of

MOST_SHOWN = 100
HALVES_SHOWN = 8


@require_safe
@requires("reports.read")
def reports(request: AgentRequest) -> HttpResponse:
    kind = request.GET.get("sort", "")
    kind = kind if kind in set(ReportKind) else ""
    led = _led(request)
    context = {
        "kinds": [("", _("All")), *KIND_NAMES.items()],
        "kind": kind,
        "reports": reports_to(request.user.pk, kind=kind)[:MOST_SHOWN],
        "coming": _coming(led, at=now()) if led else [],
        "led": led,
        "names": KIND_NAMES,
    }
    return render(request, "reports/list.html", context)


@require_safe
@requires("reports.read")
def report(request: AgentRequest, report_id: int) -> HttpResponse:
    found = _own(request, report_id)
    # How the mails fared belongs to the client, also where the reader leads a group only.
    with _as_client(request, found.client):
        sendings = list(found.sendings.select_related("by", "outgoing").order_by("at", "pk"))
    context = {
        "report": found,
        "kind": found.kind,
        "figures": found.figures,
        "comment": found.figures.get("comment", ""),
        "sendings": sendings,
        "may_send": request.identity.may("reports.send"),
        **_words(),
    }
    return render(request, "reports/report.html", context)


@require_POST
@requires("reports.send")
def again(request: AgentRequest, report_id: int) -> HttpResponse:
    found = _own(request, report_id)
    with _as_client(request, found.client):
        actions.send_again(found, by=request.user, at=now())
    messages.success(request, _("It is on its way again, as it was."))
    return redirect("reports:report", found.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("reports.read")
def coming(request: AgentRequest, kind: str) -> HttpResponse:
    """Show what would leave now, as whoever looks sees it; and take a comment to go with it."""
    if kind not in set(ReportKind):
        raise Http404
    at, led = now(), _led(request)
    department = request.GET.get("forvaltning", "")
    if led is None or department not in led.departments:
        raise Http404
    calendar = office_calendar(led.client, at=at)
    issue = actions.next_issue(ReportKind(kind), calendar=calendar, at=at)
    if issue is None:
        raise Http404
    form = CommentForm(request.POST or None)
    if request.method == "POST":
        if not request.identity.may("reports.send"):
            raise PermissionDenied("reports.send")
        if form.is_valid():
            words = form.cleaned_data["text"]
            with _as_client(request, led.client):
                actions.write_comment(led.client, department, issue, words, by=request.user, at=at)
            messages.success(request, _("The comment goes with the report."))
            return redirect(f"{request.path}?{request.GET.urlencode()}")
    with seeing_as(_counting_reach(request, led, issue)):
        found = counted(led.client, department, issue, calendar=calendar, at=at)
    see_as(reach(request.identity, "reports.read"))
    context = {
        "issue": issue,
        "kind": kind,
        "title": subject_of(issue, department),
        "figures": found.figures,
        "comment": found.comment,
        "form": form,
        "may_send": request.identity.may("reports.send"),
        **_words(),
    }
    return render(request, "reports/coming.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("reports.read")
def meetings(request: AgentRequest) -> HttpResponse:
    led = _led(request)
    if led is None:
        raise Http404
    form = MeetingForm(request.POST or None, departments=led.departments)
    if request.method == "POST":
        if not request.identity.may("reports.send"):
            raise PermissionDenied("reports.send")
        if form.is_valid() and _planned(request, led, form):
            return redirect("reports:meetings")
    see_as(reach(request.identity, "reports.read"))
    today = localdate()
    context = {
        "form": form,
        "meetings": meetings_of(led.client, led.departments),
        "held": held_of(led.client, led.departments, year=today.year, today=today),
        "kept": kept_with_managements(led.client, led.departments, year=today.year, today=today),
        "series": dict(Meeting.Series.choices),
        "today": today,
        "may_send": request.identity.may("reports.send"),
        "share_in_words": share_in_words,
    }
    return render(request, "reports/meetings.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("reports.send")
def meeting(request: AgentRequest, meeting_id: int) -> HttpResponse:
    """One meeting: write down that it was held and what it decided, or read that."""
    led = _led(request)
    rows = Meeting.objects.select_related("client", "by")
    found = get_object_or_404(rows, pk=meeting_id, department__in=led.departments if led else [])
    form = DecisionsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with _as_client(request, found.client):
            words = form.cleaned_data["decisions"]
            actions.hold_meeting(found, words, by=request.user, at=now())
        messages.success(request, _("What the meeting decided is kept."))
        return redirect("reports:meetings")
    context = {"meeting": found, "form": form, "today": localdate()}
    return render(request, "reports/meeting.html", context, status=422 if form.errors else 200)


@require_safe
@requires("reports.read")
def deck(request: AgentRequest) -> HttpResponse:
    """Show a half-year to a department's management group, made from the cases."""
    at, led = now(), _led(request)
    if led is None:
        raise Http404
    halves = _halves(localdate())
    usual = {"forvaltning": led.departments[0], "halvar": halves[1].isoformat()}
    form = DeckForm(
        {name: request.GET.get(name, value) for name, value in usual.items()},
        departments=led.departments,
        halves=[(one.isoformat(), half_in_words(one)) for one in halves],
    )
    if not form.is_valid():
        raise Http404
    department = form.cleaned_data["forvaltning"]
    starts_on = date.fromisoformat(form.cleaned_data["halvar"])
    calendar = office_calendar(led.client, at=at)
    with seeing_as(Reach(clients=frozenset({led.client.pk}), agent_id=request.user.pk)):
        found = deck_of(led.client, department, starts_on=starts_on, calendar=calendar, at=at)
    see_as(reach(request.identity, "reports.read"))
    context = {
        "deck": found,
        "department": department,
        "period": half_in_words(starts_on).capitalize(),
        "form": form,
        "today": localdate(),
        **_words(),
    }
    return render(request, "reports/deck.html", context)


def _halves(today: date) -> list[date]:
    """Return when this half-year and those before it began, the latest first."""
    found = [half_of(today)[0]]
    while len(found) < HALVES_SHOWN:
        found.append(half_of(found[-1] - timedelta(days=1))[0])
    return found


@dataclass(frozen=True)
class Led:
    """The client and the departments that somebody may ask about."""

    client: Client
    departments: list[str]
    sees_all: bool


def _led(request: AgentRequest) -> Led | None:
    """Return what may be asked about; None for those who read no cases, such as a planner."""
    for grant in request.identity.grants:
        if not (grant.allows("reports.read") and grant.allows("cases.read")):
            continue
        clients = Client.objects.order_by("pk")
        clients = clients.filter(pk=grant.client_id) if grant.client_id else clients
        for client in clients:
            sees_all = grant.role not in GROUP_BOUND
            is_head = grant.role == Role.DEPARTMENT_MANAGER
            found = departments_of(
                request.user,
                client,
                sees_all=sees_all,
                is_head=is_head,
                department=grant.department,
            )
            if found:
                return Led(client, found, sees_all)
    return None


def _coming(led: Led, *, at: datetime) -> list[tuple[Issue, str]]:
    calendar = office_calendar(led.client, at=at)
    issues = [actions.next_issue(kind, calendar=calendar, at=at) for kind in ReportKind]
    return [(issue, period_of(issue)) for issue in issues if issue is not None]


def _counting_reach(request: AgentRequest, led: Led, issue: Issue) -> Reach:
    """Lists hold what the viewer sees; a month's figures count the whole client's cases."""
    if issue.kind == ReportKind.STATISTICS:
        return Reach(clients=frozenset({led.client.pk}), agent_id=request.user.pk)
    return reach(request.identity, "cases.read")


def _own(request: AgentRequest, report_id: int) -> Report:
    rows = Report.objects.select_related("client", "recipient")
    return get_object_or_404(rows, pk=report_id, recipient=request.user.pk)


def _planned(request: AgentRequest, led: Led, form: MeetingForm) -> bool:
    given = form.cleaned_data
    try:
        with _as_client(request, led.client):
            actions.plan_meeting(led.client, **given, by=request.user, at=now())
    except Refused as refused:
        form.add_error("on", refused.words())
        return False
    messages.success(request, _("The meeting is planned."))
    return True


@contextmanager
def _as_client(request: AgentRequest, client: Client) -> Iterator[None]:
    """Act with the client's reach: what is announced belongs to it, whoever leads the group."""
    with seeing_as(Reach(clients=frozenset({client.pk}), agent_id=request.user.pk)):
        yield
    see_as(reach(request.identity, "reports.read"))


def _words() -> dict[str, Any]:
    return {
        "bands": bands_in_words(),
        "cases_in_words": cases_in_words,
        "count_in_words": count_in_words,
        "days_in_words": days_in_words,
        "overdue_in_words": overdue_in_words,
        "share_in_words": share_in_words,
        "instant": datetime.fromisoformat,
    }
