import pytest
from hypothesis import given
from hypothesis import strategies as st

from gensvar.science.erlang.waiting import agents_needed, share_in_time, waiting_probability

# H. C. Tijms, A First Course in Stochastic Models (2003), table 5.3.2: the fewest agents with whom
# at most a half, a fifth and a tenth must wait, by load.
TIJMS = {
    1: (2, 3, 3),
    5: (7, 8, 9),
    10: (12, 14, 16),
    50: (54, 58, 61),
    100: (106, 111, 115),
    250: (259, 268, 274),
    500: (512, 525, 533),
    1000: (1017, 1034, 1046),
}


@pytest.mark.parametrize("load", TIJMS)
def test_as_many_are_needed_as_a_published_table_says(load):
    needed = tuple(
        # With a goal of no time at all, whoever does not wait is in time.
        agents_needed(load, goal_seconds=0, mean_seconds=60, share=1 - waiting)
        for waiting in (0.5, 0.2, 0.1)
    )
    assert needed == TIJMS[load]


@pytest.mark.parametrize(
    ("calls", "seconds", "share", "goal", "agents", "level"),
    [
        # Worked out with 60 digits from 1/B(n) = 1 + n / (a B(n − 1)).
        (0.2, 180, 0.8, 20, 1, 0.991041658647),
        (40, 180, 0.8, 20, 4, 0.860741321232),
        (63.6, 300, 0.9, 120, 8, 0.926961930111),
        (100, 600, 0.8, 3600, 17, 0.877211688014),
        (1000, 300, 0.9, 120, 88, 0.921364390677),
        (4000, 600, 0.8, 3600, 667, 0.866819517881),
    ],
)
def test_the_share_in_time_is_exact(calls, seconds, share, goal, agents, level):
    load = calls * seconds / 3600
    assert agents_needed(load, goal_seconds=goal, mean_seconds=seconds, share=share) == agents
    found = share_in_time(load, agents, goal_seconds=goal, mean_seconds=seconds)
    assert found == pytest.approx(level, rel=1e-9)


@given(st.floats(0.01, 300), st.integers(0, 400), st.floats(0, 600))
def test_nobody_waits_longer_because_there_is_one_more(load, agents, goal):
    fewer = share_in_time(load, agents, goal_seconds=goal, mean_seconds=240)
    more = share_in_time(load, agents + 1, goal_seconds=goal, mean_seconds=240)
    assert 0 <= fewer <= more <= 1


def test_without_work_nobody_is_needed_and_nobody_waits():
    assert agents_needed(0, goal_seconds=20, mean_seconds=180, share=0.8) == 0
    assert waiting_probability(0, 0) == 0
    assert share_in_time(0, 0, goal_seconds=20, mean_seconds=180) == 1


@pytest.mark.parametrize(("load", "share"), [(float("inf"), 0.8), (1, 1.0), (1, -0.1)])
def test_what_nobody_could_reach_is_refused(load, share):
    with pytest.raises(ValueError, match="a load has an end"):
        agents_needed(load, goal_seconds=20, mean_seconds=180, share=share)
