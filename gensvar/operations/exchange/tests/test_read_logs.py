"""Logs as exchanges write them: every kind of event, as a file, as a table, and as plain calls."""

from datetime import UTC
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gensvar.operations.exchange.rules.calls import assembled
from gensvar.operations.exchange.rules.lines import KINDS, Why, read_queue_log
from gensvar.operations.exchange.rules.tables import read_calls
from gensvar.operations.exchange.tests.conftest import LOG

STOCKHOLM = ZoneInfo("Europe/Stockholm")
TABLE = """id,time,callid,queuename,agent,event,data1,data2,data3,data4,data5
1,2026-03-02 08:00:00.123456,1.1,600,NONE,ENTERQUEUE,,0701111111,1,,
2,2026-03-02 08:00:12,1.1,600,PJSIP/bo,CONNECT,12,1.2,4,,
3,2026-03-02 08:03:12,1.1,600,PJSIP/bo,COMPLETEAGENT,12,180,1,,
"""
CALLS = """samtal;kö;kom;besvarat;slut;utfall
17;Växeln;2026-03-02 08:00:00;2026-03-02 08:00:20;2026-03-02 08:02:00;
18;Växeln;2026-03-02 08:01:00;;2026-03-02 08:01:30;
19;Växeln;2026-03-02 08:02:00;;2026-03-02 08:03:00;spill
20;Växeln;i går;;2026-03-02 08:03:00;
21;Växeln;2026-03-02 08:05:00;;2026-03-02 08:03:00;
;Växeln;2026-03-02 08:05:00;;2026-03-02 08:06:00;
22;Växeln;2026-03-02 08:05:00;;2026-03-02 08:06:00;besvarat
"""


def test_the_log_has_every_kind_of_event_that_asterisk_writes():
    told = {line.split("|")[4] for line in LOG.splitlines() if line.count("|") > 3}

    assert set(KINDS) <= told


def test_each_call_has_its_outcome_wait_and_talk():
    found = assembled(read_queue_log(LOG, zone=UTC).lines)

    assert [
        (one.outcome, one.waited_seconds, one.talked_seconds, one.transfer) for one in found.calls
    ] == [
        ("answered", 12.0, 180.0, ""),
        ("abandoned", 4.0, None, ""),
        ("abandoned", 150.0, None, ""),
        ("answered", 20.0, 120.0, "cold"),
        ("answered", 10.0, 90.0, "warm"),
        ("overflow", 60.0, None, ""),
        ("overflow", 30.0, None, ""),
        ("overflow", 15.0, None, ""),
        ("answered", 9.0, 60.0, ""),
        ("answered", 10.0, 30.0, "cold"),
        ("abandoned", 10.0, None, ""),
        ("answered", 8.0, None, ""),
    ]
    assert [one.is_open for one in found.calls].count(True) == 1
    assert (found.rang_unanswered, found.of_agents) == (1, 12)


def test_what_cannot_be_read_is_refused_with_its_line_and_why():
    read = read_queue_log(LOG, zone=UTC)
    found = [*read.refused, *assembled(read.lines).refused]

    known = {line.split("|", 2)[-1]: n for n, line in enumerate(LOG.splitlines(), 1)}
    assert sorted((one.number, one.why) for one in found) == [
        (known["600|PJSIP/ada|COMPLETEAGENT|5|900|1"], Why.UNBEGUN),
        (known["trasig rad"], Why.FEW),
        (known["600|NONE|BLOMMA|"], Why.EVENT),
        (known["600|NONE|ABANDON|1"], Why.DATA),
    ]


def test_a_table_of_the_log_tells_the_same_by_local_time():
    read = read_queue_log(TABLE, zone=STOCKHOLM)
    (call,) = assembled(read.lines).calls

    assert read.refused == []
    assert call.arrived_at.astimezone(UTC).hour == 7
    assert (call.outcome, call.waited_seconds, call.talked_seconds) == ("answered", 12.0, 180.0)
    whole = TABLE.replace("data1,data2,data3,data4,data5", "data").replace(
        ",12,180,1,,", ",12|180|1"
    )
    whole = whole.replace(",12,1.2,4,,", ",12|1.2|4").replace(",,0701111111,1,,", ",|0701111111|1")
    assert assembled(read_queue_log(whole, zone=STOCKHOLM).lines).calls[0].talked_seconds == 180.0


def test_calls_in_a_table_of_any_make():
    found = read_calls(CALLS, zone=STOCKHOLM)

    assert [(one.outcome, one.waited_seconds, one.talked_seconds) for one in found.calls] == [
        ("answered", 20.0, 100.0),
        ("abandoned", 30.0, None),
        ("overflow", 60.0, None),
    ]
    assert [(one.number, one.why) for one in found.refused] == [
        (5, Why.TIME),
        (6, Why.ORDER),
        (7, Why.NO_CALL),
        (8, Why.OUTCOME),
    ]


@pytest.mark.parametrize(
    ("text", "why"), [("", Why.EMPTY), ("hej,då\n1,2", Why.HEADING), ("x|y", Why.FEW)]
)
def test_a_file_of_another_kind_is_refused(text, why):
    assert [one.why for one in read_queue_log(text, zone=UTC).refused] == [why]


def test_a_table_without_its_columns_says_which():
    (refused,) = read_calls("samtal;kom\n1;2026-03-02", zone=UTC).refused

    assert (refused.why, refused.value) == (Why.HEADING, "queue, ended_at")


@given(st.permutations(LOG.splitlines()), st.integers(0, 60))
def test_in_whatever_order_lines_come_no_call_has_two_ends_and_none_is_lost(lines, cut):
    read = read_queue_log("\n".join(lines[cut:]), zone=UTC)
    found = assembled(read.lines)

    assert len(read.lines) + len(read.refused) == len(lines[cut:]) or not lines[cut:]
    entered = sum(line.event == "ENTERQUEUE" for line in read.lines)
    assert len(found.calls) == entered
    for one in found.calls:
        assert one.waited_seconds is None or one.waited_seconds >= 0
        assert (one.talked_seconds is None) == (one.ended_at is None)
        assert one.ended_at is None or one.outcome == "answered"
