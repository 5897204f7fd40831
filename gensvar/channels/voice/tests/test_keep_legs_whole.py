"""A leg is heard of once, and a coach leaves nothing behind, whatever happens."""

from hypothesis import given
from hypothesis import strategies as st

from gensvar.channels.voice.rules.calls import Role
from gensvar.channels.voice.rules.legs import Heard, LegState, leg_step
from gensvar.channels.voice.rules.monitoring import (
    BEGIN,
    WATCHING,
    Watch,
    WatchCommand,
    WatchEvent,
)


@given(
    st.sampled_from(list(Role)), st.booleans(), st.lists(st.sampled_from(list(Heard)), max_size=6)
)
def test_a_leg_that_was_let_go_of_is_heard_of_no_more(role, called_us, heard):
    state = LegState.RELEASED
    for one in heard:
        stepped = leg_step(role, state, one, called_us=called_us)
        state = stepped.to

        assert stepped.event is None
        assert stepped.release_again == (one is Heard.UP and stepped.to is LegState.RELEASED)


@given(st.sampled_from(list(Role)), st.lists(st.sampled_from(list(Heard)), max_size=6))
def test_a_leg_tells_of_its_end_once(role, heard):
    state, told = LegState.RINGING, []
    for one in heard:
        stepped = leg_step(role, state, one, called_us=False)
        state = stepped.to
        told += [stepped.event] if stepped.event else []

    assert len([one for one in told if not one.name.endswith("_UP")]) <= 1
    assert len(told) <= 2


def test_a_coach_leaves_nothing_behind_and_the_agent_is_told_before_anything_is_heard():
    held = {Watch.ASKED, Watch.RINGING} | set(BEGIN)
    for (state, event), found in WATCHING.items():
        begun = [one for one in found.commands if one in BEGIN.values()]
        if begun:
            told = found.commands.index(WatchCommand.TELL_AGENT)
            assert told < found.commands.index(begun[0])
        if state in BEGIN:
            assert found.to is Watch.ENDED or len(begun) == 1
            assert found.commands[0] not in BEGIN.values()
        # Whatever happens, the agent sees it.
        assert WatchCommand.TELL_AGENT in found.commands
        if found.to is Watch.ENDED and event is not WatchEvent.FAILED:
            assert WatchCommand.RELEASE in found.commands
    for state in held:
        ends = {event for (at, event), found in WATCHING.items() if at is state}
        assert {WatchEvent.STOP, WatchEvent.CALL_OVER} <= ends
