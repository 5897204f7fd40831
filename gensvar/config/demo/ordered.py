"""Work orders of the town: the lamp at Norrskolan, heat that keeps failing, and today's work."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.utils.timezone import localtime

from gensvar.config.demo.present import Opening, open_one
from gensvar.config.demo.volumes import FIRST_DAY
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.cases.actions import assign, close, fill_in
from gensvar.operations.cases.models import Case
from gensvar.operations.casetypes.models import CaseType, Service
from gensvar.operations.register.models import Place, ServiceType
from gensvar.operations.workorders import actions
from gensvar.operations.workorders.models import OrderSeries, WorkOrder
from gensvar.operations.workorders.rules.process import Step

RATE = 620_00
PLACES = {"FAST-17": "Norrskolan", "FAST-18": "Stadshuset"}
REPORTERS = (
    *("Rut Sandberg", "Nora Holmgren", "Ivar Blom", "Nora Holmgren", "Gun Falk", "Gun Falk"),
    *("Ivar Blom", "Jens Tapper", "Gun Falk", "Rut Sandberg", "Nora Holmgren"),
)
PLAIN = str.maketrans("åäö", "aao")
# How far a case has come, in order.
ESTIMATED, ORDERED, STARTED, PAUSED, DONE, REPORTED, CLOSED = range(7)


@dataclass(frozen=True)
class Job:
    """A fault, what it was thought to take, what it took, and how far it has come."""

    title: str
    where: str
    place: str
    service: str
    days_ago: float
    hours: str
    material: int
    ends: int
    took: str = ""
    used: int = 0
    score: int = 0
    performer: str = "tom"
    urgent: bool = False


JOBS = (
    Job(
        "Trasig lampa Norrskolan",
        "Norrskolan, sal 3",
        "FAST-17",
        "El",
        9,
        "2.0",
        180_00,
        CLOSED,
        "1.5",
        240_00,
        5,
    ),
    Job(
        "Kallt i klassrummen",
        "Norrskolan, hus B",
        "FAST-17",
        "Värme",
        35,
        "3",
        0,
        CLOSED,
        "4",
        350_00,
        3,
        performer="elin",
    ),
    Job(
        "Kallt i matsalen",
        "Norrskolan, matsalen",
        "FAST-17",
        "Värme",
        20,
        "2",
        0,
        CLOSED,
        "2.5",
        0,
        2,
        performer="elin",
    ),
    Job(
        "Element som inte blir varma",
        "Norrskolan, hus B",
        "FAST-17",
        "Värme",
        6,
        "2",
        400_00,
        DONE,
        "2",
        380_00,
        performer="elin",
    ),
    Job(
        "Droppande kran",
        "Stadshuset, plan 2, köket",
        "FAST-18",
        "VA",
        12,
        "1",
        90_00,
        CLOSED,
        "1",
        90_00,
        4,
    ),
    Job(
        "Dörren går inte att låsa",
        "Stadshuset, entré mot torget",
        "FAST-18",
        "Lås",
        3,
        "1.5",
        300_00,
        REPORTED,
        "2",
        300_00,
        urgent=True,
    ),
    Job("Stopp i avloppet", "Norrskolan, omklädningsrum", "FAST-17", "VA", 1, "2", 0, STARTED),
    Job("Ventilationen dånar", "Stadshuset, plan 3", "FAST-18", "Ventilation", 1.2, "3", 0, PAUSED),
    Job("Blinkande lysrör", "Stadshuset, trapphus A", "FAST-18", "El", 0.3, "1", 120_00, ORDERED),
    Job(
        "Trasigt fönster",
        "Norrskolan, gymnastiksalen",
        "FAST-17",
        "Lås",
        0.2,
        "2",
        900_00,
        ORDERED,
        urgent=True,
    ),
    Job("Nya radiatorer", "Norrskolan, hus B", "FAST-17", "Värme", 0.5, "24", 38_000_00, ESTIMATED),
)


def order_work(client: Client, *, at: datetime) -> None:
    """Let faults follow the fourteen steps, from the one just estimated to the lamp that shines."""
    cia = Agent.objects.get(email="cia@exempelby.example")
    fault = CaseType.objects.get(client=client, code=Service.FAULTS)
    actions.rule_process(
        fault,
        has_process=True,
        demands_price=True,
        approval_limit=10_000_00,
        rate=RATE,
        skippable=[Step.COLLECT, Step.PLAN, Step.TELL_ACTION, Step.PREVENT, Step.SATISFACTION],
        by=cia,
        at=at - timedelta(days=60),
    )
    for code, name in PLACES.items():
        if not Place.objects.filter(client=client, code__iexact=code).exists():
            Place.objects.create(client=client, code=code, name=name, valid_from=FIRST_DAY)
    # The first order is A-881.
    OrderSeries.objects.create(client=client, last=880)
    for place, job in enumerate(JOBS):
        came = at - timedelta(days=job.days_ago)
        if job.days_ago >= 1:
            came = localtime(came).replace(hour=8, minute=5)
        _carry_on(client, job, place, at=came)


def _carry_on(client: Client, job: Job, number: int, *, at: datetime) -> None:
    disa = Agent.objects.get(email="disa@exempelby.example")
    case = _open(client, job, number, disa, at=at)
    if number == 0:
        for step in (Step.COLLECT, Step.PLAN):
            actions.take_step(case, step, by=disa, at=at + timedelta(minutes=20))
    actions.estimate(
        case,
        hours=Decimal(job.hours),
        rate=RATE,
        material=job.material,
        by=disa,
        at=at + timedelta(minutes=25),
    )
    if job.ends == ESTIMATED:
        return
    actions.take_step(case, Step.TELL_PLAN, by=disa, at=at + timedelta(minutes=30))
    order = _order(client, case, job, disa, at=at + timedelta(minutes=35))
    if number == 0:
        actions.take_step(case, Step.TELL_ACTION, by=disa, at=at + timedelta(minutes=40))
    if job.ends >= STARTED:
        _perform(order, job, at=at + timedelta(hours=1))
    if job.ends >= REPORTED:
        _finish(case, order, job, disa, at=at + timedelta(hours=6))
    actions.open_card_if_called_for(order, at=at + timedelta(hours=1))


def _open(client: Client, job: Job, number: int, by: Agent, *, at: datetime) -> Case:
    name = REPORTERS[number]
    opening = Opening(
        job.title,
        "Felanmälan lokal",
        name,
        f"{name.lower().replace(' ', '.').translate(PLAIN)}@example.com",
        f"{job.title}. Det är i {job.where}.",
        0,
        need="status",
    )
    case = open_one(client, opening, at=at)
    filled = {"place": job.where, "fault": "broken", "danger": False}
    fill_in(case, filled, by=by, at=at + timedelta(minutes=10))
    assign(case, agent=by, group=None, by=by, at=at + timedelta(minutes=10))
    case.refresh_from_db()
    return case


def _order(client: Client, case: Case, job: Job, by: Agent, *, at: datetime) -> WorkOrder:
    service, _is_new = ServiceType.objects.get_or_create(client=client, name=job.service)
    wanted = actions.Wanted(
        where=job.where,
        action=f"{job.title}: åtgärda",
        place=Place.objects.get(client=client, code__iexact=job.place),
        service=service,
        agent=Agent.objects.get(email=f"{job.performer}@exempelby.example"),
        group=Group.objects.get(client=client, code="TEK-FAST"),
        is_contracted=job.performer == "elin",
        priority="1" if job.urgent else "3",
        planned_start=at + timedelta(minutes=15),
        planned_end=at + timedelta(hours=7),
        planned_hours=Decimal(job.hours),
        rate=RATE,
    )
    return actions.make_order(case, wanted, by=by, at=at)


def _perform(order: WorkOrder, job: Job, *, at: datetime) -> None:
    performer = order.agent
    assert performer is not None
    actions.start(order, by=performer, at=at)
    if job.ends == PAUSED:
        actions.pause(order, reason="Väntar på en fläktrem", by=performer, at=at)
    if job.ends < DONE:
        return
    actions.add_time(order, hours=Decimal(job.took), by=performer, at=at + timedelta(hours=1))
    if job.used:
        actions.add_material(
            order, name="Material", quantity=Decimal(1), price=job.used, by=performer, at=at
        )
    actions.sign_off(order, name=performer.name, by=performer, at=at + timedelta(hours=2))


def _finish(case: Case, order: WorkOrder, job: Job, by: Agent, *, at: datetime) -> None:
    actions.report_back(
        order, text="Nu är det åtgärdat. Hör av dig om det kommer igen.", way="voice", by=by, at=at
    )
    if job.ends < CLOSED:
        return
    actions.take_step(case, Step.PREVENT, by=by, at=at)
    actions.take_step(case, Step.FOLLOW_UP, by=by, at=at)
    if job.score:
        survey = order.survey
        actions.rate(survey, score=job.score, words="", at=at + timedelta(days=1))
        actions.note_satisfaction(case, at=at + timedelta(days=1))
    close(case, by=by, at=at + timedelta(days=1))
