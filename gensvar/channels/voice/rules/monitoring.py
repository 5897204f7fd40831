"""A coach at a call, as a table: listens, whispers to the agent or joins, and the agent is told.

The coach's leg stands apart from the call's: whatever becomes of it, the two who talk go on.
"""

from dataclasses import dataclass
from enum import StrEnum

from gensvar.channels.voice.rules.vocabulary import State

# Only while caller and agent talk with each other: a third who is asked in has been told nothing.
WATCHABLE = frozenset({State.TALKING, State.HELD})


class Watch(StrEnum):
    # Asked for in the browser; the bridge rings the coach's phone in a moment.
    ASKED = "asked"
    RINGING = "ringing"
    LISTENING = "listening"
    WHISPERING = "whispering"
    JOINED = "joined"
    ENDED = "ended"


class WatchEvent(StrEnum):
    RING = "ring"
    UP = "up"
    FAILED = "failed"
    GONE = "gone"
    CALL_OVER = "call-over"
    LISTEN = "listen"
    WHISPER = "whisper"
    JOIN = "join"
    STOP = "stop"


class WatchCommand(StrEnum):
    TELL_AGENT = "tell-agent"
    RING = "ring"
    LISTEN = "listen"
    WHISPER = "whisper"
    STOP_LISTENING = "stop-listening"
    JOIN = "join"
    PART = "part"
    RELEASE = "release"


@dataclass(frozen=True)
class WatchStep:
    to: Watch
    commands: tuple[WatchCommand, ...] = ()


W, E, C = Watch, WatchEvent, WatchCommand
# How each way of being there begins, and how it is left for another.
BEGIN = {W.LISTENING: C.LISTEN, W.WHISPERING: C.WHISPER, W.JOINED: C.JOIN}
LEAVE = {W.LISTENING: C.STOP_LISTENING, W.WHISPERING: C.STOP_LISTENING, W.JOINED: C.PART}
ASKED = {E.LISTEN: W.LISTENING, E.WHISPER: W.WHISPERING, E.JOIN: W.JOINED}
# What the coach may ask for; the rest is heard of.
OF_COACHES = frozenset(ASKED) | {E.STOP}

WATCHING: dict[tuple[Watch, WatchEvent], WatchStep] = {
    (W.ASKED, E.RING): WatchStep(W.RINGING, (C.TELL_AGENT, C.RING)),
    # Told before anything is heard.
    (W.RINGING, E.UP): WatchStep(W.LISTENING, (C.TELL_AGENT, C.LISTEN)),
    (W.RINGING, E.FAILED): WatchStep(W.ENDED, (C.TELL_AGENT,)),
}
for _state in (W.ASKED, W.RINGING):
    for _event in (E.CALL_OVER, E.STOP):
        WATCHING[_state, _event] = WatchStep(W.ENDED, (C.RELEASE, C.TELL_AGENT))
for _state, _leave in LEAVE.items():
    for _event, _to in ASKED.items():
        if _to is not _state:
            WATCHING[_state, _event] = WatchStep(_to, (_leave, C.TELL_AGENT, BEGIN[_to]))
    for _event in (E.GONE, E.STOP, E.CALL_OVER):
        WATCHING[_state, _event] = WatchStep(W.ENDED, (_leave, C.RELEASE, C.TELL_AGENT))


def watch_step(state: Watch, event: WatchEvent) -> WatchStep | None:
    """Return what an event leads to, or nothing where it changes nothing."""
    return WATCHING.get((state, event))
