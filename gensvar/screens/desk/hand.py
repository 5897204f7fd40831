"""What an agent has in hand and what is next, as the desk lists it.

House rule. What has not changed is not drawn again, so that nothing moves under pointer or focus.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gensvar.foundation.people.access import AgentRequest
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.conditions import matching
from gensvar.operations.cases.queries.counting import counted, standing
from gensvar.operations.cases.queries.listing import CaseRow, ordered, rows_of
from gensvar.operations.contacts.models import Channel
from gensvar.operations.routing.actions import note_strains_seen
from gensvar.operations.routing.explaining import why_in_words
from gensvar.operations.routing.models import Heated
from gensvar.operations.routing.queries.hand import Held, in_hand, newest_contact
from gensvar.operations.routing.queries.heat import pause_offered, unheard
from gensvar.operations.routing.queries.strain import own_strain, strains_told
from gensvar.screens.desk import lists
from gensvar.screens.desk.floor import place_of_status
from gensvar.screens.desk.pulse import pulse_of
from gensvar.screens.desk.reaching import clients_of, only_client
from gensvar.screens.desk.words import CHANNEL_ICONS, LONG, Moments, capped

SHOWN = 12
MINE, UNASSIGNED = (
    next(view for view in (*lists.MINE, *lists.GROUPS) if view.key == key)
    for key in ("mine", "unassigned")
)


@dataclass(frozen=True)
class Item:
    """One line of the desk's list."""

    href: str
    icon: str
    title: str
    second: str
    when: str
    tone: str = ""
    is_current: bool = False
    # Whether the customer is there just now, or the talk with them must still be written down.
    is_live: bool = False


@dataclass(frozen=True)
class Work:
    """What somebody has in hand, and what waits for them or for anybody, the oldest first."""

    held: list[Held]
    hand: list[Item]
    following: list[Item]
    mine: list[CaseRow]
    count: str
    mine_count: int
    unassigned_count: int
    current: str
    mark: str


def own_work(request: AgentRequest, *, at: datetime, current: str = "") -> Work:
    """Return the list of the desk; `current` is the case or contact that is open beside it."""
    moments = Moments(at)
    held = in_hand(request.user)
    # Chats stand in a list of their own, which says at once what was written.
    hand = [_held(one, moments, current) for one in held if not one.is_chat]
    in_hand_already = {one.case.number for one in held if one.case}
    mine = waiting(request, MINE, at=at)
    unassigned = waiting(request, UNASSIGNED, at=at)
    left = [row for row in (*mine, *unassigned) if row.number not in in_hand_already]
    left.sort(key=lambda row: (row.since, row.pk))
    following = [_following(row, moments, current) for row in left[:SHOWN]]
    counts = counts_of((MINE, UNASSIGNED), request, at=at)
    count = counts[MINE.key] + counts[UNASSIGNED.key]
    taken = sum(row.number in in_hand_already for row in (*mine, *unassigned))
    return Work(
        held=held,
        hand=hand,
        following=following,
        mine=[row for row in mine if row.number not in in_hand_already],
        count=capped(max(0, count - taken)),
        mine_count=counts[MINE.key],
        unassigned_count=counts[UNASSIGNED.key],
        current=current,
        mark=_mark(
            (count - taken, [(one.href, one.title, one.tone) for one in (*hand, *following)])
        ),
    )


def around(request: AgentRequest, *, at: datetime) -> dict[str, Any]:
    """Return what the desk says above the work: a pause to take, and what leads must hear of."""
    clients = clients_of(request.identity, "routing.lead")
    told = strains_told(clients, me=request.user, at=at)[0] if clients else []
    strains = [one for one in told if one.heard_at is None]
    note_strains_seen(strains, by=request.user, at=at)
    return {
        "pulse": pulse_of(request.user, at=at) if request.identity.may("routing.take") else None,
        "strain": own_strain(request.user, at=at),
        "strains": strains,
        "pause": pause_offered(request.user, at=at),
        "heated": unheard(clients, me=request.user, at=at) if clients else [],
    }


