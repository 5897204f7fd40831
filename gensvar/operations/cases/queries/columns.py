"""The fields of case types as columns of a list of cases, read a batch at a time."""

from collections.abc import Iterable

from django.db.models import Prefetch

from gensvar.foundation.integrations.exports import Column
from gensvar.operations.cases.models import Case, FilledField
from gensvar.operations.casetypes.queries import case_types
from gensvar.operations.casetypes.rules import Field, Value, shown

# For `prefetch_related`: what is filled in on all cases of a batch, oldest first.
FILLED = Prefetch("filled_fields", FilledField.objects.order_by("pk"))


def values_of(case: Case) -> dict[str, Value]:
    """Return what is filled in on a case that was read with `FILLED`."""
    held = {row.key: row.value for row in case.filled_fields.all()}
    return {key: value for key, value in held.items() if value is not None}


def field_columns(clients: Iterable[int], *, language: str = "") -> list[Column[Case]]:
    """Return a column for each field that any type of these clients asks for.

    With a language, values and headings are for people; without, for programs.
    """
    fields: dict[str, Field] = {}
    for case_type in case_types(clients):
        for field in case_type.template.fields:
            fields.setdefault(field.key, field)
    return [_column(field, language) for field in fields.values()]


def _column(field: Field, language: str) -> Column[Case]:
    def value(case: Case) -> object:
        found = values_of(case).get(field.key)
        if found is None:
            return ""
        return shown(field, found, language=language) if language else found

    title = field.label.said(language) if language else ""
    return Column(f"fields.{field.key}", value, title)
