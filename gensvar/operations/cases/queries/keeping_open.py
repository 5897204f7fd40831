"""What keeps a case from being closed, as slices above that know more of it have told.

Cases do not know who asks: a slice registers a question about a case, answered with a sentence that
says why it stays open and what to do, or with nothing.
"""

from collections.abc import Callable

from gensvar.operations.cases.models import Case

Question = Callable[[Case], str]
_questions: list[Question] = []


def keeps_open(question: Question) -> None:
    """Ask this, too, before a case is closed; told in `AppConfig.ready`."""
    if question not in _questions:
        _questions.append(question)


def kept_open_by(case: Case) -> str:
    """Return the first sentence that keeps a case open; empty where it may be closed."""
    return next((words for question in _questions if (words := question(case))), "")
