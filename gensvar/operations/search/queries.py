"""Find cases and customers among what the transaction's identity may see."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import connection

from gensvar.operations.cases.models import Case, State
from gensvar.operations.customers.models import Customer
from gensvar.operations.search.rules import as_pattern, words_asked

# More would tell nobody anything; whoever looks at so many should add a word.
MOST_CASES = 2_000
CASES = "SELECT * FROM search_cases(%s, %s)"


@dataclass(frozen=True, slots=True)
class CaseFound:
    """A case that matches, with what is needed to recognise it."""

    pk: int
    number: str
    title: str
    customer: str
    state: str


@dataclass(frozen=True, slots=True)
class CustomerFound:
    pk: int
    number: str
    name: str


@dataclass(frozen=True)
class Found:
    cases: tuple[CaseFound, ...] = ()
    customers: tuple[CustomerFound, ...] = ()
    # Nothing holds what was typed; this is what resembles it.
    is_near: bool = False


def find(typed: str, *, most: int = 8) -> Found:
    """Return the best matches of each kind, or what resembles them where there is none.

    An exact number comes before all, then what the title says, open cases first, the newest first.
    """
    words = words_asked(typed)
    found = _found(words, most)
    if found.cases or found.customers or (near := _near(words)) == words:
        return found
    return replace(_found(near, most), is_near=True)


def matching_cases(typed: str, *, most: int = MOST_CASES) -> list[int]:
    """Return the ids of the newest `most` cases in which every word typed is found.

    To the letter: somebody may act on all that are listed.
    """
    return _ids(CASES, words_asked(typed), most)


def _found(words: list[str], most: int) -> Found:
    if not words:
        return Found()
    return Found(cases=_cases(words, most), customers=_customers(words, most))


def _near(words: list[str]) -> list[str]:
    """Return the words with each that nobody has written turned into the nearest that is known.

    To look for, and never to be shown: where they stand may be confidential.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT search_near(%s)", [words])
        return cursor.fetchone()[0] or words


def matching_customers(typed: str, *, most: int = 50) -> list[int]:
    """Return the ids of the newest `most` customers whose name, number or addresses match."""
    return [customer.pk for customer in _customers(words_asked(typed), most)]


def _ids(sql: str, words: Sequence[str], most: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [list(words), most])
        return [row[0] for row in cursor.fetchall()]


def _cases(words: list[str], most: int) -> tuple[CaseFound, ...]:
    ids = _ids(CASES, words, most * 4)
    rows = Case.objects.filter(pk__in=ids).values_list(
        "pk", "number", "title", "customer__name", "state"
    )
    found = [
        CaseFound(pk, number, title, name or "", state) for pk, number, title, name, state in rows
    ]

    def place(case: CaseFound) -> tuple[bool, bool, bool, int]:
        is_asked_for = case.number in words or case.number.partition("-")[2].lstrip("0") in words
        is_about = all(word in case.title.lower() for word in words)
        return (not is_asked_for, not is_about, case.state == State.CLOSED, -case.pk)

    return tuple(sorted(found, key=place)[:most])


def _customers(words: list[str], most: int) -> tuple[CustomerFound, ...]:
    patterns = [as_pattern(word) for word in words]
    ids = _ids("SELECT * FROM search_customers(%s, %s)", patterns, most)
    rows = Customer.objects.standing().filter(pk__in=ids).order_by("-pk")
    found = rows.values_list("pk", "number", "name", "protected")
    return tuple(
        CustomerFound(pk, number, name)
        for pk, number, name, is_protected in found
        # Nobody shall find out by trying at which address somebody protected is.
        if not is_protected or all(word in f"{name} {number}".lower() for word in words)
    )
