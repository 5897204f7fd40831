"""What a group must know to answer a question on a subject, and what is known already."""

from gensvar.operations.cases.models import Case, GivenFact, RequiredFact


def missing_facts(case: Case) -> list[RequiredFact]:
    """Return the facts that the case's subject asks for and nobody has given yet."""
    if case.subject_id is None:
        return []
    asked = RequiredFact.objects.filter(subject=case.subject_id, retired_at=None)
    given = GivenFact.objects.filter(case=case).values("fact")
    return list(asked.exclude(pk__in=given).order_by("position", "pk"))


def given_facts(case: Case) -> list[tuple[str, str]]:
    """Return what is known, each under its name."""
    rows = GivenFact.objects.filter(case=case).order_by("fact__position", "fact__pk")
    return list(rows.values_list("fact__label", "text"))
