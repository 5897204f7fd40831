"""A scenario as people write it, in TOML, and what is wrong with it told by place."""

import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PositiveInt,
    ValidationError,
)

from gensvar.science.routing.rows import Agent, Policy, Queue, Skill, Step
from gensvar.science.simulation.chance import FOR_EVER, NOTHING, Mix, Spread
from gensvar.science.simulation.hours import ALWAYS, WEEK, Hours, Spell
from gensvar.science.simulation.scenario import (
    Arrivals,
    CallingBack,
    Scenario,
    Stream,
    Unplayable,
    Worker,
)

CHANNELS = ("phone", "chat", "visit", "mail", "web", "sms", "letter", "social")
MOST_PEOPLE = 10_000
# Each far beyond any centre: what is more is a slip, and would be played for ever.
MOST_CONTACTS = 1_000_000
LONGEST_SECONDS = 366 * 24 * 3600
WIDEST_SPREAD = 20
HIGHEST_PRIORITY = 100
Share = Annotated[float, Field(ge=0, le=1)]
Weekday = Annotated[int, Field(ge=1, le=WEEK)]
Seconds = Annotated[float, Field(ge=0, le=LONGEST_SECONDS)]
Priority = Annotated[int, Field(ge=-HIGHEST_PRIORITY, le=HIGHEST_PRIORITY)]
Name = Annotated[str, Field(min_length=1)]


def seconds_of(clock: str) -> float:
    """Return the seconds since midnight of a time such as 08:30; 24:00 ends a day.

    >>> seconds_of("08:30")
    30600.0
    """
    hours, colon, minutes = clock.strip().partition(":")
    if colon and hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2:
        seconds = 3600.0 * int(hours) + 60 * int(minutes)
        if int(minutes) < 60 and seconds <= 24 * 3600:
            return seconds
    raise ValueError(f"“{clock}” is no time of day such as 08:30")


def span_of(text: str) -> tuple[float, float]:
    begin, dash, end = text.partition("-")
    if not dash:
        raise ValueError(f"“{text}” is no span of time such as 08:00-17:00")
    found = seconds_of(begin), seconds_of(end)
    if found[0] >= found[1]:
        raise ValueError(f"“{text}” does not end after it begins; write a night as two spans")
    return found


def _checked(check: Callable[[str], object]) -> AfterValidator:
    def checked(text: str) -> str:
        check(text)
        return text

    return AfterValidator(checked)


Clock = Annotated[str, _checked(seconds_of)]
Span = Annotated[str, _checked(span_of)]


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=False, allow_inf_nan=False)


class Time(Part):
    mean: Seconds
    spread: float = Field(default=1.0, ge=0, le=WIDEST_SPREAD)

    def made(self) -> Spread:
        return Spread(self.mean, self.spread)


class StepPart(Part):
    skill: Name
    level: int = Field(default=1, ge=1, le=4)
    after_seconds: Seconds = 0.0
    any_language: bool = False


class CallingBackPart(Part):
    after_seconds: Seconds
    accepts: Share
    reached: Share = 1.0
    tries: PositiveInt = 2
    retry_seconds: Seconds = 600.0
    ring_seconds: Seconds = 25.0


