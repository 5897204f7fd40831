"""Every call that the table can make, played against a world that does whatever it may."""

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gensvar.channels.voice.rules.calls import (
    BRIDGED,
    IN_HAND,
    LEGS,
    NO_NEWS,
    TABLE,
    WAITS,
    Command,
    Event,
    Outcome,
    Record,
    Role,
    State,
    meant,
    step,
)

OF_PEOPLE = {
    Event.HOLD,
    Event.RESUME,
    Event.CONSULT,
    Event.COME_BACK,
    Event.JOIN,
    Event.HAND_OVER,
    Event.TRANSFER,
    Event.RING_AGAIN,
}


@dataclass(frozen=True)
class World:
    """A call's state, the engine as its commands have left it, and routing as its records have."""

    state: State = State.OFFERED
    up: frozenset[Role] = frozenset({Role.CALLER})
    ringing: frozenset[Role] = frozenset()
    joined: frozenset[Role] = frozenset()
    has_music: bool = False
    is_saying: bool = False
    takes_message: bool = False
    # None, one that is being left, and one that has an end.
    messages: int = 0
    waits: bool = False
    offer: str = "none"
    is_of_queue: bool = True
    is_callback: bool = False
    outcome: Outcome | None = None
    faults: tuple[str, ...] = field(default=(), compare=False)


OUTGOING = World(
    State.DIALLING_AGENT, up=frozenset(), ringing=frozenset({Role.AGENT}), is_of_queue=False
)
UPS = {Role.CALLER: "CALLER", Role.AGENT: "AGENT", Role.COLLEAGUE: "COLLEAGUE"}


ANSWERED = (Event.CONFIRMED, Event.MAY_CHOOSE_TIME, Event.STAYS)
CHOSEN = (Event.CHOSE, Event.CHOSE_MORE, Event.CHOSE_MESSAGE)
# What whoever calls may do: press keys, or none for a while.
PRESSED = {
    State.GREETING: (Event.HAS_MENU, Event.SKIPPED, *CHOSEN),
    State.MENU: (*CHOSEN, Event.NO_SUCH_CHOICE, Event.CHOSE_NOTHING),
    State.CHOOSING: (*CHOSEN, Event.NO_SUCH_CHOICE, Event.CHOSE_NOTHING),
    State.CLOSED: (Event.MAY_LEAVE,),
    State.INVITED: (Event.SKIPPED,),
    State.QUEUED: (Event.TIME_TO_TELL, Event.WANTS_CALLBACK, Event.DECLINED),
    State.CONFIRMING: (*ANSWERED, Event.OTHER_NUMBER),
    State.DICTATING: (*ANSWERED, Event.OTHER_NUMBER),
    State.TIMING: (Event.CONFIRMED, Event.NO_SUCH_CHOICE, Event.STAYS),
    State.SEEKING: (
        Event.FOUND_NOBODY,
        Event.FOUND_SEVERAL,
        Event.FOUND_ONE,
        Event.SEEK_AGAIN,
        Event.CHOSE_NOTHING,
    ),
    State.LISTED: (Event.FOUND_ONE, Event.NO_SUCH_CHOICE, Event.SEEK_AGAIN, Event.CHOSE_NOTHING),
    State.FOUND: (
        Event.CONNECT,
        Event.LEFT_WORD,
        Event.NO_SUCH_CHOICE,
        Event.SEEK_AGAIN,
        Event.CHOSE_NOTHING,
    ),
    State.CONNECTING: (Event.SEEK_AGAIN, Event.CHOSE_NOTHING),
}
ASKED_IN_QUEUE = {State.QUEUED, State.CONFIRMING, State.DICTATING, State.TIMING}
# Told to its end, a key is waited for.
WAITS_FOR_KEY = {State.CHOOSING, State.SEEKING, State.LISTED, State.FOUND}


def may_happen(world):  # noqa: C901 one case a line
    """Yield what the engine, the queue and the browsers can do just now, as events."""
    if world.state is State.OFFERED:
        yield from (Event.IS_OPEN, Event.IS_OPEN_IN_SILENCE, Event.IS_CLOSED, Event.HAS_MENU)
        yield from (Event.UNSERVED, Event.IS_INTERNAL)
    yield from PRESSED.get(world.state, ())
    if world.is_saying:
        yield Event.SAID
    if world.takes_message:
        yield Event.LEFT
    if world.waits:
        yield Event.SETTLED
        if world.offer == "none":
            yield Event.GIVEN
            if world.state in ASKED_IN_QUEUE:
                yield Event.UNSERVED
                yield Event.TAKEN
    if world.offer == "offered":
        yield from (Event.TAKEN, Event.TAKEN_BACK)
        if Role.AGENT in world.ringing:
            yield Event.AGENT_LATE
    if world.offer == "in-hand":
        yield Event.DONE
    for role in world.ringing:
        yield from (Event[f"{UPS[role]}_UP"], Event[f"{UPS[role]}_FAILED"])
    for role in world.up:
        yield Event[f"{UPS[role]}_GONE"]
        if role is Role.AGENT:
            yield Event.AGENT_LOST
    if world.up or world.ringing:
        yield Event.LOST


