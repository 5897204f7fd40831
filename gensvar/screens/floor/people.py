"""Who is on the floor: first whom to look at and why, then everybody else, by name."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from gensvar.operations.contacts.models import Channel
from gensvar.operations.routing.actions import own_reasons
from gensvar.operations.routing.explaining import reason_in_words, span
from gensvar.operations.routing.models import Offer, OfferState, Seat, Status
from gensvar.operations.routing.queries.floor import Present, present
from gensvar.operations.routing.rules.coming_back import usual_end
from gensvar.operations.routing.rules.deviating import Deviation, of_presence, of_work
from gensvar.operations.routing.rules.presence import Reason

TOLD = {
    Deviation.GONE: (gettext_lazy("Not seen"), "alert", "bad"),
    Deviation.NO_ANSWER: (pgettext_lazy("agent", "No answer"), "alert", "bad"),
    Deviation.AWAY_LONG: (gettext_lazy("Away for long"), "clock", "warn"),
    Deviation.LONG_WRAP_UP: (gettext_lazy("Long wrap-up"), "clock", "warn"),
    Deviation.LONG_TALK: (gettext_lazy("Long conversation"), "clock", "warn"),
}
ORDER = list(Deviation)


@dataclass(frozen=True)
class Person:
    """tag: label, icon and tone of what deviates; none where nothing does."""

    pk: int
    name: str
    initials: str
    state: str
    deviation: Deviation | None
    # The call of theirs to which whoever looks may listen.
    talk: int | None = None

    @property
    def tag(self) -> tuple[str, str, str] | None:
        return TOLD[self.deviation] if self.deviation else None  # type: ignore[return-value]


@dataclass(frozen=True)
class People:
    """Everybody who is expected here: who deviates, who does not; how many do what."""

    deviating: list[Person]
    others: list[Person]
    talking: int
    wrapping_up: int
    ready: int
    away: int

    @property
    def here(self) -> int:
        return self.talking + self.wrapping_up + self.ready


def people_of(
    clients: Collection[int],
    usual: Mapping[int, float],
    *,
    talks: Mapping[int, int] = MappingProxyType({}),
    at: datetime,
) -> People:
    """Return who is on the floor; whoever has signed out is not. usual: seconds by queue.

    talks: the calls to which whoever looks may listen, by the agent.
    """
    seats = [one for one in present(clients, at=at) if one.seat.reason != Reason.SIGNED_OUT]
    agents = [one.seat.agent_id for one in seats]
    work = Offer.objects.live().exclude(state=OfferState.OFFERED).filter(agent__in=agents)
    in_hand: dict[int, list[Offer]] = {}
    for offer in work.select_related("queue").order_by("accepted_at"):
        in_hand.setdefault(offer.agent_id, []).append(offer)
    persons = [
        replace(
            _person(one, in_hand.get(one.seat.agent_id, []), usual, at=at),
            talk=talks.get(one.seat.agent_id),
        )
        for one in seats
    ]
    deviating = [one for one in persons if one.deviation]
    deviating.sort(key=lambda one: (ORDER.index(one.deviation), one.name))  # type: ignore[arg-type]
    wrapping = {key for key, work in in_hand.items() if _wraps_up(work)}
    free = [one.seat for one in seats if _is_ready(one) and one.seat.agent_id not in in_hand]
    return People(
        deviating,
        sorted((one for one in persons if not one.deviation), key=lambda one: one.name),
        talking=len(in_hand.keys() - wrapping),
        wrapping_up=len(wrapping),
        ready=len(free),
        away=sum(one.seat.status != Status.READY for one in seats),
    )


def _is_ready(one: Present) -> bool:
    return one.seat.status == Status.READY and not one.is_gone


def _wraps_up(work: list[Offer]) -> bool:
    return all(offer.state == OfferState.WRAP_UP for offer in work)


def _person(one: Present, work: list[Offer], usual: Mapping[int, float], *, at: datetime) -> Person:
    seat = one.seat
    found = [of_presence(seat.status, seat.reason, seat.since, is_gone=one.is_gone, at=at)]
    found += [_of_offer(offer, usual, at=at) for offer in work]
    deviations = [one for one in found if one]
    name = str(seat.agent.name)
    return Person(
        seat.agent_id,
        name,
        "".join(word[0] for word in name.split()[:2]).upper(),
        _state(seat, work, at=at),
        min(deviations, key=ORDER.index) if deviations else None,
    )


def _of_offer(offer: Offer, usual: Mapping[int, float], *, at: datetime) -> Deviation | None:
    return of_work(
        offer.state,
        offer.channel,
        lasted=_lasted(offer, at=at),
        cap=timedelta(seconds=offer.queue.wrap_up_seconds),
        usual=timedelta(seconds=usual.get(offer.queue_id, 0.0)),
    )


def _lasted(offer: Offer, *, at: datetime) -> timedelta:
    begun = offer.talked_until if offer.state == OfferState.WRAP_UP else offer.accepted_at
    return at - (begun or at)


def _state(seat: Seat, work: list[Offer], *, at: datetime) -> str:
    """Say what somebody does just now, and since when."""
    if seat.status == Status.AWAY:
        return _away(seat, at=at)
    if work:
        told = [
            f"{_doing(offer)} {span(_lasted(offer, at=at).total_seconds())}" for offer in work[:2]
        ]
        if len(work) > 2:
            told.append(_("and %(count)s more") % {"count": len(work) - 2})
        return " · ".join(told)
    lasted = span((at - seat.since).total_seconds())
    return f"{Status(seat.status).label} {lasted}"


def _doing(offer: Offer) -> str:
    return _("Wrap-up") if offer.state == OfferState.WRAP_UP else str(Channel(offer.channel).label)


def _away(seat: Seat, *, at: datetime) -> str:
    own = {code: one.name for code, one in own_reasons(seat.client_id).items()}
    reason = reason_in_words(seat.reason, own)
    lasted = span((at - seat.since).total_seconds())
    end = usual_end(seat.reason, seat.since)
    if end is None:
        return f"{reason} {lasted}"
    back = end.astimezone(at.tzinfo).strftime("%H:%M")
    return _("%(reason)s %(lasted)s · usually back %(time)s") % {
        "reason": reason,
        "lasted": lasted,
        "time": back,
    }
