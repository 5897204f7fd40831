"""What a case type is called, asks for and allows, as an administrator writes it."""

from typing import Any

from django import forms
from django.utils.text import format_lazy, slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gensvar.operations.cases.models import State
from gensvar.operations.casetypes.models import MEASURE_NAMES, Service
from gensvar.operations.casetypes.rules import (
    CODE,
    LARGEST_TARGET,
    MEASURES,
    MOST_ANSWER_DAYS,
    MOST_OPTIONS,
    MOST_REOPEN_DAYS,
    RIGHTS,
    STATES,
    Disposal,
    Field,
    Kind,
    Measure,
    Move,
    Option,
    Stage,
    Target,
    Template,
    Unit,
    Words,
)
from gensvar.screens.setup.forms.settings import SettingsForm, text

KINDS = {
    Kind.TEXT: _("Words"),
    Kind.CHOICE: _("One of several choices"),
    Kind.NUMBER: _("A number"),
    Kind.DATE: _("A day"),
    Kind.YES_NO: _("Yes or no"),
}
WHO = {
    "": _("no"),
    "cases.write": _("everybody who handles cases"),
    "cases.close": _("those who may close"),
    "cases.approve": _("team leads and managers"),
}
# At least or at most so much, in the unit of the measure.
GOALS = {
    (Unit.SHARE, True): (_("%(measure)s, at least"), "%"),
    (Unit.SHARE, False): (_("%(measure)s, at most"), "%"),
    (Unit.SECONDS, False): (_("%(measure)s, at most"), _("seconds")),
    (Unit.HOURS, False): (_("%(measure)s, at most"), _("hours")),
}


def _goal_name(code: str) -> str:
    return f"goal_{code}"


def _goal_field(code: str, measure: Measure) -> forms.FloatField:
    label, unit = GOALS[measure.unit, measure.more_is_better]
    field = forms.FloatField(
        label=label % {"measure": MEASURE_NAMES[code]},
        required=False,
        min_value=0,
        max_value=LARGEST_TARGET[measure.unit],
    )
    field.unit, field.is_short = unit, True  # type: ignore[attr-defined]
    return field


