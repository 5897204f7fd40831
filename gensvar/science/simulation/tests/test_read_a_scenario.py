"""A scenario is read from a file, and what is wrong with it is told by place."""

from pathlib import Path

import pytest

from gensvar.science.simulation.hours import DAY
from gensvar.science.simulation.reading import scenario_in
from gensvar.science.simulation.scenario import Unplayable

EXAMPLE = Path(__file__).parents[4] / "docs" / "examples" / "monday.toml"
SMALL = """
name = "small"
[[queues]]
name = "Telephone"
channel = "phone"
hours = ["08:00-10:00"]
goal_seconds = 60
arrivals = { "08:00" = 10, "09:00" = 20 }
until = "10:00"
handling = { mean = 100 }
steps = [{ skill = "general", level = 2 }]
[[crews]]
name = "All"
count = 2
skills = { general = 2 }
shifts = ["08:00-10:00"]
"""


def test_the_example_is_read_whole():
    scenario = scenario_in(EXAMPLE.read_text())
    telephone, mail = scenario.streams
    assert sum(arrivals.count for arrivals in telephone.arrivals) == 1040
    assert telephone.arrivals[-1].spell.end == 17 * 3600
    assert mail.arrivals[-1].spell.end == DAY
    assert telephone.calling_back.accepts == 0.4
    assert len(scenario.workers) == 18
    assert len({worker.agent.id for worker in scenario.workers}) == 18


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ("name =", "nam =", "nam"),
        ("mean = 100", "mean = -1", "queues, number 1, handling, mean: "),
        ('"09:00" = 20', '"9 am" = 20', "“9 am” is no time of day such as 08:30"),
        ('["08:00-10:00"]', '["10:00-08:00"]', "does not end after it begins"),
        ('"phone"', '"pigeon"', "queues, number 1: the channel is one of phone, "),
        ("level = 2", "level = 3", "queue Telephone: nobody at work while it is open has"),
        ("count = 2", "count = 0", "queue Telephone: nobody at work"),
        ("general = 2", "general = 9", "crews, number 1, skills, general: "),
        ('until = "10:00"', 'until = "07:00"', "queues, number 1: a spell ends after it begins"),
        ("goal_seconds = 60", "goal_seconds = 0", "goal_seconds: "),
        ("[[crews]]", "[[crews", "this is not TOML"),
        ("goal_seconds = 60", "goal = 60", "queues, number 1, goal: "),
        ("mean = 100", "mean = inf", "queues, number 1, handling, mean: "),
        ("mean = 100", "mean = 100, spread = 1e9", "queues, number 1, handling, spread: "),
        ("goal_seconds = 60", "goal_seconds = nan", "queues, number 1, goal_seconds: "),
        ('"09:00" = 20', '"09:00" = 1e13', "queues, number 1, arrivals, 09:00: "),
        ('"09:00" = 20', '"0²:00" = 20', "“0²:00” is no time of day"),
        ("goal_seconds = 60", "goal_seconds = 60\npriority = 10000", "number 1, priority: "),
        ("[[crews]]", "[policy]\npriority_seconds = inf\n[[crews]]", "policy, priority_seconds: "),
        ('"Telephone"', '""', "queues, number 1, name: "),
        ('["08:00-10:00"]', '["08:00-10:00", "09:00-11:00"]', "queues, number 1: of 08:00-10:00"),
        ("goal_seconds = 60", "goal_seconds = 60\nlanguages = { ar = 0.1 }", "speaks ar"),
    ],
)
def test_what_is_wrong_is_told_by_place(was, becomes, told):
    assert was in SMALL
    with pytest.raises(Unplayable, match=told):
        scenario_in(SMALL.replace(was, becomes, 1))


def test_two_queues_of_one_name_are_refused():
    """Their figures could not be told apart."""
    queue = SMALL[SMALL.index("[[queues]]") : SMALL.index("[[crews]]")]
    with pytest.raises(Unplayable, match="queues, number 2: there is another queue “Telephone”"):
        scenario_in(SMALL.replace("[[crews]]", f"{queue}[[crews]]", 1))


def test_a_language_is_asked_of_those_who_speak_it_or_by_a_later_step_of_anybody():
    asked = SMALL.replace("goal_seconds = 60", "goal_seconds = 60\nlanguages = { ar = 0.1 }")
    assert scenario_in(asked.replace("count = 2", 'count = 2\nlanguages = ["ar"]'))
    step = 'level = 2 }, { skill = "general", after_seconds = 30, any_language = true }'
    assert scenario_in(asked.replace("level = 2 }", step))
