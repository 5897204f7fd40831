"""Which case a case is part of now, and which are part of it."""

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from gensvar.operations.cases.models import Case, CaseContact, Merge, MergedContact
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


def home_of(contact: Contact | int) -> QuerySet[Case]:
    """Return the cases that a contact came to, newest first; not those it was merged into."""
    links = CaseContact.objects.filter(contact=contact)
    lent = MergedContact.objects.filter(
        contact=contact, merge__into=OuterRef("case"), merge__ended_at=None
    )
    own = links.filter(~Exists(lent)).values("case")
    return Case.objects.filter(pk__in=own).order_by("-pk")
