"""Change what a case type asks for and allows: each change is a new version of its template."""

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.calendars.actions import check_target
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.casetypes.actions.adding import IsRetired, about, locked
from gensvar.operations.casetypes.events import CaseTypeChanged
from gensvar.operations.casetypes.models import TEMPLATE, CaseType, TypeVersion
from gensvar.operations.casetypes.rules import (
    MOST_ANSWER_DAYS,
    MOST_FIELDS,
    MOST_OPTIONS,
    MOST_REOPEN_DAYS,
    MOST_STAGES,
    OURS,
    Fault,
    Field,
    Move,
    Stage,
    Template,
    faults,
)
from gensvar.science.worktime.deadlines import WorkingDays

WHY = {
    "no-name": _("Write what the case type is called in Swedish."),
    "no-decision": _("Write which decision says so, such as KS 2026/17."),
    "no-months": _("Write how many months a case is kept before it is erased."),
    "answer-days": _("Write between 0 and %(most_days)s working days to answer."),
    "reopen-days": _("Write between 0 and %(most_reopen)s days for opening a case again."),
    "no-measure": _("There is a goal for %(what)s, which nobody follows. Tick the measure too."),
    "target": _("The goal for %(what)s cannot be reached or missed. Write another number."),
    "no-label": _("Write what “%(what)s” is called in Swedish."),
    "many-fields": _("A case type can ask for %(most_fields)s fields at most. Remove one first."),
    "many-stages": _("A case type can have %(most_stages)s stages at most. Remove one first."),
    "field-key": _("The key of “%(what)s” is taken, or has more than a–z, 0–9 and hyphens."),
    "stage-code": _("The code of “%(what)s” is taken, or has more than a–z, 0–9 and hyphens."),
    "no-options": _("Write between 1 and %(most_options)s choices for “%(what)s”."),
    "option-code": _("The choices of “%(what)s” need codes of their own: a–z, 0–9 and hyphens."),
    "move": _("The move %(what)s leads nowhere. Choose two different stages."),
    "no-waiting-for-us": _("At least one stage must mean that the case waits for us."),
    "no-waiting-for-customer": _("At least one stage must mean that we wait for the customer."),
    "no-handed-over": _("At least one stage must mean that the case is handed over."),
    "no-closed": _("At least one stage must mean that the case is done."),
    "unreachable": _("No case could come to “%(what)s”. Allow a move to it from another stage."),
    "dead-end": _("A case in “%(what)s” could never be done. Allow a move onward from it."),
}


class BrokenTemplate(Refused):
    """A case must always be able to begin, go on and end."""

    message = ""
    status = 422

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__()

    def words(self) -> str:
        return str(WHY[self.fault.kind]) % {
            "what": self.fault.what.said(get_language() or "sv"),
            "most_fields": MOST_FIELDS,
            "most_stages": MOST_STAGES,
            "most_options": MOST_OPTIONS,
            "most_days": MOST_ANSWER_DAYS,
            "most_reopen": MOST_REOPEN_DAYS,
        }


class FieldKeyTaken(Refused):
    message = _("There is already a field with the key %(key)s. Choose another key.")
    status = 422


class StageCodeTaken(Refused):
    message = _("There is already a stage with the code %(code)s. Choose another code.")
    status = 422


class NoSuchPart(Refused):
    message = _("That is no longer there: somebody else has removed it. Load the page again.")


@action
def describe_type(case_type: CaseType, *, by: Agent, at: datetime, **settings: Any) -> None:
    """Say what it is called, what is said first, how it is measured and how long it is kept."""
    if days := settings.get("answer_days"):
        check_target(case_type.client, WorkingDays(days), at=at)
    _change(case_type, lambda template: replace(template, **settings), by=by, at=at)


@action
def add_field(case_type: CaseType, field: Field, *, by: Agent, at: datetime) -> None:
    """Ask for one more thing."""

    def add(template: Template) -> Template:
        if template.field(field.key) is not None:
            raise FieldKeyTaken(key=field.key)
        return replace(template, fields=(*template.fields, field))

    _change(case_type, add, by=by, at=at)


@action
def change_field(case_type: CaseType, field: Field, *, by: Agent, at: datetime) -> None:
    """Ask for it in another way; what has been filled in stays as it is."""

    def change(template: Template) -> Template:
        if template.field(field.key) is None:
            raise NoSuchPart
        changed = tuple(field if one.key == field.key else one for one in template.fields)
        return replace(template, fields=changed)

    _change(case_type, change, by=by, at=at)


@action
def remove_field(case_type: CaseType, key: str, *, by: Agent, at: datetime) -> None:
    """Ask for it no longer; what has been filled in is kept with its cases."""

    def remove(template: Template) -> Template:
        if template.field(key) is None:
            raise NoSuchPart
        return replace(template, fields=tuple(one for one in template.fields if one.key != key))

    _change(case_type, remove, by=by, at=at)


@action
def add_stage(case_type: CaseType, stage: Stage, *, by: Agent, at: datetime) -> None:
    """Let cases stand in one more stage, reached from the first and leading everywhere."""

    def add(template: Template) -> Template:
        if template.stage(stage.code) is not None:
            raise StageCodeTaken(code=stage.code)
        moves = [Move(stage.code, other.code) for other in template.stages]
        moves.append(Move(template.home(OURS).code, stage.code))
        return replace(template, stages=(*template.stages, stage), moves=(*template.moves, *moves))

    _change(case_type, add, by=by, at=at)


@action
def change_stage(case_type: CaseType, stage: Stage, *, by: Agent, at: datetime) -> None:
    """Call it something else, or let it mean another state."""

    def change(template: Template) -> Template:
        if template.stage(stage.code) is None:
            raise NoSuchPart
        changed = tuple(stage if one.code == stage.code else one for one in template.stages)
        return replace(template, stages=changed)

    _change(case_type, change, by=by, at=at)


@action
def remove_stage(case_type: CaseType, code: str, *, by: Agent, at: datetime) -> None:
    """Take a stage away, with the moves to and from it; cases in it keep their state."""

    def remove(template: Template) -> Template:
        if template.stage(code) is None:
            raise NoSuchPart
        return replace(
            template,
            stages=tuple(one for one in template.stages if one.code != code),
            moves=tuple(move for move in template.moves if code not in (move.start, move.to)),
        )

    _change(case_type, remove, by=by, at=at)


@action
def set_moves(case_type: CaseType, moves: Iterable[Move], *, by: Agent, at: datetime) -> None:
    """Say from which stage a case may go where, and who may take it there."""
    given = tuple(moves)
    _change(case_type, lambda template: replace(template, moves=given), by=by, at=at)


def _change(
    case_type: CaseType, change: Callable[[Template], Template], *, by: Agent, at: datetime
) -> None:
    case_type = locked(case_type)
    if case_type.retired_at is not None:
        raise IsRetired
    before = case_type.template
    after = change(before)
    differing = tuple(
        one.name
        for one in fields(Template)
        if getattr(before, one.name) != getattr(after, one.name)
    )
    if not differing:
        return
    if found := faults(after):
        raise BrokenTemplate(found[0])
    number = case_type.version + 1
    TypeVersion.objects.create(
        case_type=case_type, number=number, content=TEMPLATE.dump_python(after), by=by, since=at
    )
    CaseType.objects.filter(pk=case_type.pk).update(version=number)
    announce(CaseTypeChanged(number=number, fields=differing, **about(case_type, by)), at=at)