def without(world, roles):
    """Return the world when some are gone; what the caller heard is gone with them."""
    is_caller = Role.CALLER in roles
    return replace(
        world,
        ringing=world.ringing - roles,
        up=world.up - roles,
        joined=world.joined - roles,
        has_music=world.has_music and not is_caller,
        is_saying=world.is_saying and not is_caller,
        takes_message=world.takes_message and not is_caller,
    )


def of_the_world(world, event):  # noqa: C901 one case a line
    """Return the world as the event itself has changed it, before anything is done about it."""
    name = event.name.rsplit("_", 1)
    role = next((one for one, word in UPS.items() if word == name[0]), None)
    if role and name[1] == "UP":
        world = replace(world, ringing=world.ringing - {role}, up=world.up | {role})
    elif role and name[1] in {"FAILED", "GONE", "LOST"}:
        world = without(world, {role})
    if event is Event.UNSERVED and world.state is State.OFFERED:
        # No bridge was there, and the telephone system has done what it does then.
        world = without(world, {Role.CALLER})
    match event:
        case Event.LOST:
            world = without(world, set(Role))
        # Who may leave a message has heard to its end that it is closed.
        case Event.SAID | Event.MAY_LEAVE:
            world = replace(world, is_saying=False)
        case Event.LEFT:
            world = replace(world, takes_message=False)
        case Event.GIVEN:
            world = replace(world, offer="offered")
        case Event.TAKEN:
            world = replace(world, offer="in-hand", waits=False)
        case Event.TAKEN_BACK | Event.AGENT_LATE:
            world = replace(world, offer="none")
        case Event.SETTLED:
            world = replace(world, waits=False, offer="none")
        case Event.DONE:
            world = replace(world, offer="over")
    if event is Event.AGENT_LATE:
        world = replace(world, ringing=world.ringing - {Role.AGENT}, up=world.up | {Role.AGENT})
    return world


def after(world, event):
    """Return the world after an event, its records and its commands; None where it is refused."""
    changed = of_the_world(world, event)
    said = meant(
        event,
        world.state,
        is_of_queue=world.is_of_queue,
        is_callback=world.is_callback,
        is_last_try=False,
    )
    found = step(world.state, said)
    if (world.state, event) in NO_NEWS:
        return changed
    if found is None:
        assert event in OF_PEOPLE, f"{event} in {world.state} is thought of by nobody"
        return None
    for record in found.records:
        changed = recorded(changed, record)
    for command in found.commands:
        changed = done(changed, command)
    if found.to is State.CALLBACK:
        changed = replace(changed, is_callback=True)
    return replace(changed, state=found.to, outcome=found.outcome)


def recorded(world, record):  # noqa: C901 one case a line
    match record:
        case Record.ENTER_QUEUE:
            assert not world.waits
            return replace(world, waits=True)
        case Record.ABANDON | Record.OVERFLOW:
            assert world.waits
            return replace(world, waits=False, offer="none")
        case Record.ACCEPT:
            assert world.offer == "offered"
            return replace(world, offer="in-hand", waits=False)
        case Record.MISS:
            assert world.offer == "offered"
            return replace(world, offer="none")
        case Record.HAND_BACK | Record.TRY_LATER:
            assert world.offer == "in-hand"
            return replace(world, offer="none", waits=True)
        case Record.BEGIN_MESSAGE:
            assert not world.waits
            return replace(world, messages=world.messages + 1)
        case Record.END_MESSAGE:
            assert world.messages == 1, "a message ends that nobody has begun"
            return replace(world, messages=2)
        case Record.PROMISE:
            assert world.waits
            return replace(world, is_callback=True)
        case Record.END_CONVERSATION:
            return replace(world, offer="over" if world.offer == "in-hand" else world.offer)


