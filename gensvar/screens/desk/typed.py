"""The fields of a case's type as a person fills them in, in any form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gensvar.operations.cases.actions.filling import wrong_value
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.story import Story
from gensvar.operations.cases.queries.typed import filled_in, type_of
from gensvar.operations.casetypes.rules import (
    LONGEST_TEXT,
    Field,
    Kind,
    Value,
    WrongValue,
    read_value,
    shown,
)

PREFIX = "field_"


class TypedField(forms.Field):
    """A field of a case type; what does not fit is told in its own words."""

    def __init__(self, field: Field, *, is_required: bool) -> None:
        language = get_language() or "sv"
        super().__init__(
            label=field.label.said(language),
            help_text=field.help.said(language),
            required=is_required,
            widget=_widget(field, language),
        )
        self.asked = field

    def clean(self, value: Any) -> Value | None:
        try:
            found = read_value(self.asked, value)
        except WrongValue as wrong:
            raise forms.ValidationError(wrong_value(self.asked, str(wrong))) from None
        if found is None and self.required:
            raise forms.ValidationError(_("Needed before the case can be done."))
        return found

    def prepare_value(self, value: Any) -> Any:
        if self.asked.kind == Kind.YES_NO and isinstance(value, bool):
            return "yes" if value else "no"
        is_number = self.asked.kind == Kind.NUMBER and isinstance(value, int | float)
        return shown(self.asked, value, language=get_language() or "sv") if is_number else value


def add_fields(
    form: forms.Form,
    fields: Iterable[Field],
    filled: Mapping[str, Value] | None = None,
    *,
    are_required: bool = False,
) -> None:
    """Let a form ask for fields of a type, with what is filled in already."""
    for field in fields:
        name = f"{PREFIX}{field.key}"
        form.fields[name] = TypedField(field, is_required=are_required)
        if filled and field.key in filled:
            form.initial[name] = filled[field.key]


def given_in(form: forms.Form) -> dict[str, Value | None]:
    """Return what a valid form says of the fields that it asked for."""
    return {
        name.removeprefix(PREFIX): form.cleaned_data[name]
        for name, field in form.fields.items()
        if isinstance(field, TypedField) and name in form.cleaned_data
    }


class FieldsForm(forms.Form):
    """Everything that the type of a case asks for; nothing is needed yet."""

    def __init__(self, *args: Any, case: Case, **more: Any) -> None:
        super().__init__(*args, **more)
        add_fields(self, type_of(case).template.fields, filled_in(case))


@dataclass(frozen=True)
class FieldShown:
    """A field as it stands on the page of a case."""

    label: str
    value: str
    by: str
    is_missing: bool


def fields_shown(story: Story) -> list[FieldShown]:
    """Return the fields of the type, then what an earlier type asked for and was told."""
    language = get_language() or "sv"
    found = []
    template = story.type.template
    for field in template.fields:
        value, by = story.filled.get(field.key, (None, ""))
        words = shown(field, value, language=language) if value is not None else ""
        found.append(
            FieldShown(field.label.said(language), words, by, field.is_needed and value is None)
        )
    for key, (value, by) in story.filled.items():
        if template.field(key) is None:
            found.append(FieldShown(key, str(value), by, is_missing=False))
    return found


def _widget(field: Field, language: str) -> forms.Widget:
    if field.kind == Kind.CHOICE:
        options = [(option.code, option.label.said(language)) for option in field.options]
        return forms.Select(choices=[("", "–"), *options])
    if field.kind == Kind.YES_NO:
        return forms.Select(choices=[("", "–"), ("yes", _("Yes")), ("no", _("No"))])
    if field.kind == Kind.DATE:
        return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    if field.kind == Kind.NUMBER:
        return forms.TextInput(attrs={"inputmode": "decimal", "maxlength": 24})
    return forms.TextInput(attrs={"maxlength": LONGEST_TEXT})
