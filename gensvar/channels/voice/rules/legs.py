"""A leg as a table: what the engine says of one channel, and what that means for its call."""

from dataclasses import dataclass
from enum import StrEnum

from gensvar.channels.voice.rules.calls import Event, Role


class LegState(StrEnum):
    # On its way: dialled by us, or calling us and not answered yet.
    RINGING = "ringing"
    UP = "up"
    # We hung up and the engine has not said so yet.
    RELEASED = "released"
    GONE = "gone"


class Heard(StrEnum):
    """What the engine says."""

    UP = "up"
    GONE = "gone"
    # Gone without anybody having hung up: no sound came for too long.
    DIED = "died"


@dataclass(frozen=True)
class LegStep:
    to: LegState
    # For the call; nothing where it concerns nobody any more.
    event: Event | None = None
    # It came up after we had let go of it: once more, then.
    release_again: bool = False


_UP = {
    Role.CALLER: Event.CALLER_UP,
    Role.AGENT: Event.AGENT_UP,
    Role.COLLEAGUE: Event.COLLEAGUE_UP,
}
_FAILED = {
    Role.CALLER: Event.CALLER_FAILED,
    Role.AGENT: Event.AGENT_FAILED,
    Role.COLLEAGUE: Event.COLLEAGUE_FAILED,
}
_GONE = {
    Role.CALLER: Event.CALLER_GONE,
    Role.AGENT: Event.AGENT_GONE,
    Role.COLLEAGUE: Event.COLLEAGUE_GONE,
}


def leg_step(role: Role, state: LegState, heard: Heard, *, called_us: bool) -> LegStep:
    """Return what becomes of a leg. One that `called_us` is gone, never failed, when it ends."""
    if state is LegState.GONE:
        return LegStep(state)
    if heard is Heard.UP:
        if state is LegState.RELEASED:
            return LegStep(state, release_again=True)
        is_news = state is LegState.RINGING and not called_us
        return LegStep(LegState.UP, _UP[role] if is_news else None)
    if state is LegState.RELEASED:
        return LegStep(LegState.GONE)
    if state is LegState.RINGING and not called_us:
        return LegStep(LegState.GONE, _FAILED[role])
    if heard is Heard.DIED and role is Role.AGENT:
        return LegStep(LegState.GONE, Event.AGENT_LOST)
    return LegStep(LegState.GONE, _GONE[role])