def done(world, command):  # noqa: C901 one case a line
    role = next((one for one in Role if command.value.endswith(one.value)), None)
    match command.value.split("-")[0]:
        case "ring" | "dial":
            assert role not in world.ringing | world.up, f"{role} is rung twice"
            return replace(world, ringing=world.ringing | {role})
        case "join":
            assert role in world.up, f"{role} is joined and not there"
            if role is Role.CALLER:
                assert not world.has_music, "music goes on in the talk"
                assert not world.is_saying, "what is said goes on in the talk"
            return replace(world, joined=world.joined | {role})
        case "part":
            assert role in world.joined
            return replace(world, joined=world.joined - {role})
        case "release":
            return without(world, {role})
        case "music":
            assert Role.CALLER in world.up - world.joined
            return replace(world, has_music=True)
        case "take":
            assert Role.CALLER in world.up - world.joined
            assert not world.is_saying, "what is said goes on in the message"
            assert world.messages == 1
            return replace(world, takes_message=True)
        case "say" | "ask":
            assert Role.CALLER in world.up - world.joined
            return replace(world, is_saying=True)
        case "end":
            assert Role.CALLER not in world.joined or Role.CALLER not in world.up
            return replace(world, joined=frozenset())
    match command:
        case Command.STOP_MUSIC:
            return replace(world, has_music=False)
        case Command.STOP_SAYING:
            return replace(world, is_saying=False)
    assert command is Command.ANSWER
    return world


def look_at(world):
    """Say what must hold of a call at any moment."""
    if world.state is State.ENDED:
        assert world.outcome is not None
        assert not world.up | world.ringing | world.joined, f"{world.up | world.ringing} is left"
        assert not world.waits
        assert world.offer in {"none", "over"}
        assert (world.outcome is Outcome.MESSAGE) == (world.messages == 2)
        return
    assert world.outcome is None
    assert world.up | world.ringing == set(LEGS[world.state])
    assert world.waits == (world.state in WAITS)
    if world.is_of_queue:
        assert (world.offer == "in-hand") == (world.state in IN_HAND)
    if world.state not in BRIDGED:
        assert not world.joined, f"a bridge is left in {world.state}"
    if world.state is State.TALKING:
        assert world.joined == {Role.CALLER, Role.AGENT}
    if world.state is State.HANDED_OVER:
        assert world.joined == {Role.CALLER, Role.COLLEAGUE}
    if world.state is State.CONSULTING:
        assert world.joined == {Role.AGENT, Role.COLLEAGUE}
    if Role.CALLER in world.up and Role.CALLER not in world.joined:
        is_told = world.has_music or world.is_saying or world.takes_message
        is_told = is_told or world.state in WAITS_FOR_KEY | {State.OFFERED}
        assert is_told, f"the caller hears nothing in {world.state}"


def reachable(start):
    found, left = {start}, [start]
    while left:
        world = left.pop()
        look_at(world)
        if world.state is State.ENDED:
            continue
        for event in {*may_happen(world), *OF_PEOPLE}:
            then = after(world, event)
            if then is not None and then not in found:
                found.add(then)
                left.append(then)
    return found


@pytest.mark.parametrize("start", [World(), OUTGOING], ids=["in", "out"])
def test_whatever_happens_in_whatever_order_a_call_stays_whole(start):
    found = reachable(start)

    assert any(world.state is State.ENDED for world in found)


def test_every_line_of_the_table_can_happen_and_every_state_is_reached():
    used = set()
    states = set()
    for start in (World(), OUTGOING, replace(OUTGOING, is_of_queue=False)):
        for world in reachable(start):
            states.add(world.state)
            if world.state is State.ENDED:
                continue
            for event in {*may_happen(world), *OF_PEOPLE}:
                for is_last_try in (False, True):
                    used.add(
                        (
                            world.state,
                            meant(
                                event,
                                world.state,
                                is_of_queue=world.is_of_queue,
                                is_callback=world.is_callback,
                                is_last_try=is_last_try,
                            ),
                        )
                    )

    assert states == set(State)
    assert set(TABLE) <= used, set(TABLE) - used


@given(st.lists(st.sampled_from(list(Event)), max_size=40))
def test_a_call_that_everybody_leaves_ends_whatever_came_before(events):
    world = World()
    for event in events:
        if world.state is not State.ENDED and (
            event in OF_PEOPLE or event in set(may_happen(world))
        ):
            world = after(world, event) or world
    for _round in range(4):
        if world.state is State.ENDED:
            break
        ways = [one for one in may_happen(world) if one in {Event.LOST, Event.SETTLED}]
        world = after(world, ways[-1])

    assert world.state is State.ENDED
    assert world.outcome is not None
