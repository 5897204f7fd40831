"""The town's callers, and colleagues who answer them: a stream of the simulation, in real time.

There is no telephone in it: a call is a contact that waits in its queue. The colleagues are nobody
whose sign-in is told, and have room for calls alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from django.db.models import QuerySet
from django.utils.timezone import localtime

from gensvar.config.demo import words
from gensvar.config.demo.intake import CURVE
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions import close, open_case
from gensvar.operations.cases.models import NeedType
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.models import Contact
from gensvar.operations.knowledge.models import Subject
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import Offer, OfferState, Outcome, Queue, Seat, Waiting
from gensvar.science.routing.rows import Queue as Row
from gensvar.science.routing.rows import Step
from gensvar.science.simulation.chance import Spread
from gensvar.science.simulation.coming import Coming
from gensvar.science.simulation.hours import WEEK, Spell
from gensvar.science.simulation.measuring import HALF_HOUR
from gensvar.science.simulation.scenario import Arrivals, Stream
from gensvar.science.simulation.visits import Visit

COLLEAGUES = ("emil", "frida", "goran")
QUEUE = "Kundtjänst"
BROWSER = "the town"
GOAL_SECONDS, OFFER_SECONDS, WRAP_UP_SECONDS = 60, 20, 60
# What a colleague takes of the time for wrap-up.
WRITING_SECONDS = 20
# What the planner reckons with for a call and its wrap-up.
PLANNED_SECONDS = 90
# Calls for each other contact; never more a minute than three people can nearly answer.
CALLS_EACH, MOST_CALLS = 0.75, 1.7
SEEN_EVERY = timedelta(seconds=10)
# As many days as a town is ever left running.
DAYS = 365
# So many are enough to tell what is usual.
REMEMBERED = 60
EVERY_DAY = frozenset(range(WEEK))


def join_switchboard(client: Client, *, at: datetime) -> None:
    """Give the town a queue of calls, and three who answer nothing else."""
    lead = Agent.objects.get(email="cia@exempelby.example")
    skill = actions.add_skill(client, name="Telefon")
    wish = actions.QueueWish(
        name=QUEUE,
        channel="phone",
        goal_seconds=GOAL_SECONDS,
        steps=[actions.StepWish(0, skill)],
        offer_seconds=OFFER_SECONDS,
        wrap_up_seconds=WRAP_UP_SECONDS,
    )
    queue = actions.set_queue(client, wish, by=lead, at=at)
    planner = Agent.objects.get(email="petra@exempelby.example")
    actions.plan_handling(queue, PLANNED_SECONDS, by=planner, at=at)
    for agent in _colleagues():
        actions.give_seat(agent, client=client, capacity={"phone": 1}, by=lead, at=at)
        actions.assess(agent, skill=skill, level=3, by=lead, at=at)


def remember_calls(client: Client, random: Random, *, at: datetime) -> None:
    """Note what some calls of last week took, so that the day can be foreseen from its start."""
    queue = Queue.objects.in_use().get(client=client, channel="phone", name=QUEUE)
    stream, agents = _stream(1.0), list(_colleagues().order_by("pk"))
    past = Contact.objects.filter(client=client, channel="phone", offers=None, waits=None)
    offers = []
    for number, contact in enumerate(past.order_by("-pk")[:REMEMBERED], start=1):
        accepted_at = at - timedelta(days=7) + number * timedelta(minutes=2)
        talked_until = accepted_at + timedelta(seconds=stream.handling.draw(random))
        offers.append(
            Offer(
                id=number,
                contact=contact,
                client=client,
                queue=queue,
                agent=agents[number % len(agents)],
                channel="phone",
                state=OfferState.DONE,
                offered_at=accepted_at,
                expires_at=accepted_at + timedelta(seconds=OFFER_SECONDS),
                accepted_at=accepted_at,
                talked_until=talked_until,
                ended_at=talked_until + timedelta(seconds=WRITING_SECONDS),
            )
        )
    Offer.objects.bulk_create(offers)


def _colleagues() -> QuerySet[Agent]:
    return Agent.objects.filter(email__in=[f"{name}@exempelby.example" for name in COLLEAGUES])


@dataclass
class Call:
    """Somebody who calls, with what was drawn for them."""

    visit: Visit
    came_at: datetime


class Switchboard:
    """Callers come, wait and give up, and colleagues answer, each time that it has its turn."""

    def __init__(self, *, contacts_per_minute: float, seed: int, at: datetime) -> None:
        self.queue = Queue.objects.in_use().get(
            client__code="exempelby", channel="phone", name=QUEUE
        )
        self.colleagues = {agent.pk: agent for agent in _colleagues()}
        self.calls: dict[int, Call] = {}
        self._random = Random(seed)
        self._seen_at = at
        local = localtime(at)
        midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
        # The stream's days begin on a Monday; on days when clocks change it is an hour off.
        self._began_at = midnight - timedelta(days=midnight.weekday())
        a_minute = min(CALLS_EACH * contacts_per_minute, MOST_CALLS)
        self._coming = Coming(
            _stream(a_minute),
            days=DAYS,
            seed=seed,
            since=(at - self._began_at).total_seconds(),
        )
        # Somebody calls at once, so that the town is seen to live.
        self._next_at = at
        # Whoever waited when the town was stopped has hung up.
        for waiting in Waiting.objects.now().filter(queue=self.queue):
            self._give_up(waiting.contact_id, at=at)
        self._be_here(at=at)

    def turn(self, *, at: datetime) -> None:
        if at - self._seen_at >= SEEN_EVERY:
            self._be_here(at=at)
        while self._next_at <= at:
            self._call(at=at)
        for contact, call in list(self.calls.items()):
            if at - call.came_at >= timedelta(seconds=call.visit.patience):
                self._give_up(contact, at=at)
        for offer in Offer.objects.live().filter(agent__in=self.colleagues).select_related("queue"):
            self._go_on(offer, at=at)

    def _be_here(self, *, at: datetime) -> None:
        """Be seen; whoever let an offer pass, or was gone, is ready again."""
        self._seen_at = at
        ready = set(Seat.objects.filter(status="ready").values_list("agent_id", flat=True))
        for number, agent in self.colleagues.items():
            if number not in ready or not actions.note_seen(agent, screen=BROWSER, at=at):
                actions.be_ready(agent, screen=BROWSER, at=at, take_over=True)

    def _call(self, *, at: datetime) -> None:
        client = self.queue.client
        contact = register_contact(client, channel="phone", direction="in", customer=None, at=at)
        actions.wait(contact, queue=self.queue, at=at)
        self.calls[contact.pk] = Call(self._coming.visit(contact.pk, at=0.0), at)
        self._next_at = self._next()

    def _next(self) -> datetime:
        return self._began_at + timedelta(seconds=next(self._coming.times))

    def _give_up(self, contact: int, *, at: datetime) -> None:
        found = Waiting.objects.now().filter(contact=contact).select_related("contact").first()
        if found and not Offer.objects.filter(contact=contact, state=OfferState.IN_HAND).exists():
            _unless_refused(lambda: actions.leave(found.contact, outcome=Outcome.ABANDONED, at=at))
            self.calls.pop(contact, None)

    def _go_on(self, offer: Offer, *, at: datetime) -> None:
        """Do the next with a call when its time has come."""
        call, by = self.calls.get(offer.contact_id), self.colleagues[offer.agent_id]
        # Of a call from before the town was started anew nothing is known: it ends.
        answering, handling = (call.visit.answering, call.visit.handling) if call else (0.0, 0.0)
        since: datetime | None
        act: Callable[..., object]
        match offer.state:
            case OfferState.OFFERED:
                since, seconds, act = offer.offered_at, answering, actions.accept
            case OfferState.IN_HAND:
                since, seconds, act = offer.accepted_at, handling, self._end
            case _:
                since, seconds, act = offer.talked_until, WRITING_SECONDS, actions.finish
        if since is not None and at - since >= timedelta(seconds=seconds):
            _unless_refused(lambda: act(offer, by=by, at=at))

    def _end(self, offer: Offer, *, by: Agent, at: datetime) -> None:
        """Register what the call was about, and hang up."""
        self.calls.pop(offer.contact_id, None)
        name = self._random.choice(list(words.TITLES))
        street = f"{self._random.choice(words.STREETS)} {self._random.randint(1, 60)}"
        case = open_case(
            self.queue.client,
            title=self._random.choice(words.TITLES[name]).format(g=street, s=name),
            channel="phone",
            contact=offer.contact,
            subject=Subject.objects.filter(client=self.queue.client, name=name).first(),
            need_type=self._random.choice(list(NeedType)),
            agent=by,
            by=by,
            at=at,
        )
        actions.end_conversation(offer, by=by, at=at)
        # What its type asks for more is left for another day, as it is anywhere.
        _unless_refused(lambda: close(case, by=by, at=at))


def _stream(a_minute: float) -> Stream:
    return Stream(
        name=QUEUE,
        # Chance is drawn by this number: not the queue's own, so that a seed gives the same calls.
        queue=Row(1, 1, "phone", (Step(0, QUEUE),)),
        arrivals=[
            Arrivals(
                Spell(slot * HALF_HOUR, (slot + 1) * HALF_HOUR, EVERY_DAY), 30 * a_minute * times
            )
            for slot, times in enumerate(CURVE)
        ],
        handling=Spread(75.0, 0.8),
        goal_seconds=GOAL_SECONDS,
        answering=Spread(4.0, 0.5),
        patience=Spread(90.0),
    )


def _unless_refused(act: Callable[[], object]) -> None:
    """Let be what somebody else was quicker with."""
    try:
        act()
    except Refused:
        return
