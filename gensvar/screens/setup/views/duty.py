"""Who answers in a group when, who is away, what a group must know, and when tries count."""

from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.foundation.calendars.queries import zone
from gensvar.foundation.duty.actions import end_absence, note_absence, put_on_duty, take_off_duty
from gensvar.foundation.duty.models import Absence, Duty
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.cases.actions.agreeing import agree_reach_rule, set_required_facts
from gensvar.operations.cases.models import RequiredFact
from gensvar.operations.cases.queries.responsibility import reach_rule
from gensvar.operations.knowledge.models import Subject
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import duty as consequences
from gensvar.screens.setup.forms.duty import (
    AbsenceForm,
    DutyForm,
    EndForm,
    FactsForm,
    ReachForm,
    facts_in,
)
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import listed
from gensvar.screens.setup.reaching import (
    chosen_client,
    client_or_404,
    clients_within,
    people_within,
    person_or_404,
    row_or_404,
)

EVENTS = ("duty.put-on-duty", "duty.taken-off-duty")
AWAY = ("duty.absence-noted", "duty.absence-ended")
ANY_METHOD = require_http_methods(["GET", "HEAD", "POST"])


def _crumb(group: Group) -> tuple[str, str]:
    return f"{group.code} · {group.name}", reverse("setup_group", args=[group.pk])


@ANY_METHOD
@requires("setup.write")
def new_duty(request: AgentRequest, group_id: int) -> HttpResponse:
    group = row_or_404(request, "setup.write", Group.objects.filter(closed_at=None), group_id)
    return propose(
        request,
        Proposal(
            here="setup_groups",
            title=_("Put somebody on duty in %(group)s") % {"group": group.code},
            crumb=_crumb(group),
            form=DutyForm(
                request.POST or None, group=group, initial={"valid_from": localdate(now())}
            ),
            kind=Kind.CREATE,
            verb=_("Put on duty"),
            effects=lambda given: consequences.of_duty(group, given, at=now()),
            save=lambda given: put_on_duty(
                group,
                given["agent"],
                weekdays=given["weekdays"],
                is_deputy=given["is_deputy"],
                valid_from=given["valid_from"],
                valid_until=_day_after(given["last_day"]),
                by=request.user,
                at=now(),
            ),
            then=_crumb(group)[1],
            done=_("The rota is changed."),
        ),
    )


@ANY_METHOD
@requires("setup.write")
def ending_duty(request: AgentRequest, duty_id: int) -> HttpResponse:
    within = clients_within(request, "setup.write")
    rows = Duty.objects.filter(client__in=within).select_related("group", "agent")
    duty = get_object_or_404(rows, pk=duty_id)
    return propose(
        request,
        Proposal(
            here="setup_groups",
            title=_("Take %(name)s off the rota") % {"name": duty.agent.name},
            crumb=_crumb(duty.group),
            form=EndForm(request.POST or None, initial={"last_day": localdate(now())}),
            kind=Kind.ACT,
            verb=_("End the duty"),
            effects=lambda given: consequences.of_ending(duty),
            save=lambda given: take_off_duty(
                duty, until=given["last_day"] + timedelta(days=1), by=request.user, at=now()
            ),
            then=_crumb(duty.group)[1],
            done=_("The rota is changed."),
        ),
    )


@require_safe
@requires("people.write")
def absences(request: AgentRequest) -> HttpResponse:
    """Who is away now or will be."""
    people = people_within(request, "people.write")
    rows = Absence.objects.to_come(at=now()).filter(agent__in=people)
    return listed(
        request,
        "absences",
        here="setup_absences",
        title=_("Absence"),
        about=_("What waits for somebody who is away moves to whoever answers instead."),
        rows=rows.select_related("agent", "stand_in"),
        people=people.filter(is_active=True).order_by("name"),
        history=changes(AWAY, {}),
    )


@ANY_METHOD
@requires("people.write")
def new_absence(request: AgentRequest, agent_id: int) -> HttpResponse:
    person = person_or_404(request, "people.write", agent_id)
    return _absence(request, person, here="setup_absences", then=reverse("setup_absences"))


@ANY_METHOD
@requires("duty.note_absence")
def own_absence(request: AgentRequest) -> HttpResponse:
    """Say that one is away, and who takes one's questions."""
    return _absence(request, request.user, here="", then=reverse("setup_own_absence"))


@ANY_METHOD
@requires("people.write")
def ending_absence(request: AgentRequest, absence_id: int) -> HttpResponse:
    theirs = Absence.objects.filter(agent__in=people_within(request, "people.write"))
    return _ending(request, theirs, absence_id, here="setup_absences")


