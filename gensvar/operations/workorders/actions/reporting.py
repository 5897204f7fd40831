"""Customer and desk are told what was done, and the customer is asked how it went."""

from datetime import datetime

from django.conf import settings
from django.core import signing
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions import answer, write_note
from gensvar.operations.cases.models import Case, State
from gensvar.operations.workorders.actions.ordering import about
from gensvar.operations.workorders.actions.stepping import note_carried_out, stamp_if_due
from gensvar.operations.workorders.events import OrderRated, OrderReportedBack
from gensvar.operations.workorders.models import ReportBack, Survey, WorkOrder
from gensvar.operations.workorders.queries.listing import with_costs
from gensvar.operations.workorders.queries.process import process_of
from gensvar.operations.workorders.queries.shown import kronor, shown
from gensvar.operations.workorders.rules.orders import WorkStage
from gensvar.operations.workorders.rules.process import Step

SALT = "workorders.survey"
# Under the address of the portal.
SURVEY_PATH = "/omdome/"


class NotDoneYet(Refused):
    message = _("%(code)s is not finished. Report back when it is signed off.")


class AlreadyReported(Refused):
    message = _("Customer and desk have already been told of %(code)s.")


class NothingSaid(Refused):
    message = _("Write what was done, as the customer shall read or hear it.")
    status = 422


class AlreadyRated(Refused):
    message = _("You have already answered. Thank you.")


@action
def report_back(order: WorkOrder, *, text: str, way: str, by: Agent, at: datetime) -> ReportBack:
    """Tell the customer and the desk what was done; with the last order that is step 2.5.

    By mail the customer also gets the link to one question about it.
    """
    order = WorkOrder.objects.select_for_update(of=("self",), no_key=True).get(pk=order.pk)
    if order.stage != WorkStage.DONE:
        raise NotDoneYet(code=order.code)
    if ReportBack.objects.filter(order=order).exists():
        raise AlreadyReported(code=order.code)
    if not text.strip():
        raise NothingSaid
    case = Case.objects.select_related("client", "customer").get(pk=order.case_id)
    survey = _ask(order, at=at)
    report = ReportBack(
        order=order,
        client_id=order.client_id,
        way=way,
        told_customer_at=at,
        told_desk_at=at,
        text=text.strip(),
        by=by,
    )
    if way == ReportBack.Way.MAIL:
        words = "\n\n".join(
            filter(None, [report.text, _money(case, order), _question(case, survey)])
        )
        report.outgoing = answer(
            case, words, channel="mail", by=by, at=at, next_state=State.WAITING_FOR_US
        )
    report.save()
    write_note(case, _for_desk(case, order, report), by=by, at=at)
    announce(OrderReportedBack(way=way, **about(order, by)), at=at)
    _take_steps(case, by=by, at=at)
    return report


@action
def rate(survey: Survey, *, score: int, words: str, at: datetime) -> Survey:
    """Keep the customer's answer, once."""
    survey = Survey.objects.select_for_update(no_key=True).get(pk=survey.pk)
    if survey.answered_at is not None:
        raise AlreadyRated
    survey.score, survey.words, survey.answered_at = score, words.strip()[:2_000], at
    survey.save(update_fields=["score", "words", "answered_at"])
    order = WorkOrder.objects.get(pk=survey.order_id)
    announce(OrderRated(score=score, **about(order, None)), at=at)
    return survey


def survey_link(survey: Survey, *, case_id: int) -> str:
    """Return the address where the customer answers; it opens this one question only."""
    token = signing.dumps([survey.pk, case_id], salt=SALT)
    return f"{settings.BASE_URL}{SURVEY_PATH}{token}/"


def read_token(token: str) -> tuple[int, int] | None:
    """Return the survey and the case that a link is for; nothing where it is none of ours."""
    try:
        survey_id, case_id = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return int(survey_id), int(case_id)


def _ask(order: WorkOrder, *, at: datetime) -> Survey:
    return Survey.objects.create(
        order=order,
        client_id=order.client_id,
        place_id=order.place_id,
        performer_id=order.agent_id,
        group_id=order.group_id,
        asked_at=at,
    )


def _money(case: Case, order: WorkOrder) -> str:
    """Return what such a customer is told of money: a price, a cost centre, or nothing."""
    told = shown(with_costs(WorkOrder.objects.all()).get(pk=order.pk), case.customer)
    with translation.override(case.language if case.language == "sv" else "en"):
        if told.price is not None:
            return gettext("Cost: %(amount)s") % {"amount": kronor(told.price)}
        if told.cost_centre:
            return gettext("Cost centre: %(name)s") % {"name": told.cost_centre}
    return ""


def _question(case: Case, survey: Survey) -> str:
    with translation.override(case.language if case.language == "sv" else "en"):
        return gettext("How did it go? Answer one question: %(link)s") % {
            "link": survey_link(survey, case_id=case.pk)
        }


def _for_desk(case: Case, order: WorkOrder, report: ReportBack) -> str:
    with translation.override(case.client.language):
        return gettext("%(code)s is finished and the customer has been told:\n%(text)s") % {
            "code": order.code,
            "text": report.text,
        }


def _take_steps(case: Case, *, by: Agent, at: datetime) -> None:
    """Take 2.5 once every order has been reported, and 3.1: the order holds what it took."""
    note_carried_out(case, at=at)
    orders = WorkOrder.objects.filter(case=case)
    process = process_of(case)
    if process is None or orders.open().exists() or orders.to_report().exists():
        return
    stamp_if_due(process, Step.REPORT, by=by, at=at)
    if process.standing.has_actuals:
        stamp_if_due(process, Step.GATHER, by=None, at=at)
