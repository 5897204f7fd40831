"""Calls through Asterisk, the bridge and the dispatcher to phones on desks, and what was kept."""

import time
from signal import SIGTERM

from house import CLOSED, House, states


def test_a_call_reaches_an_agent_and_ends_with_its_whole_path(house: House) -> None:
    house.asterisk.phone("ada", lifts_after=1)
    house.ready("ada")
    caller = house.calls()
    house.until("talking")
    time.sleep(1)
    caller.hang_up()

    told = house.until("ended")
    assert told["outcome"] == "answered"
    assert states(told) == ["offered", "queued", "ringing", "talking", "ended"]
    seconds = dict(told["path"])
    # Asterisk's own clock and ours stand beside one another here.
    assert seconds["ringing"] > 0.8
    assert seconds["talking"] >= 0.9
    assert told["offers"] == [["ada", "done"]]
    assert (told["cases"], told["left"]) == (1, "answered")
    assert house.is_silent()
    house.wait_for("SELECT (count(*) = 0)::int FROM voice_leg WHERE state <> 'gone'")


def test_a_phone_that_nobody_lifts_hands_the_call_to_the_next(house: House) -> None:
    house.asterisk.phone("ada", lifts_after=None)
    house.asterisk.phone("bo", lifts_after=0.3)
    house.ready("ada")
    caller = house.calls()
    house.until("ringing")
    house.also_ready("bo")

    told = house.until("talking")
    assert told["offers"] == [["ada", "timed-out"], ["bo", "in-hand"]]
    caller.hang_up()
    assert house.until("ended")["outcome"] == "answered"


def test_a_phone_that_is_not_there_costs_the_caller_nothing(house: House) -> None:
    house.asterisk.dead_phone("ada")
    house.asterisk.phone("bo", lifts_after=0.3)
    house.ready("ada")
    caller = house.calls()
    house.wait_for("SELECT count(*) FROM routing_seat WHERE reason = 'no-phone'")
    house.also_ready("bo")

    assert house.until("talking")["offers"][-1] == ["bo", "in-hand"]
    caller.hang_up()
    house.until("ended")


def test_whoever_hangs_up_while_it_rings_stops_the_ringing(house: House) -> None:
    house.asterisk.phone("ada", lifts_after=None)
    house.ready("ada")
    caller = house.calls()
    house.until("ringing")
    caller.hang_up()

    told = house.until("ended")
    assert (told["outcome"], told["left"]) == ("abandoned", "abandoned")
    assert told["offers"] == [["ada", "withdrawn"]]
    assert house.is_silent()


def test_where_nobody_is_here_a_caller_waits_with_music_and_may_give_up(house: House) -> None:
    house.ready()
    caller = house.calls()
    house.until("queued")
    time.sleep(1.2)
    caller.hang_up()

    told = house.until("ended")
    assert (told["outcome"], told["offers"]) == ("abandoned", [])
    assert dict(told["path"])["queued"] > 1


def test_when_it_is_closed_the_caller_hears_so_and_nobody_waits(house: House) -> None:
    caller = house.calls(CLOSED)

    told = house.until("ended")
    assert (told["outcome"], told["left"]) == ("closed", None)
    assert states(told) == ["offered", "closed", "ended"]
    assert caller.is_over.wait(10)


def test_a_number_that_leads_nowhere_is_refused(house: House) -> None:
    caller = house.calls("0910799999")

    assert caller.is_over.wait(10)
    assert caller.codes[-1] == 404
    assert house.told() == {}


def test_a_bridge_that_is_stopped_leaves_calls_to_another(house: House) -> None:
    house.ready()
    caller = house.calls()
    house.until("queued")
    first = house.processes["bridge"]
    house.start("bridge")
    house.wait_for("SELECT (count(*) = 2)::int FROM voice_bridge")
    first.send_signal(SIGTERM)
    assert first.wait(20) == 0
    house.asterisk.phone("bo", lifts_after=0.2)
    house.ready("bo")

    assert house.until("talking")["offers"] == [["bo", "in-hand"]]
    caller.hang_up()
    assert house.until("ended")["outcome"] == "answered"


def test_a_call_with_real_time_text_is_answered_with_its_sound_and_marked(house: House) -> None:
    """CHN-10: the text is declined, the call is neither refused nor cut."""
    house.asterisk.phone("ada", lifts_after=0.2)
    house.ready("ada")
    caller = house.calls(with_text=True)
    house.until("talking")

    assert "m=audio 0 " not in caller.agreed
    assert "m=text 0 " in caller.agreed
    marked = "SELECT count(*) FROM voice_assisted WHERE way = 'real-time-text'"
    assert house.office.count(marked) == 1
    assert not caller.is_over.wait(3)
    caller.hang_up()
    assert house.until("ended")["outcome"] == "answered"