@dataclass(frozen=True)
class Bar:
    """What stands above what is in hand: since when, why one has it, how long wrap-up may take."""

    held: Held
    contact: int | None
    since: str
    why: str
    until: str = ""
    seconds: int = 0
    seconds_left: int = 0
    is_heated: bool = False


def bar_of(held: Held, *, at: datetime) -> Bar:
    moments = Moments(at)
    is_today = moments.at - held.since < LONG
    since = (moments.clock if is_today else moments.when)(held.since)
    offer = held.offer
    if offer is None:
        newest = newest_contact(held.case) if held.case else None
        contact = newest.pk if newest else None
        why = _("You took it yourself.")
        return Bar(held, contact, since, why, is_heated=_is_heated(contact))
    until = offer.wrap_up_until
    return Bar(
        held,
        offer.contact_id,
        since,
        why_in_words(offer.why),
        until=moments.clock(until) if until else "",
        seconds=offer.queue.wrap_up_seconds,
        seconds_left=max(0, round((until - at).total_seconds())) if until else 0,
        is_heated=_is_heated(offer.contact_id),
    )


def at_the_desk(request: AgentRequest, case: Case, *, at: datetime) -> dict[str, Any]:
    """Return what the desk puts around the parts of a case's page."""
    work = own_work(request, at=at, current=case.number)
    held = next((one for one in work.held if one.case and one.case.pk == case.pk), None)
    return {
        "hand_list": work,
        "bar": bar_of(held, at=at) if held else None,
        **place_of_status(request, at=at),
        **around(request, at=at),
    }


def _is_heated(contact: int | None) -> bool:
    return contact is not None and Heated.objects.filter(contact=contact).exists()


def waiting(request: AgentRequest, view: lists.View, *, at: datetime) -> list[CaseRow]:
    cases = matching(
        view.conditions,
        me=request.user.pk,
        at=at,
        only_client=only_client(request.identity, "cases.answer"),
    )
    return rows_of(ordered(cases, "state_since", is_falling=False)[:SHOWN])


def counts_of(
    views: Collection[lists.View], request: AgentRequest, *, at: datetime
) -> dict[str, int]:
    one_client = only_client(request.identity, "cases.answer")
    return counted(
        {
            view.key: standing(view.conditions, me=request.user.pk, at=at, only_client=one_client)
            for view in views
        }
    )


def _held(one: Held, moments: Moments, current: str) -> Item:
    contact = one.offer.contact if one.offer else None
    customer = one.case.customer if one.case else contact.customer if contact else None
    name = str(customer) if customer else _("Unknown customer")
    key = one.case.number if one.case else str(one.offer.pk if one.offer else "")
    if one.case is not None:
        href = reverse("desk_work", args=[one.case.number])
        second = one.case.title or _("Without a title")
    else:
        href = reverse("desk_contact_in_hand", args=[key])
        second = one.offer.queue.name if one.offer else ""
    return Item(
        href=href,
        icon=CHANNEL_ICONS.get(Channel(one.channel), "inbox"),
        title=name,
        second=second,
        when=_("wrap-up") if one.is_wrap_up else moments.waited(one.since),
        is_current=key == current,
        is_live=one.is_wrap_up or one.case is None,
    )


def _following(row: CaseRow, moments: Moments, current: str) -> Item:
    whose = _("Waits for you") if row.agent_id else _("Nobody responsible")
    return Item(
        href=reverse("desk_work", args=[row.number]),
        icon=CHANNEL_ICONS.get(Channel(row.channel), "inbox"),
        title=row.title or _("Without a title"),
        second=" · ".join(part for part in (whose, row.customer) if part),
        when=moments.brief(row.due) if row.due else moments.waited(row.since),
        tone=_tone(row, moments),
        is_current=row.number == current,
    )


def _tone(row: CaseRow, moments: Moments) -> str:
    """Return how what is next is marked: by when it is due, else by how long it has waited."""
    if row.due is None:
        return moments.tone(row.state, row.since)
    return "bad" if row.due < moments.at else ""


def _mark(facts: object) -> str:
    return sha256(repr(facts).encode()).hexdigest()[:16]
