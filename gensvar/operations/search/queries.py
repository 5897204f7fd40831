"""Find cases and customers among what the transaction's identity may see."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from gensvar.operations.cases.models import Case, State
from gensvar.operations.customers.models import Customer
from gensvar.operations.search.rules import as_pattern, words_asked

# More would tell nobody anything; whoever looks at so many should add a word.
MOST_CASES = 2_000


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


def find(typed: str, *, most: int = 8) -> Found:
    """Return the newest matches of each kind; open cases first, an exact number before all."""
    words = words_asked(typed)
    if not words:
        return Found()
    return Found(cases=_cases(words, most), customers=_customers(words, most))


def matching_cases(typed: str, *, most: int = MOST_CASES) -> list[int]:
    """Return the ids of the newest `most` cases in which every word typed is found."""
    return _ids("SELECT * FROM search_cases(%s, %s)", words_asked(typed), most)


def matching_customers(typed: str, *, most: int = 50) -> list[int]:
    """Return the ids of the newest `most` customers whose name, number or addresses match."""
    return [customer.pk for customer in _customers(words_asked(typed), most)]


def _ids(sql: str, words: Sequence[str], most: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [list(words), most])
        return [row[0] for row in cursor.fetchall()]


def _cases(words: list[str], most: int) -> tuple[CaseFound, ...]:
    ids = _ids("SELECT * FROM search_cases(%s, %s)", words, most * 4)
    rows = Case.objects.filter(pk__in=ids).values_list(
        "pk", "number", "title", "customer__name", "state"
    )
    found = [
        CaseFound(pk, number, title, name or "", state) for pk, number, title, name, state in rows
    ]

    def place(case: CaseFound) -> tuple[bool, bool, int]:
        is_asked_for = case.number in words or case.number.partition("-")[2].lstrip("0") in words
        return (not is_asked_for, case.state == State.CLOSED, -case.pk)

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
