"""What the day will be, in words: which queue breaks its goal, when, and what would help."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gensvar.foundation.people.models import Agent
from gensvar.operations.contacts.models import Channel
from gensvar.operations.routing.explaining import span
from gensvar.operations.routing.models import Forecast, Lever, Queue, Skill
from gensvar.operations.routing.queries.floor import QueueNow
from gensvar.operations.routing.queries.today import LIVE_CHANNELS
from gensvar.operations.routing.rules.levers import LeverKind
from gensvar.screens.floor.chart import MISSING, Halves, decimal, first_missing, slot_of
from gensvar.screens.floor.handling import Handling, change, percent, points

# From so many plays of a hundred on a breach is said to come, and to be near.
COMES, NEAR = 0.5, 0.2
# Half hours that are shown ahead.
AHEAD = 4


@dataclass(frozen=True)
class Shown:
    """A lever as it is shown: what it is, its effect on whom it helps, and what that costs."""

    key: str
    words: str
    helps: str
    gain: str
    change: str
    until: str
    costs: str


@dataclass(frozen=True)
class Row:
    """A queue now and today."""

    pk: int
    name: str
    channel: str
    icon: str
    client: str
    waiting: int
    late: int
    oldest: str
    goal: str
    target: str
    # Today's share in time by now, and whether it is below the goal.
    so_far: str
    is_behind: bool
    level: str
    interval: str
    came: str
    against: str
    handling: Handling
    breaks: float
    breaks_at: str
    ahead: list[tuple[int, int, bool]]
    # People here against need in this half hour, and whether somebody is missing.
    people: str
    is_short: bool
    halves: Halves | None

    @property
    def full_name(self) -> str:
        return with_channel(self.name, self.channel)

    @property
    def tone(self) -> str:
        if self.breaks >= COMES:
            return "bad"
        return "warn" if self.breaks >= NEAR else ""


ICONS = {
    Channel.PHONE: "phone",
    Channel.CHAT: "chat",
    Channel.MAIL: "mail",
    Channel.SMS: "sms",
    Channel.LETTER: "letter",
    Channel.VISIT: "visit",
}


def clock(text: str | datetime) -> str:
    at = datetime.fromisoformat(text) if isinstance(text, str) else text
    return date_format(localtime(at), "H:i")


def named(queue: Queue) -> str:
    return with_channel(queue.name, str(Channel(queue.channel).label))


def with_channel(name: str, channel: str) -> str:
    """Tell queues of one name apart; one that is called as its channel needs no more."""
    return name if name.lower() == channel.lower() else f"{name}, {channel.lower()}"


def rows_of(
    queues: Sequence[QueueNow],
    forecasts: Mapping[int, Forecast],
    settled: Mapping[int, tuple[int, int]],
    plans: Mapping[int, int],
    at: datetime,
) -> list[Row]:
    """Return the queues as they are shown, always in the same order, so that none ever moves.

    settled: by queue how many were answered or gave up today, and how many of them in time.
    plans: by queue how long a contact is planned to take, where that is said.
    """
    return [
        _row(
            one,
            _foreseen(forecasts, one.queue),
            settled.get(one.queue.pk, (0, 0)),
            plans.get(one.queue.pk),
            at=at,
        )
        for one in queues
    ]


def chosen_row(rows: Sequence[Row], wanted: str) -> Row | None:
    """Return the queue whose day is shown: the one asked for, or else the one in most need."""
    for row in rows:
        if str(row.pk) == wanted:
            return row
    return max(rows, key=lambda row: (row.breaks, row.halves is not None), default=None)


def _foreseen(forecasts: Mapping[int, Forecast], queue: Queue) -> Mapping[str, Any]:
    forecast = forecasts.get(queue.client_id)
    return forecast.queues.get(str(queue.pk), {}) if forecast else {}


def _row(
    one: QueueNow,
    told: Mapping[str, Any],
    settled: tuple[int, int],
    plan: int | None,
    *,
    at: datetime,
) -> Row:
    queue = one.queue
    so_far = settled[1] / settled[0] if settled[0] else None
    level = told.get("level") if told.get("is_known") else None
    when = told.get("breaks_at")
    came, expected = told.get("came", 0), told.get("expected", 0.0)
    halves = Halves.of(told.get("half_hours", {}), at=at)
    place = slot_of(at) - halves.first if halves else -1
    is_known = halves is not None and 0 <= place < len(halves.need)
    return Row(
        pk=queue.pk,
        name=queue.name,
        channel=str(Channel(queue.channel).label),
        icon=ICONS.get(Channel(queue.channel), "inbox"),
        client=queue.client.public_name,
        waiting=one.waiting,
        late=one.late,
        oldest=span((at - one.oldest_at).total_seconds()) if one.oldest_at else "–",
        goal=span(queue.goal_seconds),
        target=percent(queue.goal_percent / 100),
        so_far="–" if so_far is None else percent(so_far),
        is_behind=so_far is not None and so_far < queue.goal_percent / 100,
        level=percent(level["mean"]) if level else "–",
        interval=_("%(low)s to %(high)s")
        % {"low": percent(level["low"]), "high": percent(level["high"])}
        if level
        else "",
        came=f"{came} / {round(expected)}" if told else "–",
        against=change((came - expected) / expected) if expected >= 1 else "",
        handling=Handling.of(told, plan),
        breaks=told.get("breaks", 0.0),
        breaks_at=clock(when["mean"]) if when else "",
        ahead=_bars(told.get("levels", [])[:AHEAD], queue.goal_percent / 100),
        people=f"{decimal(halves.here[place])} / {decimal(halves.need[place])}"
        if halves and is_known
        else "–",
        # What is written can wait until there are more.
        is_short=queue.channel in LIVE_CHANNELS
        and halves is not None
        and halves.missing(slot_of(at)) >= MISSING,
        halves=halves,
    )


def _bars(levels: Sequence[float | None], goal: float) -> list[tuple[int, int, bool]]:
    """Return place, height and whether it is too low, of a bar for each half hour."""
    return [
        (14 * place, max(1, round(16 * share)), share < goal)
        for place, share in enumerate(levels)
        if share is not None
    ]


@dataclass(frozen=True)
class Verdict:
    """heading, then sentences; tone: bad where a goal breaks."""

    heading: str
    sentences: list[str]


def verdict(
    rows: Sequence[Row],
    forecasts: Mapping[int, Forecast],
    queues: Sequence[QueueNow],
    *,
    at: datetime,
) -> Verdict:
    """Say the worst first: which goal breaks, when, and how sure that is."""
    waiting = sum(row.waiting for row in rows)
    waits = ngettext(
        "%(count)s contact waits in the queues.", "%(count)s contacts wait in the queues.", waiting
    ) % {"count": waiting}
    if not forecasts:
        return Verdict(
            waits.rstrip("."), [_("The rest of the day is worked out in the background.")]
        )
    breaking = sorted((row for row in rows if row.breaks >= COMES), key=lambda row: -row.breaks)
    if not breaking:
        near = [row for row in rows if row.breaks >= NEAR]
        told = [waits]
        told += [
            _("%(queue)s is near: it misses its goal in %(share)s of the days played.")
            % {"queue": row.full_name, "share": percent(row.breaks)}
            for row in near[:2]
        ]
        return Verdict(_("Every queue reaches its goal today"), told)
    worst = breaking[0]
    name = worst.full_name
    if len(breaking) == 1:
        heading = _("%(queue)s does not reach its goal today") % {"queue": name}
    else:
        heading = ngettext(
            "%(queue)s and %(count)s more do not reach their goals today",
            "%(queue)s and %(count)s more do not reach their goals today",
            len(breaking) - 1,
        ) % {"queue": name, "count": len(breaking) - 1}
    one = next(found for found in queues if found.queue.pk == worst.pk)
    return Verdict(heading, [*_breach(worst, _foreseen(forecasts, one.queue), at=at), waits])


def _breach(row: Row, told: Mapping[str, Any], *, at: datetime) -> list[str]:
    found = [
        _("%(level)s are expected in time (%(interval)s), the goal is %(target)s within %(goal)s.")
        % {"level": row.level, "interval": row.interval, "target": row.target, "goal": row.goal}
    ]
    if when := told.get("breaks_at"):
        found.append(
            _("It stays below from about %(time)s (%(low)s to %(high)s).")
            % {"time": clock(when["mean"]), "low": clock(when["low"]), "high": clock(when["high"])}
        )
    if row.against and abs(told["came"] - told["expected"]) >= 3:
        found.append(
            _("So far %(came)s have come, %(expected)s were expected.")
            % {"came": told["came"], "expected": round(told["expected"])}
        )
    if more := row.handling.more:
        found.append(more)
    if row.halves and (short := first_missing(row.halves, at=at)):
        since, most = short
        found.append(
            _("From %(time)s %(count)s people are missing.") % {"time": since, "count": most}
        )
    return found


def shown(forecast: Forecast) -> list[Shown]:
    """Return the levers of a forecast as they are shown."""
    names = Names.of(forecast.levers)
    return [_shown(one, forecast, names) for one in forecast.levers]


def _shown(told: Mapping[str, Any], forecast: Forecast, names: "Names") -> Shown:
    helped = told["effects"][str(told["helps"])]
    before = forecast.queues[str(told["helps"])]["level"]["mean"]
    change = helped["change"]
    return Shown(
        key=told["key"],
        words=names.words(told),
        helps=names.queue(told["helps"]),
        gain=f"{round(before * 100)} → {percent(helped['level']['mean'])}",
        change=interval(change),
        until=clock(told["ends_at"]),
        costs=_costs(told, names),
    )


def interval(change: Mapping[str, float]) -> str:
    if not round(change["low"] * 100) and not round(change["high"] * 100):
        return _("no difference")
    return _("%(low)s to %(high)s points") % {
        "low": points(change["low"]),
        "high": points(change["high"]),
    }


def _costs(told: Mapping[str, Any], names: "Names") -> str:
    """Say for which queue it gets worse, if by as much as a point."""
    worst = min(told["effects"], key=lambda key: told["effects"][key]["change"]["mean"])
    change = told["effects"][worst]["change"]
    if change["mean"] > -0.01:
        return ""
    return _("%(queue)s: %(interval)s") % {
        "queue": names.queue(int(worst)),
        "interval": interval(change),
    }


@dataclass(frozen=True)
class Names:
    """What queues, skills and people are called."""

    queues: Mapping[int, Queue]
    skills: Mapping[int, str]
    agents: Mapping[int, str]

    @classmethod
    def of(cls, levers: Sequence[Mapping[str, Any]]) -> "Names":
        queues = {int(key) for one in levers for key in one["effects"]}
        queues |= {one["queue"] for one in levers}
        agents = {agent for one in levers for agent in one["agents"]}
        skills = {one["skill"] for one in levers if one["skill"]}
        return cls(
            Queue.objects.in_bulk(queues),
            dict(Skill.objects.filter(pk__in=skills).values_list("pk", "name")),
            dict(Agent.objects.filter(pk__in=agents).values_list("pk", "name")),
        )

    def queue(self, number: int) -> str:
        return named(self.queues[number]) if number in self.queues else "–"

    def words(self, told: Mapping[str, Any]) -> str:
        return lever_words(
            LeverKind(told["kind"]),
            queue=self.queue(told["queue"]),
            skill=self.skills.get(told["skill"] or 0, ""),
            channel=told["channel"],
            people=[self.agents.get(agent, "–") for agent in told["agents"]],
        )


def lever_words(
    kind: LeverKind, *, queue: str, skill: str, channel: str, people: Sequence[str]
) -> str:
    """Say what a lever does, as an act."""
    names = _(" and ").join([", ".join(people[:-1]), people[-1]]) if people[1:] else "".join(people)
    if kind is LeverKind.LEND:
        return _("Let %(names)s take %(queue)s") % {"names": names, "queue": queue}
    if kind is LeverKind.ROOM:
        told = {"names": names, "channel": str(Channel(channel).label).lower(), "queue": queue}
        return _("Let %(names)s take %(channel)s for %(queue)s") % told
    if kind is LeverKind.WIDEN:
        return _("Ask those who know %(skill)s for %(queue)s too") % {
            "skill": skill,
            "queue": queue,
        }
    return _("Let %(queue)s wait") % {"queue": queue}


def pulled_words(lever: Lever) -> str:
    return lever_words(
        LeverKind(lever.kind),
        queue=named(lever.queue),
        skill=lever.skill.name if lever.skill else "",
        channel=lever.channel,
        people=[str(agent.name) for agent in lever.agents.all()],
    )
