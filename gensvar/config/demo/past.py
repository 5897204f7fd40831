"""The town's past: what became of each case, drawn so that the known sums come out exactly."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from math import exp
from random import Random

from gensvar.config.demo import words
from gensvar.config.demo.catalogue import Topic, scaled, topics
from gensvar.config.demo.volumes import ZONE, days, is_open, moments, working_days_after

# SKE-17 and SKE-18 as shares of the whole.
SOLVED_AT_FRONT = 0.64
PHONE = 0.894
ANSWERED_IN_TIME = 0.85
FEEDBACK_IN_TIME = 0.97
TIME_LIMIT = 120
# Calls last two minutes in the mean: log-normal with exp(mu + sigma² / 2) = 120 s.
TALK = (4.563, 0.67)
# Working days until a department answers.
ON_TIME = (1, 1, 2, 2, 3)
LATE = (4, 5, 6, 7, 8, 9)
# Written contacts by channel, and the few who do not say who they are.
WRITTEN = ("mail",) * 64 + ("web",) * 24 + ("visit",) * 9 + ("letter",) * 3
UNKNOWN = 0.08
NEEDS = ("information",) * 62 + ("application",) * 22 + ("opinion",) * 16


@dataclass(slots=True)
class Story:
    """One past case: what it was, when things happened (seconds since 1970), who did them."""

    place: int
    topic: int
    channel: str
    customer: int
    need: str
    title: str
    opened: float
    answered: float
    ended: float
    agent: int
    is_handed_over: bool
    closed: float
    pick: float


@dataclass(frozen=True)
class Crowd:
    """How many customers and front-desk agents the past is spread over."""

    customers: int
    agents: int


def stories(total: int, crowd: Crowd, random: Random) -> Iterator[Story]:
    """Tell the past, one case after the other, in the order in which they came."""
    known = topics()
    draw = _Draw(known, total, random)
    place = 0
    for day, calls, letters in _day_plans(total):
        called, written = moments(day, calls, letters, random)
        arrivals = sorted(
            [(moment, True) for moment in called] + [(moment, False) for moment in written]
        )
        for moment, is_call in arrivals:
            yield _story(place, moment, is_call=is_call, day=day, draw=draw, crowd=crowd)
            place += 1


def _day_plans(total: int) -> list[tuple[date, int, int]]:
    """Split each day into calls and written contacts; nobody answers calls on a closed day."""
    counts = list(days(total))
    callable_ = [count if is_open(day) else 0 for day, count in counts]
    calls = scaled(callable_, round(total * PHONE))
    return [(day, call, count - call) for (day, count), call in zip(counts, calls, strict=True)]


class _Draw:
    """Lots drawn without putting back, so that every share is exact however the town is sized."""

    def __init__(self, known: Sequence[Topic], total: int, random: Random) -> None:
        self.random = random
        self.known = known
        counts = scaled([topic.count for topic in known], total)
        handed = scaled(
            [round(count * (1 - topic.solved)) for topic, count in zip(known, counts, strict=True)],
            total - round(total * SOLVED_AT_FRONT),
        )
        self._topics = [number for number, count in enumerate(counts) for _ in range(count)]
        random.shuffle(self._topics)
        self._handed = [
            _lots(count - away, away, random) for count, away in zip(counts, handed, strict=True)
        ]
        status = [round(n * topic.status) for n, topic in zip(counts, known, strict=True)]
        self._status = [
            _lots(count - asked, asked, random) for count, asked in zip(counts, status, strict=True)
        ]
        calls, away = round(total * PHONE), sum(handed)
        in_time = round(calls * ANSWERED_IN_TIME)
        self._late_calls = _lots(in_time, calls - in_time, random)
        on_time = round(away * FEEDBACK_IN_TIME)
        self._late_feedback = _lots(on_time, away - on_time, random)

    def topic(self) -> int:
        return self._topics.pop()

    def is_handed_over(self, topic: int) -> bool:
        return self._handed[topic].pop()

    def need(self, topic: int) -> str:
        if self._status[topic].pop():
            return "status"
        return NEEDS[int(self.random.random() * len(NEEDS))]

    def is_late_call(self) -> bool:
        return self._late_calls.pop()

    def is_late_feedback(self) -> bool:
        return self._late_feedback.pop()


def _lots(blanks: int, marked: int, random: Random) -> list[bool]:
    lots = [False] * (blanks + marked)
    for place in random.sample(range(len(lots)), marked):
        lots[place] = True
    return lots


def _story(
    place: int, moment: float, *, is_call: bool, day: date, draw: _Draw, crowd: Crowd
) -> Story:
    random = draw.random
    topic = draw.topic()
    channel = "phone" if is_call else WRITTEN[int(random.random() * len(WRITTEN))]
    if channel == "visit" and not is_open(day):
        channel = "web"
    answered, ended = _handled(moment, is_call=is_call, day=day, draw=draw)
    is_handed_over = draw.is_handed_over(topic)
    closed = _feedback_at(ended, draw) if is_handed_over else ended
    return Story(
        place=place,
        topic=topic,
        channel=channel,
        customer=_customer(crowd, random),
        need=draw.need(topic),
        title=_title(draw.known[topic].name, random),
        opened=moment,
        answered=answered,
        ended=ended,
        agent=int(random.random() * crowd.agents),
        is_handed_over=is_handed_over,
        closed=closed,
        pick=random.random(),
    )


def _handled(moment: float, *, is_call: bool, day: date, draw: _Draw) -> tuple[float, float]:
    """Return when a contact was answered and when it was over."""
    random = draw.random
    if is_call:
        if draw.is_late_call():
            answered = moment + random.uniform(121, 540)
        else:  # a third of the limit in the mean
            answered = moment + min(random.random(), random.random()) * TIME_LIMIT
        return answered, answered + exp(random.gauss(*TALK))
    # Read in the office hours of the same or the next working day.
    read_on = day
    if not is_open(day) or moment >= _moment(day, 15):
        read_on = working_days_after(day, 1)
    start = max(moment + 900, _moment(read_on, 9)) + random.random() * 5_400
    return start, start + random.uniform(120, 600)


def _feedback_at(handed: float, draw: _Draw) -> float:
    """Return when the department answered: by 17:00 on the third working day, or later."""
    random = draw.random
    day = datetime.fromtimestamp(handed, ZONE).date()
    waits = LATE if draw.is_late_feedback() else ON_TIME
    answered_on = working_days_after(day, waits[int(random.random() * len(waits))])
    return _moment(answered_on, 8) + random.random() * 32_000


@cache
def _moment(day: date, hour: int) -> float:
    return datetime.combine(day, time(hour), ZONE).timestamp()


def _customer(crowd: Crowd, random: Random) -> int:
    """Return which customer it was (some come often), or -1 for one who did not say."""
    if random.random() < UNKNOWN:
        return -1
    return int(random.random() ** 1.6 * crowd.customers)


def _title(subject: str, random: Random) -> str:
    patterns = words.TITLES.get(subject, words.PLAIN)
    pattern = patterns[int(random.random() * len(patterns))]
    if "{" not in pattern:
        return pattern
    street = words.STREETS[int(random.random() * len(words.STREETS))]
    return pattern.format(g=f"{street} {1 + int(random.random() * 60)}", s=subject)


def stamp(moment: float) -> str:
    """Write an instant as the server reads it."""
    day, second = divmod(int(moment), 86_400)
    return _date(day) + _clock()[second]


@cache
def _date(day: int) -> str:
    return f"{date(1970, 1, 1) + timedelta(days=day)} "


@cache
def _clock() -> list[str]:
    return [f"{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}+00" for s in range(86_400)]
