from datetime import date, datetime, time, timedelta

from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.people.models import Agent, RoleGrant
from gensvar.foundation.people.rules import HANDLING
from gensvar.operations.contacts.models import Channel
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import AgentSkill, Seat, Skill
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import routing as consequences
from gensvar.screens.setup.forms.routing import LevelForm, SeatForm
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import client_tabs, listed
from gensvar.screens.setup.reaching import chosen_client, clients_within, row_or_404

EVENTS = ("routing.seat-set", "routing.seat-taken", "routing.skill-assessed")


def _crumb() -> tuple[str, str]:
    return _("Seats"), reverse("setup_seats")


def _who_answers(client: Client) -> QuerySet[Agent]:
    """Return those whose role lets them answer this client's customers."""
    roles = RoleGrant.objects.in_force(at=now()).filter(role__in=HANDLING)
    here = roles.filter(Q(client=client) | Q(client=None))
    return Agent.objects.filter(is_active=True, is_service=False, pk__in=here.values("agent"))


@require_safe
@requires("setup.read")
def seats(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.read")
    known = AgentSkill.objects.filter(skill__client=client, level__gte=1).select_related("skill")
    rows = _who_answers(client).prefetch_related(
        Prefetch("skills", queryset=known.order_by("-level", "skill__name"), to_attr="known")
    )
    seated = {
        seat.agent_id: seat
        for seat in Seat.objects.filter(client=client, agent__in=rows.values("pk"))
    }
    return listed(
        request,
        "seats",
        here="setup_seats",
        title=_("Seats"),
        rows=[(one, _room(seated.get(one.pk)), one.pk in seated) for one in rows.order_by("name")],
        client=client,
        tabs=client_tabs(request, "setup.read", "setup_seats", client),
        history=changes(EVENTS, {"client_id": client.pk}),
    )


def _room(seat: Seat | None) -> str:
    """Return how much somebody takes at once, in words."""
    names = dict(Channel.choices)
    capacity = seat.capacity if seat else {}
    return ", ".join(f"{names.get(one, one)} {count}" for one, count in capacity.items() if count)


def _found(request: AgentRequest, agent_id: int) -> tuple[Agent, Client]:
    """Return somebody and the client at whose desk they sit, or may sit."""
    seat = Seat.objects.filter(agent=agent_id).select_related("client").first()
    within = clients_within(request, "setup.write")
    if seat is not None:
        client = get_object_or_404(within, pk=seat.client_id)
    else:
        client = chosen_client(request, "setup.write")
    return get_object_or_404(_who_answers(client), pk=agent_id), client


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def seat(request: AgentRequest, agent_id: int) -> HttpResponse:
    agent, client = _found(request, agent_id)
    held = Seat.objects.filter(agent=agent).first()
    levels = {one.skill_id: one for one in AgentSkill.objects.filter(agent=agent)}
    skills = Skill.objects.filter(client=client).order_by("name")
    return propose(
        request,
        Proposal(
            here="setup_seats",
            title=agent.name,
            crumb=_crumb(),
            form=SeatForm(request.POST or None, agent=agent, seat=held),
            kind=Kind.CHANGE if held else Kind.CREATE,
            verb="" if held else _("Give the seat"),
            effects=lambda given: consequences.of_seat(agent, given),
            save=lambda given: actions.give_seat(
                agent,
                client=client,
                capacity={channel: given[channel] for channel in Channel.values if given[channel]},
                languages=given["languages"],
                by=request.user,
                at=now(),
            ),
            then=reverse("setup_seat", args=[agent.pk]),
            done=_("Saved."),
            history=changes(EVENTS, {"of_agent_id": agent.pk}),
            template="setup/seat.html",
            more={
                "agent": agent,
                "seat": held,
                "skills": [(skill, levels.get(skill.pk)) for skill in skills],
            },
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def taking_seat(request: AgentRequest, agent_id: int) -> HttpResponse:
    agent, _client = _found(request, agent_id)
    get_object_or_404(Seat, agent=agent)
    return propose(
        request,
        Proposal(
            here="setup_seats",
            title=_("Take the seat from %(name)s") % {"name": agent.name},
            crumb=(agent.name, reverse("setup_seat", args=[agent.pk])),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("Take the seat"),
            is_dangerous=True,
            effects=lambda _given: consequences.of_taking(agent),
            save=lambda _given: actions.take_seat(agent, by=request.user, at=now()),
            then=reverse("setup_seats"),
            done=_("Saved."),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def assessing(request: AgentRequest, agent_id: int, skill_id: int) -> HttpResponse:
    skill = row_or_404(request, "setup.write", Skill.objects.select_related("client"), skill_id)
    agent = get_object_or_404(_who_answers(skill.client), pk=agent_id)
    known = AgentSkill.objects.filter(agent=agent, skill=skill).first()
    initial = {"level": str(known.level), "until": _last_day(known.until)} if known else None
    form = LevelForm(request.POST or None, initial=initial or {"level": "1"})
    return propose(
        request,
        Proposal(
            here="setup_seats",
            title=f"{agent.name} · {skill.name}",
            crumb=(agent.name, reverse("setup_seat", args=[agent.pk])),
            form=form,
            kind=Kind.CHANGE if known else Kind.CREATE,
            verb="" if known else _("Save the level"),
            effects=lambda given: consequences.of_level(agent, skill, given),
            save=lambda given: actions.assess(
                agent,
                skill=skill,
                level=int(given["level"]),
                until=_end_of(given["until"]),
                by=request.user,
                at=now(),
            ),
            then=reverse("setup_seat", args=[agent.pk]),
            done=_("Saved."),
        ),
    )


def _end_of(day: date | None) -> datetime | None:
    """Return when a day is over here."""
    if day is None:
        return None
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def _last_day(until: datetime | None) -> date | None:
    return timezone.localdate(until - timedelta(seconds=1)) if until else None
