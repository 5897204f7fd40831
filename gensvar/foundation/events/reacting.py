"""Who reacts to what. A reaction runs after commit, at least once, each retried alone."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from gensvar.foundation.events.events import Event

Reaction = Callable[..., None]
RETRY = RetryStrategy(max_attempts=12, exponential_wait=3)
_tasks: dict[type[Event], list[Any]] = defaultdict(list)


def reacts_to(
    event_type: type[Event], *, with_record: bool = False
) -> Callable[[Reaction], Reaction]:
    """Run the decorated function, as a job of its own, after each such event.

    It must be idempotent: a worker that dies after the work and before the receipt does it again.
    With `with_record` it also gets the event's number in the record, to know it by.
    """

    def decorate(reaction: Reaction) -> Reaction:
        def run(record_id: int, payload: dict[str, Any]) -> None:
            event = event_type.from_payload(payload)
            reaction(*((event, record_id) if with_record else (event,)))

        run.__name__ = reaction.__name__
        task = app.task(
            name=f"{reaction.__module__}.{reaction.__name__}", queue="reactions", retry=RETRY
        )(run)
        _tasks[event_type].append(task)
        return reaction

    return decorate


def defer_reactions(announced: Iterable[tuple[Event, int]]) -> None:
    """Queue the reactions to events and their numbers in the record, by one statement."""
    jobs = []
    for event, record_id in announced:
        if tasks := _tasks.get(type(event)):
            payload = event.payload()
            jobs += [
                task.configure().make_new_job(record_id=record_id, payload=payload)
                for task in tasks
            ]
    if jobs:
        app.job_manager.batch_defer_jobs(jobs)


def reactions_to(event_type: type[Event]) -> list[str]:
    """Return the names of the reactions, for tests and for the documentation."""
    return [task.name for task in _tasks.get(event_type, ())]
