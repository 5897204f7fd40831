"""What the router is told about queues, agents and contacts, as plain rows.

Instants are seconds on one scale that the caller chooses and keeps: since the epoch when live,
since midnight in a simulated day. Levels are 1 to 4, the better the higher; 0 is a gap.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from math import inf

BEST_LEVEL = 4


class Presence(Enum):
    """Whether somebody can be offered contacts: yes; not now, though they are here; not here."""

    READY = "ready"
    BUSY = "busy"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Skill:
    """What an agent may take, how well, and until when: a mandatory course that expires ends it."""

    name: str
    level: int
    until_at: float = inf

    def __post_init__(self) -> None:
        if not 0 <= self.level <= BEST_LEVEL:
            raise ValueError(f"the level of {self.name} is {self.level}, not 0 to {BEST_LEVEL}")


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody who takes contacts.

    clients: on whose behalf. capacity: how many at once in each channel; none where not named.
    """

    id: int
    skills: tuple[Skill, ...]
    languages: frozenset[str]
    clients: frozenset[int]
    capacity: Mapping[str, int]

    def __post_init__(self) -> None:
        if len({skill.name for skill in self.skills}) < len(self.skills):
            raise ValueError(f"agent {self.id} has a skill twice")
        if any(count < 0 for count in self.capacity.values()):
            raise ValueError(f"agent {self.id} has a capacity below 0")


@dataclass(frozen=True, slots=True)
class Step:
    """From so long after arrival on, also agents with this skill and level may take the contact.

    The first step says who is asked for. A later one with the same skill relaxes what is asked of
    them; with another skill it is an overflow.
    """

    after_seconds: float
    skill: str
    level: int = 1
    any_language: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.level <= BEST_LEVEL:
            raise ValueError(f"a step asks for level {self.level}, not 1 to {BEST_LEVEL}")


@dataclass(frozen=True, slots=True)
class Queue:
    """Contacts of one kind: one client, one channel, and by steps who may take them.

    vulnerable_seconds: by how much vulnerable customers come earlier, where that is agreed.
    last_agent_seconds: for how long after arrival a contact waits for the last agent alone.
    language_seconds: for how long for those who speak its language; then the others may take it.
    """

    id: int
    client: int
    channel: str
    steps: tuple[Step, ...]
    vulnerable_seconds: float = 0.0
    last_agent_seconds: float = 0.0
    language_seconds: float = inf
    is_open: bool = True

    def __post_init__(self) -> None:
        begins = [step.after_seconds for step in self.steps]
        if not begins or begins[0] != 0 or begins != sorted(begins):
            raise ValueError(f"the steps of queue {self.id} do not begin at 0 and go on in order")
        if len(begins) > 1 and begins[1] < self.last_agent_seconds:
            raise ValueError(f"a step of queue {self.id} begins while the last agent is waited for")

    def asked_language(self, contact: "Contact", now: float) -> str:
        """Return the language that is asked of whoever takes a contact by now."""
        return contact.language if now < contact.arrived_at + self.language_seconds else ""


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact that waits, or waited.

    arrived_at: when the customer came; a callback keeps it, and so its place.
    goal_seconds: within which it should be answered, on the clock; a goal in working time is turned
        into such seconds by the caller.
    priority: 0 as usual, higher is more urgent. language: none where any will do.
    last_agent: who had this customer last. not_before_at: a callback is not made earlier.
    """

    id: int
    queue: int
    arrived_at: float
    goal_seconds: float
    priority: int = 0
    language: str = ""
    is_vulnerable: bool = False
    last_agent: int | None = None
    not_before_at: float = -inf

    @property
    def due_at(self) -> float:
        return self.arrived_at + self.goal_seconds


@dataclass(frozen=True, slots=True)
class Policy:
    """What the order of contacts is made of beside arrival and goal.

    priority_seconds: what one step of priority is worth.
    level_seconds: how much later a contact counts for each level that the agent lacks to the best.
    declined_seconds: for how long an agent who declined is not asked about that contact again.
    interrupts: channel → the channels whose contacts in hand it may interrupt until these are due.
    """

    priority_seconds: float = 60.0
    level_seconds: float = 10.0
    declined_seconds: float = 60.0
    interrupts: Mapping[str, frozenset[str]] = field(
        default_factory=lambda: {
            "phone": frozenset({"mail", "web", "letter", "social"}),
            "visit": frozenset({"mail", "web", "letter", "social"}),
            "chat": frozenset({"mail", "web", "letter", "social"}),
        }
    )

    def key_of(self, contact: Contact, queue: Queue) -> float:
        """Return the instant that a contact is ordered by, the smallest first; it never changes.

        Arrival + goal − priority − what is agreed for vulnerable customers. As it does not change
        while all newcomers' grow with the clock, whoever waits is passed by fewer and fewer.

        >>> street = Queue(1, 1, "phone", (Step(0, "streets"),))
        >>> Policy().key_of(Contact(7, 1, arrived_at=1000, goal_seconds=30, priority=1), street)
        970.0
        """
        agreed = queue.vulnerable_seconds if contact.is_vulnerable else 0.0
        return contact.due_at - self.priority_seconds * contact.priority - agreed

    def penalty(self, level: int) -> float:
        """Return the seconds by which contacts count later for an agent of this level."""
        return self.level_seconds * (BEST_LEVEL - level)


@dataclass(frozen=True, slots=True)
class Seated:
    """An agent as they were at a snapshot; `since_at`: ready or without work since then."""

    agent: Agent
    presence: Presence
    since_at: float


@dataclass(frozen=True, slots=True)
class Held:
    """A contact that an agent has: offered since then, or accepted (then without a number)."""

    contact: int
    agent: int
    offered_at: float
    offer: int | None = None


@dataclass(frozen=True, slots=True)
class Declined:
    """An agent is not asked about a contact again before an instant."""

    contact: int
    agent: int
    until_at: float


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that a router must know to go on as another did.

    at: until when commands were given; what fell due later is told by the router that goes on.
    contacts: all that wait, are offered or in hand. next_offer: the number of the next offer.
    """

    at: float
    queues: tuple[Queue, ...] = ()
    agents: tuple[Seated, ...] = ()
    contacts: tuple[Contact, ...] = ()
    held: tuple[Held, ...] = ()
    declined: tuple[Declined, ...] = ()
    next_offer: int = 1
