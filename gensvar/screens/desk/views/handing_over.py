"""Hand a case over to an answer group: what it must know, and what the customer is promised."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils.timezone import now
from django.utils.translation import gettext as _

from gensvar.channels.mail import texts
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.people.models import Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases import actions
from gensvar.operations.cases.actions import Offer
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries import choices
from gensvar.operations.cases.queries.facts import missing_facts
from gensvar.operations.cases.queries.promise_words import promise_in_words
from gensvar.operations.cases.queries.promises import usual_time
from gensvar.operations.cases.rules import asks_why_again
from gensvar.screens.desk.promise_forms import HandOverForm
from gensvar.screens.desk.reaching import case_or_404, posted
from gensvar.screens.desk.views.acts import GET_AND_POST, back, leave, status_of
from gensvar.screens.desk.views.cases import dialog
from gensvar.screens.desk.views.promising import WITH, told_how


@GET_AND_POST
@requires("cases.hand_over")
def hand_over(request: AgentRequest, number: str) -> HttpResponse:
    """Ask for group, reason, question and only those facts that are missing."""
    case = case_or_404(request, number, Case.objects.select_related(*WITH, "subject__group"))
    hop = case.hand_overs.count() + 1
    suggested = case.subject.group if case.subject else None
    form = HandOverForm(
        posted(request),
        groups=choices.groups([case.client_id], only_answering=True),
        facts=missing_facts(case),
        asks_again=asks_why_again(hop),
        initial={"group": suggested and suggested.pk, "why": "cannot"},
    )
    refusal = ""
    if request.method == "POST" and form.is_valid():
        group = Group.objects.get(pk=form.cleaned_data["group"])
        try:
            _hand(request, case, form, group)
        except Refused as refused:
            refusal = refused.words()
        else:
            messages.success(request, _told(group))
            is_last = actions.is_registering(Case.objects.get(pk=case.pk), request.user)
            return leave(request, case) if is_last else back(request, case)
    context = _shown(case, form, group=suggested, hop=hop) | {"refusal": refusal}
    return dialog(
        request, "desk/_hand_over.html", context, status=409 if refusal else status_of(form)
    )


def _hand(request: AgentRequest, case: Case, form: HandOverForm, group: Group) -> None:
    given = form.cleaned_data
    actions.hand_over(
        case,
        to=group,
        why=given["why"],
        question=given["question"],
        facts=form.given_facts(),
        again_because=given.get("again_because", ""),
        offer=Offer(due_on=given["due_on"], update_days=given["update_days"]),
        by=request.user,
        at=now(),
    )


def _shown(case: Case, form: HandOverForm, *, group: Group | None, hop: int) -> dict[str, Any]:
    at = now()
    time = usual_time(case, at=at)
    subject, text = texts.hand_over(case, at=at, due_at=time.due_at if time else None)
    words = ""
    if time is not None and group is not None:
        words = promise_in_words(case, group=group, due_at=time.due_at, at=at)
    return {
        "case": case,
        "form": form,
        "suggested": group,
        "hop": hop,
        "mail": {"subject": subject, "text": text},
        "promise": words,
        "told": told_how(case),
        "silent": choices.groups_without_address([case.client_id]),
    }


def _told(group: Group) -> str:
    said = _("Handed over to %(group)s. The group gets a mail without content.")
    if not group.email:
        said = _("Handed over to %(group)s. The group has no address, so it gets no mail.")
    return said % {"group": group.code}
