"""Run a macro: several acts in one, undone together while there is time."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.answering import answer
from gensvar.operations.cases.actions.describing import NotOfThisClient, describe
from gensvar.operations.cases.actions.moving import (
    AlreadyClosed,
    about,
    assign,
    change_state,
    close,
    enter,
    locked,
    set_state,
)
from gensvar.operations.cases.actions.settling import restore_promise
from gensvar.operations.cases.events import MacroRan, MacroUndone
from gensvar.operations.cases.models import Case, Macro, MacroRun, State
from gensvar.operations.cases.queries.correspondence import mail_address
from gensvar.operations.cases.queries.typed import type_of
from gensvar.operations.contacts.actions import UNDO, withdraw_message
from gensvar.operations.contacts.models import Channel, Outgoing
from gensvar.operations.knowledge.models import Subject


class MacroRetiredAlready(Refused):
    message = _("The macro is no longer offered. Choose another.")


class TooLateToUndo(Refused):
    message = _("It is too late to undo all of it. Change what needs changing by hand.")


@action
def run_macro(case: Case, macro: Macro, *, text: str, by: Agent, at: datetime) -> MacroRun:
    """Do everything that the macro says, with these words; what it does not say is left alone."""
    case = locked(case)
    if macro.client_id != case.client_id:
        raise NotOfThisClient
    if macro.retired_at is not None:
        raise MacroRetiredAlready
    if case.is_closed:
        raise AlreadyClosed
    before = _standing(case)
    _describe(case, macro, by=by, at=at)
    outgoing = _answer(case, text, by=by, at=at) if text.strip() else None
    if macro.takes or macro.group:
        assign(
            case,
            agent=by if macro.takes else None,
            group=macro.group or case.group,
            by=by,
            at=at,
        )
    if macro.turn == State.CLOSED:
        close(case, by=by, at=at)
    elif macro.turn:
        change_state(case, macro.turn, by=by, at=at)
    ran = MacroRun.objects.create(
        macro=macro,
        case=case,
        client_id=case.client_id,
        outgoing=outgoing,
        before=before,
        by=by,
        at=at,
        until=at + UNDO,
    )
    announce(MacroRan(macro_id=macro.pk, run_id=ran.pk, **about(case, by)), at=at)
    return ran


@action
def undo_macro(ran: MacroRun, *, by: Agent, at: datetime) -> None:
    """Put everything back that the macro did; all of it or nothing."""
    case = locked(ran.case)
    if at >= ran.until or not _is_first(ran, at=at):
        raise TooLateToUndo
    if ran.outgoing is not None:
        withdraw_message(ran.outgoing, by=by, at=at)
    before = ran.before
    subject = Subject.objects.filter(pk=before["subject"]).first()
    describe(case, subject=subject, need_type=before["need_type"], by=by, at=at)
    agent = Agent.objects.filter(pk=before["agent"]).first()
    group = Group.objects.filter(pk=before["group"]).first()
    assign(case, agent=agent, group=group, by=by, at=at)
    case = locked(case)
    case.closed_at = None
    set_state(case, before["state"], by=by, at=at)
    if case.stage != before["stage"]:
        enter(case, type_of(case).template.stage(before["stage"]), by=by, at=at)
    restore_promise(case, since=ran.at, by=by, at=at)
    announce(MacroUndone(macro_id=ran.macro_id, run_id=ran.pk, **about(case, by)), at=at)


def _is_first(ran: MacroRun, *, at: datetime) -> bool:
    return bool(MacroRun.objects.filter(pk=ran.pk, undone_at=None).update(undone_at=at))


def _standing(case: Case) -> dict[str, Any]:
    return {
        "state": case.state,
        "stage": case.stage,
        "subject": case.subject_id,
        "need_type": case.need_type,
        "agent": case.agent_id,
        "group": case.group_id,
    }


def _describe(case: Case, macro: Macro, *, by: Agent, at: datetime) -> None:
    said: dict[str, Any] = {"subject": macro.subject, "need_type": macro.need_type}
    if changes := {name: value for name, value in said.items() if value}:
        describe(case, by=by, at=at, **changes)


def _answer(case: Case, text: str, *, by: Agent, at: datetime) -> Outgoing:
    is_by_mail = bool(mail_address(case)) or case.channel != Channel.WEB
    channel = Channel.MAIL if is_by_mail else Channel.WEB
    return answer(case, text, channel=channel, next_state=State.WAITING_FOR_US, by=by, at=at)
