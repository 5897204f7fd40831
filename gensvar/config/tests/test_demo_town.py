import subprocess
import sys
from collections import Counter
from contextlib import contextmanager
from datetime import UTC, date, datetime
from random import Random

import psycopg
import pytest

from gensvar.config.demo.catalogue import TOP_TWENTY, TOTAL, scaled, topics
from gensvar.config.demo.past import Crowd, stories
from gensvar.config.demo.volumes import ZONE, is_open, weekly_counts
from gensvar.config.postgres.server import Server
from gensvar.config.shape import HALF_LOADED
from gensvar.config.tests.running import environment, gensvar, wait_until
from gensvar.operations.knowledge.standard import AREAS

MARK = "SELECT obj_description('public'::regnamespace)"
# SKE-15, as the source prints it.
FIRST_TEN = (8.8, 4.5, 4.5, 4.3, 3.9, 3.6, 3.2, 2.7, 2.6, 2.2)
PRINTED = (*FIRST_TEN, 2.2, 2.1, 2.0, 1.8, 1.8, 1.8, 1.7, 1.7, 1.6, 1.4)


@contextmanager
def asked(var):
    """Keep a server running over this folder, and give what asks it for one value."""
    server = Server(var / "postgres")
    server.start(holder="test")
    try:
        with psycopg.connect(server.dsn("owner"), autocommit=True) as connection:
            yield lambda query: next(connection.execute(query))[0]
    finally:
        server.stop()


@pytest.fixture(scope="module")
def past():
    return list(stories(TOTAL, Crowd(customers=56_000, agents=8), Random(1)))


def test_every_subject_has_exactly_its_count(past):
    told = Counter(story.topic for story in past)

    assert [told[number] for number in range(len(topics()))] == [t.count for t in topics()]
    assert sum(topic.count for topic in TOP_TWENTY) == 131_425


def test_the_shares_round_to_what_the_source_prints():
    shares = [int(topic.count * 1000 / TOTAL + 0.5) / 10 for topic in TOP_TWENTY]

    assert tuple(shares) == PRINTED


def test_no_subject_of_ours_reaches_the_twentieth_of_the_source():
    assert max(topic.count for topic in topics()[20:]) < TOP_TWENTY[-1].count


def test_the_catalogue_has_the_24_service_areas():
    """SKE-29."""
    assert sum(len(areas) for areas in AREAS.values()) == 24


def test_the_weeks_fall_as_in_the_source(past):
    monday = datetime(2026, 2, 2, tzinfo=ZONE)
    weeks = Counter((datetime.fromtimestamp(s.opened, UTC) - monday).days // 7 for s in past)

    assert [weeks[number] for number in range(4)] == [14_000, 10_000, 8_000, 8_000]
    assert sum(weeks.values()) == TOTAL


def test_the_results_of_the_source_come_out_exactly(past):
    calls = [story for story in past if story.channel == "phone"]
    in_time = sum(story.answered - story.opened <= 120 for story in calls)

    assert sum(not story.is_handed_over for story in past) == 144_000
    assert round(len(calls) / TOTAL, 3) == 0.894
    assert round(in_time / len(calls), 4) == 0.85
    assert 110 < sum(story.ended - story.answered for story in calls) / len(calls) < 130


def test_four_in_ten_ask_how_their_building_permit_is_going(past):
    bygglov = next(number for number, topic in enumerate(topics()) if topic.name == "Bygglov")
    needs = Counter(story.need for story in past if story.topic == bygglov)

    assert round(needs["status"] / needs.total(), 2) == 0.41


def test_nobody_is_called_on_a_holiday(past):
    good_friday = date(2026, 4, 3)

    channels = {
        s.channel for s in past if datetime.fromtimestamp(s.opened, ZONE).date() == good_friday
    }
    assert not is_open(good_friday)
    assert "phone" not in channels


def test_the_past_is_told_in_order(past):
    days = [datetime.fromtimestamp(story.opened, ZONE).date() for story in past]

    assert days == sorted(days)
    assert all(s.opened <= s.answered <= s.ended <= s.closed for s in past)


@pytest.mark.parametrize("total", [0, 1, 500, 14_000, 20_000, 30_000])
def test_a_town_of_any_size_has_its_cases(total):
    assert sum(weekly_counts(total)) == total
    assert sum(scaled([topic.count for topic in topics()], total)) == total


def test_the_same_seed_tells_the_same_past():
    def told(seed):
        return [s.title for s in stories(200, Crowd(50, 8), Random(seed))]

    assert told(7) == told(7) != told(8)


def test_a_small_town_is_built_and_its_record_is_whole(new_centre):
    var = new_centre("town")

    refused = gensvar("demo", "--size", "400", var=var)
    assert "GENSVAR_DEMO" in refused.stderr
    built = gensvar("demo", "--size", "400", var=var, GENSVAR_DEMO="1")
    assert built.returncode == 0, built.stderr
    again = gensvar("demo", "--size", "100", var=var, GENSVAR_DEMO="1")
    assert "Somebody already works here" in again.stderr
    assert gensvar("demo", "--if-empty", var=var, GENSVAR_DEMO="1").returncode == 0

    with asked(var) as town:
        assert town("SELECT count(*) FROM cases_case WHERE opened_at < '2026-09-01'") == 400
        assert town("SELECT max(number) FROM cases_case WHERE number LIKE '26-%'") > "26-000400"
        assert town("SELECT count(*) FROM mail_mailbox WHERE address LIKE 'kundtjanst@%'") == 1
        assert town("SELECT count(*) FROM voice_callrecording WHERE file_id IS NOT NULL") == 1
        assert town("SELECT count(*) FROM voice_call WHERE promised_from > now()") == 3
        assert town("SELECT numbers FROM contacts_blockregister") == 40
        assert town("SELECT count(*) FROM pg_constraint WHERE NOT convalidated") == 0
        assert town("SELECT count(*) FROM pg_trigger WHERE tgenabled = 'D'") == 0
        assert town("SELECT count(*) FROM search_casewords") == town(
            "SELECT count(*) FROM cases_case"
        )
        sealed = town("SELECT sum(jsonb_array_length(record_ids)) FROM events_seal")
        unsealed = town("SELECT count(*) FROM events_unsealed")
        assert sealed > 400
        assert sealed + unsealed == town("SELECT count(*) FROM events_eventrecord")
    assert "0 breaks" in gensvar("verify", var=var).stdout


def test_a_load_that_was_killed_is_begun_anew(new_centre):
    var = new_centre("killed")
    with asked(var) as town:
        loading = subprocess.Popen(
            [sys.executable, "-m", "gensvar.config.command", "demo", "--size", "30000"],
            env=environment(var, GENSVAR_DEMO="1"),
            stdout=subprocess.DEVNULL,
        )
        wait_until(lambda: town(MARK) == HALF_LOADED, seconds=30)
        loading.kill()
        loading.wait()

    refused = gensvar("demo", "--size", "200", var=var, GENSVAR_DEMO="1")
    assert "broken off" in refused.stderr
    assert gensvar("migrate", "--quiet", var=var).returncode == 0
    built = gensvar("demo", "--size", "200", var=var, GENSVAR_DEMO="1")
    assert built.returncode == 0, built.stderr

    with asked(var) as town:
        assert town("SELECT count(*) FROM cases_case WHERE opened_at < '2026-09-01'") == 200
