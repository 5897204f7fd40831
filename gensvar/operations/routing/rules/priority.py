"""How urgent a contact is by what is known of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# What is known of a case when it begins to wait, in the order in which it is offered for choice.
FACTS = ("need", "subject", "customer")
LEAST, MOST = -5, 5


@dataclass(frozen=True)
class Urgent:
    """Contacts with this fact have this priority, above 0 for more urgent than usual."""

    fact: str
    value: str
    priority: int


def priority_of(facts: Mapping[str, str], rules: Iterable[Urgent]) -> int:
    """Return the highest priority of the rules that fit; 0 where none does.

    >>> rules = [Urgent("safety", "yes", 5), Urgent("topic", "invoice", -1)]
    >>> priority_of({"safety": "yes", "topic": "invoice"}, rules), priority_of({}, rules)
    (5, 0)
    """
    fitting = (rule.priority for rule in rules if facts.get(rule.fact) == rule.value)
    return max(fitting, default=0)