class QueuePart(Part):
    name: Name
    channel: str
    steps: list[StepPart] = Field(min_length=1)
    # How many come from each time of day until the next named; the last ends what it begins.
    arrivals: dict[Clock, Annotated[float, Field(ge=0, le=MOST_CONTACTS)]]
    until: Clock = "24:00"
    weekdays: list[Weekday] = [1, 2, 3, 4, 5]
    hours: list[Span] = []
    goal_seconds: float = Field(gt=0, le=LONGEST_SECONDS)
    handling: Time
    wrap_up: Time | None = None
    answering: Time | None = None
    patience: Time | None = None
    priority: Priority = 0
    languages: dict[str, Share] = {}
    vulnerable: Share = 0.0
    vulnerable_seconds: Seconds = 0.0
    calling_back: CallingBackPart | None = None

    def made(self, number: int) -> Stream:
        if self.channel not in CHANNELS:
            raise ValueError(f"the channel is one of {', '.join(CHANNELS)}")
        days = frozenset(day - 1 for day in self.weekdays)
        steps = tuple(
            Step(step.after_seconds, step.skill, step.level, step.any_language)
            for step in self.steps
        )
        return Stream(
            self.name,
            Queue(number, 1, self.channel, steps, vulnerable_seconds=self.vulnerable_seconds),
            list(self._arrivals(days)),
            self.handling.made(),
            self.goal_seconds,
            hours=_hours(self.hours, days) if self.hours else ALWAYS,
            wrap_up=self.wrap_up.made() if self.wrap_up else NOTHING,
            answering=self.answering.made() if self.answering else NOTHING,
            patience=self.patience.made() if self.patience else FOR_EVER,
            priority=self.priority,
            languages=Mix(self.languages),
            vulnerable=self.vulnerable,
            calling_back=CallingBack(**self.calling_back.model_dump())
            if self.calling_back
            else None,
        )

    def _arrivals(self, days: frozenset[int]) -> Iterator[Arrivals]:
        begins = sorted((seconds_of(clock), count) for clock, count in self.arrivals.items())
        ends = [begin for begin, _count in begins[1:]] + [seconds_of(self.until)]
        for (begin, count), end in zip(begins, ends, strict=True):
            yield Arrivals(Spell(begin, end, days), count)


class CrewPart(Part):
    """So many people who can the same and work the same shifts."""

    name: Name
    count: int = Field(ge=0, le=MOST_PEOPLE)
    skills: dict[str, Annotated[int, Field(ge=0, le=4)]]
    languages: list[str] = []
    capacity: dict[str, Annotated[int, Field(ge=0, le=20)]] = {"phone": 1}
    shifts: list[Span] = Field(min_length=1)
    weekdays: list[Weekday] = [1, 2, 3, 4, 5]

    def made(self, first: int) -> list[Worker]:
        skills = tuple(Skill(name, level) for name, level in self.skills.items())
        shifts = _hours(self.shifts, frozenset(day - 1 for day in self.weekdays))
        return [
            Worker(
                Agent(number, skills, frozenset(self.languages), frozenset({1}), self.capacity),
                shifts,
            )
            for number in range(first, first + self.count)
        ]


class PolicyPart(Part):
    priority_seconds: Seconds = 60.0
    level_seconds: Seconds = 10.0


class ScenarioPart(Part):
    name: Name
    days: int = Field(default=1, ge=1, le=3_660)
    policy: PolicyPart = PolicyPart()
    queues: list[QueuePart] = Field(min_length=1)
    crews: list[CrewPart] = Field(min_length=1)


def scenario_in(text: str) -> Scenario:
    """Return the scenario that a text in TOML describes.

    Raises Unplayable, which names each place that is wrong and why.
    """
    try:
        part = ScenarioPart.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise Unplayable(f"this is not TOML: {error}") from None
    except ValidationError as error:
        raise Unplayable("\n".join(_told(error))) from None
    workers: list[Worker] = []
    for place, crew in enumerate(part.crews, start=1):
        with _told_of(f"crews, number {place}"):
            workers += crew.made(len(workers))
    streams: list[Stream] = []
    for place, queue in enumerate(part.queues, start=1):
        with _told_of(f"queues, number {place}"):
            if any(queue.name == other.name for other in streams):
                raise ValueError(f"there is another queue “{queue.name}”")
            streams.append(queue.made(place))
    policy = Policy(**part.policy.model_dump())
    return Scenario(part.name, part.days, tuple(streams), tuple(workers), policy)


@contextmanager
def _told_of(place: str) -> Iterator[None]:
    try:
        yield
    except ValueError as error:
        raise Unplayable(f"{place}: {error}") from None


def _told(error: ValidationError) -> Iterator[str]:
    for found in error.errors(include_url=False):
        place = ", ".join(
            f"number {step + 1}" if isinstance(step, int) else str(step) for step in found["loc"]
        )
        yield f"{place}: {found['msg'].removeprefix('Value error, ')}"


def _hours(spans: list[str], days: frozenset[int]) -> Hours:
    found = sorted(span_of(span) for span in spans)
    if any(begin < end for (_begin, end), (begin, _end) in pairwise(found)):
        raise ValueError(f"of {', '.join(spans)} two overlap")
    return Hours(tuple(Spell(begin, end, days) for begin, end in found))
