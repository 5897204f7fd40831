"""The fields that the type of a case asks for."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.moving import about, locked
from gensvar.operations.cases.events import FieldsFilled
from gensvar.operations.cases.models import Case, FilledField
from gensvar.operations.cases.queries.typed import filled_in, type_of
from gensvar.operations.casetypes.rules import Field, Template, Value, WrongValue, read_value

ASKED = {
    "text": _("“%(label)s” is words, at most 2,000 letters."),
    "choice": _("“%(label)s” is one of: %(options)s."),
    "number": _("“%(label)s” is a number, such as 12 or 12,5."),
    "date": _("“%(label)s” is a day, such as 2026-05-04."),
    "yes-no": _("“%(label)s” is yes or no."),
    "long": _("“%(label)s” is longer than 2,000 letters. Shorten it."),
}


class UnknownField(Refused):
    message = _("The case's type asks for no “%(key)s”. It asks for %(known)s.")
    status = 422


class WrongFieldValue(Refused):
    """`missing` names the field, as the API tells where a fault is."""

    message = ""
    status = 422

    def __init__(self, field: Field, kind: str) -> None:
        self.field, self.kind = field, kind
        self.missing = [f"fields/{field.key}"]
        super().__init__()

    def words(self) -> str:
        return wrong_value(self.field, self.kind)


def wrong_value(field: Field, kind: str) -> str:
    """Return what is asked for where something else was given."""
    language = get_language() or "sv"
    options = ", ".join(option.label.said(language) for option in field.options)
    return str(ASKED[kind]) % {"label": field.label.said(language), "options": options}


@action
def fill_in(case: Case, given: Mapping[str, object], *, by: Agent | None, at: datetime) -> None:
    """Fill in fields, or empty them; each change is a row, and what it replaces stays below it."""
    case = locked(case)
    values = _read(type_of(case).template, given)
    before = filled_in(case)
    # A tick and a one are the same to Python, and not to a reader.
    changed = {
        key: value
        for key, value in values.items()
        if (type(value), value) != (type(before.get(key)), before.get(key))
    }
    if not changed:
        return
    FilledField.objects.bulk_create(
        FilledField(case=case, client_id=case.client_id, key=key, value=value, by=by, at=at)
        for key, value in changed.items()
    )
    announce(FieldsFilled(fields=tuple(changed), **about(case, by)), at=at)


def _read(template: Template, given: Mapping[str, object]) -> dict[str, Value | None]:
    values = {}
    for key, value in given.items():
        field = template.field(key)
        if field is None:
            known = ", ".join(one.key for one in template.fields) or "–"
            raise UnknownField(key=key[:40], known=known)
        try:
            values[key] = read_value(field, value)
        except WrongValue as wrong:
            raise WrongFieldValue(field, str(wrong)) from None
    return values
