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
    ],
)
def test_what_is_wrong_is_told_by_place(was, becomes, told):
    assert was in SMALL
    with pytest.raises(Unplayable, match=told):
        scenario_in(SMALL.replace(was, becomes, 1))
