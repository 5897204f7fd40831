"""The type of a case, what is filled in, and where it stands; each in one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection

from gensvar.operations.cases.models import Case, FilledField
from gensvar.operations.casetypes.models import TEMPLATE
from gensvar.operations.casetypes.rules import PLAIN, Field, Stage, Template, Value
from gensvar.operations.knowledge.rules import ANSWER_DAYS

# Chosen for the case, else that of its subject, else the client's default.
TYPE = """
    SELECT t.id, t.code, t.version, v.content
    FROM casetypes_casetype t
    JOIN casetypes_typeversion v ON v.case_type_id = t.id AND v.number = t.version
    WHERE t.id = coalesce(%(type)s::bigint,
        (SELECT case_type_id FROM knowledge_subject WHERE id = %(subject)s::bigint),
        (SELECT id FROM casetypes_casetype WHERE client_id = %(client)s AND is_default))
"""


@dataclass(frozen=True)
class TypeOfCase:
    """A type as it is in force; without key where the client has said nothing about types."""

    template: Template = PLAIN
    pk: int | None = None
    code: str = ""
    version: int = 0


UNTYPED: Final = TypeOfCase()


def type_of(case: Case) -> TypeOfCase:
    """Return the type that a case has now."""
    return type_with(client=case.client_id, type=case.type_id, subject=case.subject_id)


def type_with(*, client: int, type: int | None = None, subject: int | None = None) -> TypeOfCase:
    """Return the type that a case of this client would have, with this choice and subject."""
    with connection.cursor() as cursor:
        cursor.execute(TYPE, {"type": type, "subject": subject, "client": client})
        row = cursor.fetchone()
    return type_from(*row) if row else UNTYPED


def days_to_answer(case: Case) -> int:
    """Return within how many working days a case is answered: its subject and its type say."""
    said = case.subject.answer_days if case.subject else None
    return type_of(case).template.days_to_answer(said, usual=ANSWER_DAYS)


def type_from(pk: int, code: str, version: int, content: Any) -> TypeOfCase:
    """Return a type of what the database holds of it."""
    read = TEMPLATE.validate_json if isinstance(content, str) else TEMPLATE.validate_python
    return TypeOfCase(read(content), pk, code, version)


def stage_of(case: Case, template: Template) -> Stage:
    """Return the stage of its type that a case stands in."""
    return template.stage_now(state=case.state, stage=case.stage)


def filled_in(case: Case) -> dict[str, Value]:
    """Return what is filled in on a case, whatever type it had when that was done."""
    return filled_in_each([case.pk]).get(case.pk, {})


def filled_in_each(cases: Iterable[int]) -> dict[int, dict[str, Value]]:
    """Return what is filled in on several cases, in one query."""
    rows = FilledField.objects.filter(case__in=list(cases)).order_by("pk")
    found: dict[int, dict[str, Value]] = {}
    for case, key, value in rows.values_list("case", "key", "value"):
        held = found.setdefault(case, {})
        if value is None:
            held.pop(key, None)
        else:
            held[key] = value
    return found


def missing_fields(case: Case, type_: TypeOfCase | None = None) -> list[Field]:
    """Return the fields that must be filled in before the case, of its or this type, is done."""
    template = (type_ or type_of(case)).template
    needed = any(field.is_needed for field in template.fields)
    return template.missing(filled_in(case)) if needed else []


def missing_fields_among(cases: Iterable[int]) -> list[Field]:
    """Return the fields that at least one of these cases needs before it is done, each once."""
    rows = (
        Case.objects.filter(pk__in=list(cases))
        .order_by("pk")
        .values_list("pk", "client_id", "type_id", "subject__case_type_id")
    )
    kinds = {pk: (client, chosen or of_subject) for pk, client, chosen, of_subject in rows}
    types = {
        kind: type_with(client=kind[0], type=kind[1]) for kind in dict.fromkeys(kinds.values())
    }
    filled = filled_in_each(kinds)
    found: dict[str, Field] = {}
    for kind, type_ in types.items():
        left = [filled.get(pk, {}) for pk, own in kinds.items() if own == kind]
        missing = {field.key for one in left for field in type_.template.missing(one)}
        for field in type_.template.missing({}):
            if field.key in missing:
                found.setdefault(field.key, field)
    return list(found.values())