def _prose(label: Any, help: Any = "") -> Any:
    return forms.CharField(
        label=label,
        help_text=help,
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def _code(label: Any, help: Any) -> Any:
    return forms.CharField(label=label, required=False, max_length=40, help_text=help)


class Coded(SettingsForm):
    """A form for something with a code of its own, made of its Swedish name where none is given."""

    CODE_FIELD = "code"
    NAME_FIELD = "label_sv"

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if self.CODE_FIELD in self.fields and self.NAME_FIELD in given:
            code = given.get(self.CODE_FIELD) or slugify(given[self.NAME_FIELD])[:40].strip("-")
            if not CODE.fullmatch(code):
                self.add_error(
                    self.CODE_FIELD, _("Begin with a letter; use only a–z, 0–9 and hyphens.")
                )
            given[self.CODE_FIELD] = code
        return given


class NewTypeForm(Coded):
    PARTS = ((_("The case type"), ("service", "name_sv", "name_en", "code")),)
    NAME_FIELD = "name_sv"
    service = forms.ChoiceField(
        label=_("Begins as"), choices=Service, widget=forms.RadioSelect, initial=Service.SUPPORT
    )
    name_sv = text(_("Name in Swedish"))
    name_en = text(_("Name in English"), required=False)
    code = _code(_("Code"), _("For programs; empty: made of the name. It never changes."))


class TypeForm(SettingsForm):
    PARTS = (
        (_("Name"), ("name_sv", "name_en")),
        (_("What to say first"), ("script_sv", "script_en")),
        (_("Time to answer"), ("answer_days",)),
        (_("When the customer writes again"), ("reopen_days",)),
        (_("Follow-up"), ("measures",)),
        (_("Goals"), tuple(map(_goal_name, MEASURES))),
        (
            _("How long its cases are kept"),
            ("retention_months", "disposal", "disposal_decision", "disposes_confidential"),
        ),
    )
    name_sv = text(_("Name in Swedish"))
    name_en = text(_("Name in English"), required=False)
    script_sv = _prose(_("In Swedish"))
    script_en = _prose(_("In English"))
    answer_days = forms.IntegerField(
        label=_("Answered within"),
        min_value=0,
        max_value=MOST_ANSWER_DAYS,
        help_text=_(
            "Working days at most, also where the subject gives more; 0: as the subject says."
        ),
    )
    reopen_days = forms.IntegerField(
        label=_("Opens again within"),
        required=False,
        min_value=0,
        max_value=MOST_REOPEN_DAYS,
        help_text=_(
            "Days after it was done. A mail that comes later begins a new case, linked with it; "
            "0: it always opens again."
        ),
    )
    measures = forms.MultipleChoiceField(
        label=_("Measures"),
        required=False,
        choices=[(code, format_lazy("{} · {}", MEASURE_NAMES[code], code)) for code in MEASURES],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Shown for its cases under Goals, Goals by case type."),
    )
    retention_months = forms.IntegerField(
        label=_("Kept for"),
        min_value=0,
        max_value=1_200,
        help_text=_(
            "Months after the case is done; 0: not decided. Nothing is erased without a decision."
        ),
    )
    disposal = forms.ChoiceField(
        label=_("What happens then"),
        required=False,
        choices=[
            (Disposal.UNDECIDED, _("Not decided: nothing happens")),
            (Disposal.ERASE, _("Erase: what was said and who said it; the count stays")),
            (Disposal.KEEP, _("Keep for good")),
        ],
        widget=forms.RadioSelect,
    )
    disposal_decision = text(_("Decision"), 120, required=False)
    disposes_confidential = forms.BooleanField(
        label=_("The decision is about confidential cases too"), required=False
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for code, measure in MEASURES.items():
            self.fields[_goal_name(code)] = _goal_field(code, measure)

    @staticmethod
    def initial_of(template: Template) -> dict[str, Any]:
        return {
            "name_sv": template.name.sv,
            "name_en": template.name.en,
            "script_sv": template.script.sv,
            "script_en": template.script.en,
            "measures": list(template.measures),
            "answer_days": template.answer_days,
            "reopen_days": template.reopen_days,
            **{_goal_name(one.measure): one.value for one in template.targets},
            "retention_months": template.retention_months,
            "disposal": template.disposal,
            "disposal_decision": template.disposal_decision,
            "disposes_confidential": template.disposes_confidential,
        }

    @staticmethod
    def settings_in(given: dict[str, Any]) -> dict[str, Any]:
        return {
            "name": Words(given["name_sv"], given["name_en"]),
            "script": Words(given["script_sv"], given["script_en"]),
            "measures": tuple(given["measures"]),
            "targets": tuple(
                Target(code, value)
                for code in MEASURES
                if (value := given[_goal_name(code)]) is not None
            ),
            "answer_days": given["answer_days"],
            "reopen_days": given["reopen_days"] or 0,
            "retention_months": given["retention_months"],
            "disposal": Disposal(given["disposal"]),
            "disposal_decision": given["disposal_decision"].strip(),
            "disposes_confidential": given["disposes_confidential"],
        }


class FieldForm(Coded):
    PARTS = (
        (_("The question"), ("label_sv", "label_en", "key", "help_sv", "help_en")),
        (_("The answer"), ("kind", "options", "is_needed")),
    )
    CODE_FIELD = "key"
    label_sv = text(_("Label in Swedish"), 80)
    label_en = text(_("Label in English"), 80, required=False)
    key = _code(_("Key"), _("In exports and for programs; empty: made of the label."))
    help_sv = text(_("Help in Swedish"), 200, required=False)
    help_en = text(_("Help in English"), 200, required=False)
    kind = forms.ChoiceField(
        label=_("Kind of answer"), choices=list(KINDS.items()), widget=forms.RadioSelect
    )
    options = forms.CharField(
        label=_("Choices"),
        required=False,
        max_length=6_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("One a line: code = Swedish | English. The code and English may be left out."),
    )
    is_needed = forms.BooleanField(
        label=_("Needed before the case is done"),
        required=False,
        help_text=_("Closing asks for it, if it is not filled in by then."),
    )

    def __init__(self, *args: Any, is_new: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not is_new:  # what is filled in is known by it
            del self.fields["key"]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        options = _options(given.get("options", ""))
        if given.get("kind") == Kind.CHOICE and not 0 < len(options) <= MOST_OPTIONS:
            self.add_error("options", _("Write at least one choice, and at most 60."))
        codes = [option.code for option in options]
        wrong = next(
            (one for one in codes if not CODE.fullmatch(one) or codes.count(one) > 1), None
        )
        if wrong is not None:
            self.add_error("options", _("Each choice needs a code of its own: a–z, 0–9, hyphens."))
        return given

    @staticmethod
    def initial_of(field: Field) -> dict[str, Any]:
        return {
            "label_sv": field.label.sv,
            "label_en": field.label.en,
            "help_sv": field.help.sv,
            "help_en": field.help.en,
            "kind": field.kind,
            "options": "\n".join(_written(option) for option in field.options),
            "is_needed": field.is_needed,
        }

    @staticmethod
    def field_in(given: dict[str, Any], *, key: str = "") -> Field:
        is_choice = given["kind"] == Kind.CHOICE
        return Field(
            key=key or given["key"],
            kind=Kind(given["kind"]),
            label=Words(given["label_sv"], given["label_en"]),
            help=Words(given["help_sv"], given["help_en"]),
            options=_options(given["options"]) if is_choice else (),
            is_needed=given["is_needed"],
        )


class StageForm(Coded):
    label_sv = text(_("Name in Swedish"), 60)
    label_en = text(_("Name in English"), 60, required=False)
    code = _code(_("Code"), _("For programs; empty: made of the name. It never changes."))
    state = forms.ChoiceField(
        label=_("What it means"),
        choices=[(state, State(state).label) for state in STATES],
        widget=forms.RadioSelect,
        help_text=_("Lists, deadlines and what the customer sees go by this."),
    )

    def __init__(self, *args: Any, is_new: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not is_new:
            del self.fields["code"]

    @staticmethod
    def stage_in(given: dict[str, Any], *, code: str = "") -> Stage:
        label = Words(given["label_sv"], given["label_en"])
        return Stage(code or given["code"], label, given["state"])


class MovesForm(SettingsForm):
    """From each stage to each other: nobody, or who may take a case there."""

    def __init__(self, *args: Any, template: Template, **more: Any) -> None:
        super().__init__(*args, **more)
        language = get_language() or "sv"
        self.stages = [(stage.code, stage.label.said(language)) for stage in template.stages]
        names = dict(self.stages)
        for start in names:
            for to in names:
                if start != to:
                    way = template.way(start, to)
                    self._ask(start, to, f"{names[start]} → {names[to]}", way.right if way else "")

    def _ask(self, start: str, to: str, label: str, right: str) -> None:
        name = f"{start}__{to}"
        self.fields[name] = forms.ChoiceField(
            label=label, choices=[(key, str(WHO[key])) for key in ("", *RIGHTS)], required=False
        )
        self.initial[name] = right

    def rows(self) -> list[tuple[str, list[Any]]]:
        """Return a row for each stage to come from, with a cell for each to go to."""
        return [
            (
                label,
                [None if start == to else self[f"{start}__{to}"] for to, _label in self.stages],
            )
            for start, label in self.stages
        ]

    @staticmethod
    def moves_in(given: dict[str, Any]) -> list[Move]:
        pairs = ((name.partition("__"), right) for name, right in given.items() if right)
        return [Move(start, to, right) for (start, _bar, to), right in pairs]


def _options(written: str) -> tuple[Option, ...]:
    return tuple(_option(line) for line in written.splitlines() if line.strip())


def _option(line: str) -> Option:
    code, is_coded, rest = line.partition("=")
    swedish, _bar, english = (rest if is_coded else line).partition("|")
    made = slugify(code if is_coded else swedish)[:40].strip("-")
    return Option(made, Words(swedish.strip()[:80], english.strip()[:80]))


def _written(option: Option) -> str:
    english = f" | {option.label.en}" if option.label.en else ""
    return f"{option.code} = {option.label.sv}{english}"
