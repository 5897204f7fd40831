"""Waiting for one of several agents, where nobody gives up (Erlang C)."""

from math import exp, inf


def waiting_probability(load: float, agents: int) -> float:
    """Return the share of contacts that must wait before an agent answers; 1 where they pile up.

    load: offered work in erlangs (contacts per hour times hours each), 0 or more.

    Assumes Poisson arrivals, exponential handling times and customers who never hang up. By the
    recursion of Erlang B, which neither overflows nor loses digits.
    Source: A. K. Erlang (1917), Solution of some problems in the theory of probabilities.

    >>> round(waiting_probability(10.0, 12), 3), round(waiting_probability(10.0, 13), 3)
    (0.449, 0.285)
    """
    if load < 0 or agents < 0:
        raise ValueError("neither a load nor a number of agents is below 0")
    if agents <= load:
        return 1.0 if load else 0.0
    blocked = 1.0
    for number in range(1, agents + 1):
        blocked = load * blocked / (number + load * blocked)
    return agents * blocked / (agents - load * (1 - blocked))


def share_in_time(load: float, agents: int, *, goal_seconds: float, mean_seconds: float) -> float:
    """Return the share of contacts answered within the goal; 0 where they pile up.

    mean_seconds: what one contact takes an agent, above 0. The rest as `waiting_probability`.

    >>> round(share_in_time(10.0, 14, goal_seconds=20, mean_seconds=180), 3)
    0.888
    """
    if agents <= load:
        return 0.0 if load else 1.0
    waits = waiting_probability(load, agents)
    return 1.0 - waits * exp(-(agents - load) * goal_seconds / mean_seconds)


def agents_needed(load: float, *, goal_seconds: float, mean_seconds: float, share: float) -> int:
    """Return the fewest agents with whom that share of contacts is answered within the goal.

    share: at least 0 and below 1. ValueError for a load without end.

    >>> agents_needed(10.0, goal_seconds=20, mean_seconds=180, share=0.8)
    14
    """
    if load == inf or not 0 <= share < 1:
        raise ValueError("a load has an end, and a share is 0 to less than 1")
    if not load:
        return 0
    agents = int(load) + 1
    while share_in_time(load, agents, goal_seconds=goal_seconds, mean_seconds=mean_seconds) < share:
        agents += 1
    return agents
