"""Letters leave: written in a case, printed, posted."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _now
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.channels.paper.actions.posting import post_letters, write_letter
from gensvar.channels.paper.forms import LetterForm, PostedForm
from gensvar.channels.paper.queries import letters_to_post, postal_address
from gensvar.channels.paper.rules import FORWARDED_BY
from gensvar.channels.paper.views.reaching import clients_for, key_of
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.views import opened
from gensvar.operations.contacts.models import Channel, Outgoing

GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])
MOST_AT_ONCE = 200


@GET_AND_POST
@requires("cases.answer")
def write(request: AgentRequest, number: str) -> HttpResponse:
    """Answer a case by letter; it then waits to be printed and posted."""
    rows = Case.objects.select_related("client", "customer", "subject")
    case = opened(request, get_object_or_404(rows, number=number[:12]))
    is_forwarded = case.customer is not None and case.customer.protected
    name, address = ("", "") if is_forwarded else postal_address(case)
    begins = {"name": name, "address": address.replace(", ", "\n"), "subject": case.title}
    sent = request.POST if request.method == "POST" else None
    form = LetterForm(sent, initial=begins, is_forwarded=is_forwarded)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            letter = write_letter(
                case,
                given["text"],
                subject=given["subject"],
                name=given.get("name", ""),
                address=given.get("address", ""),
                next_state=given["turn"],
                by=request.user,
                at=now(),
            )
        except Refused as refusal:
            form.add_error(None, refusal.words())
        else:
            said = _now("The letter is written. Print it, post it, and say on which day.")
            messages.success(request, said, extra_tags=f"draft:case-{case.pk}-letter")
            return HttpResponseRedirect(reverse("paper:letter", args=[letter.pk]))
    context = {"case": case, "form": form, "forwarded_by": FORWARDED_BY if is_forwarded else ()}
    return render(request, "paper/write.html", context, status=422 if form.errors else 200)


@GET_AND_POST
@requires("cases.answer")
def letters(request: AgentRequest) -> HttpResponse:
    """The letters that wait for the post; those that are ticked have been posted on a day."""
    clients = clients_for(request, "cases.answer")
    today = localdate()
    sent = request.POST if request.method == "POST" else None
    form = PostedForm(sent, initial={"posted_on": today})
    if sent is not None and form.is_valid():
        ticked = [key_of(one) for one in sent.getlist("letter")[:MOST_AT_ONCE]]
        rows = Outgoing.objects.filter(client__in=clients, channel=Channel.LETTER, pk__in=ticked)
        posted = list(rows.select_related("message").order_by("pk"))
        if not posted:
            form.add_error(None, _now("Tick the letters that were posted."))
        elif _are_posted(request, posted, form):
            said = ngettext(
                "%(count)s letter is posted.", "%(count)s letters are posted.", len(posted)
            )
            messages.success(request, said % {"count": len(posted)})
            return HttpResponseRedirect(reverse("paper:letters"))
    found = letters_to_post(clients, at=now())
    context = {"letters": found, "form": form, "today": today}
    return render(request, "paper/letters.html", context, status=422 if form.errors else 200)


def _are_posted(request: AgentRequest, posted: list[Outgoing], form: PostedForm) -> bool:
    """Say that letters were posted, all or none; false where one cannot have been that day."""
    try:
        post_letters(posted, posted_on=form.cleaned_data["posted_on"], by=request.user, at=now())
    except Refused as refusal:
        form.add_error("posted_on", refusal.words())
        return False
    return True


@require_safe
@requires("cases.answer")
def letter(request: AgentRequest, outgoing_id: int) -> HttpResponse:
    """A letter as it is printed, with the address where the window of the envelope is."""
    rows = Outgoing.objects.filter(channel=Channel.LETTER).select_related(
        "message__author", "client"
    )
    found = get_object_or_404(rows, pk=min(outgoing_id, 2**63 - 1))
    case = get_object_or_404(Case, contacts=found.message.contact_id)
    opened(request, case)
    context: dict[str, Any] = {
        "letter": found,
        "message": found.message,
        "case": case,
        "lines": (lines := str(found.message.recipients[0]).splitlines()),
        "is_forwarded": tuple(lines) == FORWARDED_BY,
        "is_waiting": found.state in Outgoing.ON_THEIR_WAY,
        "today": localdate(),
    }
    return render(request, "paper/letter.html", context)