@ANY_METHOD
@requires("duty.note_absence")
def ending_own_absence(request: AgentRequest, absence_id: int) -> HttpResponse:
    return _ending(request, Absence.objects.filter(agent=request.user), absence_id, here="")


def _absence(request: AgentRequest, person: Agent, *, here: str, then: str) -> HttpResponse:
    ahead = Absence.objects.to_come(at=now()).filter(agent=person).select_related("stand_in")
    title = _("Absence of %(name)s") % {"name": person.name} if here else _("My absence")
    return propose(
        request,
        Proposal(
            here=here,
            title=title,
            crumb=(_("Absence"), then) if here else (_("Your account"), reverse("people_account")),
            form=AbsenceForm(
                request.POST or None, person=person, initial={"first_day": localdate(now())}
            ),
            kind=Kind.CREATE,
            verb=_("Note the absence"),
            effects=lambda given: consequences.of_absence(person, given, at=now()),
            save=lambda given: note_absence(
                person,
                starts_at=max(_start_of(given["first_day"]), now()),
                ends_at=_start_of(_day_after(given["last_day"])) if given["last_day"] else None,
                stand_in=given["stand_in"],
                by=request.user,
                at=now(),
            ),
            then=then,
            done=_("The absence is noted."),
            template="setup/absence.html",
            more={
                "ahead": ahead,
                "ending": "setup_ending_absence" if here else "setup_ending_own_absence",
            },
        ),
    )


def _ending(
    request: AgentRequest, theirs: QuerySet[Absence], absence_id: int, *, here: str
) -> HttpResponse:
    absence = get_object_or_404(theirs.select_related("agent"), pk=absence_id)
    back = reverse(here or "setup_own_absence")
    return propose(
        request,
        Proposal(
            here=here,
            title=_("End the absence of %(name)s") % {"name": absence.agent.name},
            crumb=(_("Absence"), back),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("End the absence"),
            effects=lambda given: [],
            save=lambda given: end_absence(absence, by=request.user, at=now()),
            then=back,
            done=_("The absence is ended. Questions that moved stay where they are."),
        ),
    )


@ANY_METHOD
@requires("setup.write")
def facts(request: AgentRequest, subject_id: int) -> HttpResponse:
    """What a group must know to answer on a subject."""
    subject = row_or_404(request, "setup.write", Subject.objects.all(), subject_id)
    known = RequiredFact.objects.filter(subject=subject, retired_at=None).order_by("position", "pk")
    lines = "\n".join(f"{one.label}; {one.hint}" if one.hint else one.label for one in known)
    return propose(
        request,
        Proposal(
            here="setup_subjects",
            title=_("What a group must know about %(subject)s") % {"subject": subject.name},
            crumb=(subject.name, reverse("setup_subject", args=[subject.pk])),
            form=FactsForm(request.POST or None, initial={"facts": lines}),
            effects=lambda given: consequences.of_facts(subject, given),
            save=lambda given: set_required_facts(
                subject, facts_in(given["facts"]), by=request.user, at=now()
            ),
            then=request.path,
            done=_("Saved."),
            history=changes(("cases.required-facts-set",), {"subject_id": subject.pk}),
        ),
    )


@require_safe
@requires("setup.write")
def reach(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.write")
    return redirect("setup_reach_of", client.pk)


@ANY_METHOD
@requires("setup.write")
def reach_of(request: AgentRequest, client_id: int) -> HttpResponse:
    """When tries count as having reached the customer."""
    client = client_or_404(request, "setup.write", client_id)
    rule = reach_rule(client, at=now())
    title = _("When tries count as feedback")
    if rule is not None:
        title += " · " + _("version %(version)s") % {"version": rule.version}
    return propose(
        request,
        Proposal(
            here="setup_reach",
            title=title,
            crumb=(client.public_name, reverse("setup_clients")),
            form=ReachForm(
                request.POST or None, initial={"attempts": rule.attempts if rule else 0}
            ),
            effects=lambda given: consequences.of_reach(given["attempts"]),
            save=lambda given: agree_reach_rule(
                client, attempts=given["attempts"], by=request.user, at=now()
            ),
            then=request.path,
            done=_("Saved."),
            history=changes(("cases.reach-rule-agreed",), {"client_id": client.pk}),
        ),
    )


def _day_after(day: date | None) -> date | None:
    return day + timedelta(days=1) if day else None


def _start_of(day: date | None) -> datetime:
    assert day is not None
    return datetime.combine(day, time(), tzinfo=zone())
