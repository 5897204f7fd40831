"""The end of a case, and what the customer is told of it."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from django.utils.translation import gettext as _

from gensvar.channels.mail import texts
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases import actions
from gensvar.operations.cases.actions.discarding import is_draft
from gensvar.operations.cases.models import Case, NeedMet, State
from gensvar.operations.cases.queries.correspondence import mail_address
from gensvar.operations.cases.queries.joined import open_children
from gensvar.operations.cases.queries.need import referral_texts
from gensvar.operations.cases.queries.story import story_of
from gensvar.operations.cases.queries.typed import missing_fields, type_of
from gensvar.operations.cases.queries.wording import words_for
from gensvar.operations.cases.rules import missing_for_closing
from gensvar.operations.contacts.models import Channel, Outgoing
from gensvar.screens.desk.closing_form import ClosingForm
from gensvar.screens.desk.reaching import case_or_404, posted
from gensvar.screens.desk.typed import PREFIX, add_fields, given_in
from gensvar.screens.desk.views.acts import GET_AND_POST, attempt_as_said, describe_from, status_of
from gensvar.screens.desk.views.case import subjects_for
from gensvar.screens.desk.views.cases import dialog
from gensvar.screens.desk.views.typed import rights_on, stages_onward, type_as_chosen


@dataclass(frozen=True)
class Farewell:
    """What the customer would be told, and where: by mail, or on the page that follows the case."""

    words: texts.Closing
    channel: str
    address: str


@GET_AND_POST
@requires("cases.close")
def close(request: AgentRequest, number: str) -> HttpResponse:
    case = case_or_404(request, number, Case.objects.select_related("subject", "customer"))
    missing = missing_for_closing(has_subject=case.subject_id is not None, need_type=case.need_type)
    farewell = _farewell(request, case)
    type_, may = type_of(case), rights_on(request, case)
    referrals = list(referral_texts(case.client_id))
    form = ClosingForm(
        posted(request),
        subjects=subjects_for(case),
        missing=missing,
        tell=farewell.words.is_own if farewell else None,
        ends=stages_onward(case, type_, may=may, only=State.CLOSED),
        has_open_parts=bool(open_children(case)),
        is_draft=is_draft(case, story_of(case)),
        referrals=[(one.pk, f"{one.refers_to} – {one}") for one in referrals],
    )
    add_fields(form, missing_fields(case, type_as_chosen(request, case)), are_required=True)
    if request.method == "POST" and form.is_valid():
        is_referred = form.cleaned_data["need_met"] == NeedMet.REFERRED
        is_told = farewell if is_referred or form.cleaned_data.get("tell") else None
        answer = attempt_as_said(
            request,
            case,
            form,
            lambda: _close(request, case, form, is_told),
            done=_("The case is done, and the customer is told.")
            if is_told
            else _("The case is done. Nothing is sent to the customer."),
            finishes=True,
            undoes=True,
        )
        if answer is not None:
            return answer
    asked = [form[name] for name in form.fields if name.startswith(PREFIX)]
    context = {
        "case": case,
        "form": form,
        "missing": missing,
        "farewell": farewell,
        "typed": asked,
        "referrals": [(one, words_for(case, one.text, by=request.user)) for one in referrals],
    }
    return dialog(request, "desk/_close.html", context, status=status_of(form))


def _farewell(request: AgentRequest, case: Case) -> Farewell | None:
    """Return what may be said when the case is done, where there is a way to say it."""
    if not request.identity.may("cases.answer", client_id=case.client_id):
        return None
    address = mail_address(case)
    if not address and case.channel != Channel.WEB:
        return None
    channel = Channel.MAIL if address else Channel.WEB
    return Farewell(words=texts.closing(case, at=now()), channel=channel, address=address)


@transaction.atomic
def _close(
    request: AgentRequest, case: Case, form: ClosingForm, farewell: Farewell | None
) -> Outgoing | None:
    at, by = now(), request.user
    describe_from(case, form.cleaned_data, by=by)
    actions.fill_in(case, given_in(form), by=by, at=at)
    ends: dict[str, Any] = {
        "reason": form.cleaned_data["reason"],
        "stage": form.cleaned_data.get("stage", ""),
        "may": rights_on(request, case),
        "despite_parts": form.cleaned_data.get("despite_parts", False),
    }
    met = form.cleaned_data["need_met"]
    if met == NeedMet.REFERRED:
        to = get_object_or_404(referral_texts(case.client_id), pk=form.cleaned_data["referral"])
        channel = farewell.channel if farewell else ""
        return actions.refer(case, to, channel=channel, by=by, at=at, **ends)
    told = None
    if farewell is not None:
        told = actions.tell_closed(
            case,
            farewell.words.text,
            subject=farewell.words.subject,
            channel=farewell.channel,
            by=by,
            at=at,
        )
    need = actions.Need(met) if met else None
    actions.close(case, by=by, at=at, need=need, **ends)
    return told
