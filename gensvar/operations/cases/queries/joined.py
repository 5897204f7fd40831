"""Which case a case is part of now, and which are part of it."""

from dataclasses import dataclass

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from gensvar.operations.cases.models import Case, CaseContact, Merge, MergedContact, Relation
from gensvar.operations.contacts.models import Contact

PARTS = """
    WITH RECURSIVE part(id) AS (
        SELECT %s::bigint
        UNION SELECT m.case_id FROM cases_merge m JOIN part ON m.into_id = part.id
        WHERE m.ended_at IS NULL
    )
    SELECT id FROM part
"""


def merge_of(case: Case) -> Merge | None:
    """Return the merge by which the case is part of another now."""
    return Merge.objects.filter(case=case, ended_at=None).first()


def way_of(case: Case) -> list[Merge]:
    """Return the merges that lead from a case to where it stands now, in order."""
    way: list[Merge] = []
    at_id = case.pk
    while (step := Merge.objects.filter(case=at_id, ended_at=None).first()) is not None:
        way.append(step)
        at_id = step.into_id
    return way


def standing(case: Case) -> Case:
    """Return the case itself or, where it is part of another, that one."""
    way = way_of(case)
    return Case.objects.select_related("client").get(pk=way[-1].into_id) if way else case


def parts_of(case: Case) -> list[int]:
    """Return the case and everything that is part of it now, by key."""
    with connection.cursor() as cursor:
        cursor.execute(PARTS, [case.pk])
        return [key for (key,) in cursor.fetchall()]


def open_children(case: Case) -> list[int]:
    """Return the open cases that this one, or what is part of it, waits for; seen or not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT open_children(%s)", [parts_of(case)])
        return [key for (key,) in cursor.fetchall()]


@dataclass(frozen=True, slots=True)
class Related:
    """Another case that has to do with this one: `role` is what it is to this."""

    number: str
    title: str
    state: str
    role: str


def related_to(case: Case) -> list[Related]:
    """Return the cases linked with this one, those it waits for first."""
    rows = Relation.objects.filter(Q(case=case) | Q(other=case), ended_at=None)
    found = []
    for row in rows.select_related("case", "other").order_by("kind", "pk"):
        is_first = row.case_id == case.pk
        other = row.other if is_first else row.case
        role = row.kind if row.kind == Relation.Kind.RELATED or is_first else "parent"
        found.append(Related(other.number, other.title, other.state, str(role)))
    return found


def home_of(contact: Contact | int) -> QuerySet[Case]:
    """Return the cases that a contact came to, newest first; not those it was merged into."""
    links = CaseContact.objects.filter(contact=contact)
    lent = MergedContact.objects.filter(
        contact=contact, merge__into=OuterRef("case"), merge__ended_at=None
    )
    own = links.filter(~Exists(lent)).values("case")
    return Case.objects.filter(pk__in=own).order_by("-pk")
