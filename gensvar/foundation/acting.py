"""One action, one transaction, however many actions it is made of."""

from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import transaction

from gensvar.foundation.events.actions import announcing_together

Given = ParamSpec("Given")
Made = TypeVar("Made")
_inside: ContextVar[bool] = ContextVar("inside_an_action", default=False)


def action(verb: Callable[Given, Made]) -> Callable[Given, Made]:
    """Do all of `verb` or nothing of it.

    Within a request the action is a savepoint, so that a refusal undoes it and the page can still
    be drawn. An action called by another belongs to that one: no savepoint of its own, and its
    events are written with all the others at the end. A case is opened by a dozen verbs.
    """

    @wraps(verb)
    def act(*args: Given.args, **kwargs: Given.kwargs) -> Made:
        if _inside.get():
            return verb(*args, **kwargs)
        token = _inside.set(True)
        try:
            with transaction.atomic(), announcing_together():
                return verb(*args, **kwargs)
        finally:
            _inside.reset(token)

    return act
