"""Help for whoever writes: ready words, macros, and who else writes."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases import actions
from gensvar.operations.cases.models import Case, Macro, MacroRun, State
from gensvar.operations.cases.queries import wording
from gensvar.operations.cases.queries.presence import has_news, others_present
from gensvar.operations.cases.rules import blanks_in
from gensvar.screens.desk.composing import MacroForm
from gensvar.screens.desk.forms import ReplyForm
from gensvar.screens.desk.reaching import case_or_404, hides_addresses, posted, story_for
from gensvar.screens.desk.timeline import reachable_at
from gensvar.screens.desk.views.acts import GET_AND_POST, attempt, back, status_of
from gensvar.screens.desk.views.answering import PROTECTED
from gensvar.screens.desk.views.case import WITH, draw, subjects_for
from gensvar.screens.desk.views.cases import dialog
from gensvar.screens.desk.views.joining import do_or_ask_again


@require_POST
@requires("cases.answer")
def insert(request: AgentRequest, number: str) -> HttpResponse:
    """Put ready words after what stands in the composer; what could not be filled in is named."""
    case = case_or_404(request, number, Case.objects.select_related(*WITH))
    key = request.POST.get("canned", "")
    found = wording.canned_texts(case.client_id).filter(pk=key if key.isdigit() else 0).first()
    text = request.POST.get("text", "").replace("\0", "").replace("\r\n", "\n")
    if found is not None:
        ready = actions.use_canned_text(case, found, by=request.user, at=now())
        text = f"{text.rstrip()}\n\n{ready}".lstrip()
    if request.htmx:  # type: ignore[attr-defined]
        context = {"case": case, "words": text, "blanks": blanks_in(text), "is_inserted": True}
        return render(request, "desk/_reply_words.html", context)
    form = ReplyForm(
        {**request.POST.dict(), "text": text},
        addresses=list(reachable_at(story_for(request, case))),
        subjects=subjects_for(case),
    )
    return draw(request, case, reply=form)


@require_POST
@requires("cases.write")
def presence(request: AgentRequest, number: str) -> HttpResponse:
    """Hear that somebody has the case open, and say who else has."""
    case, at = case_or_404(request, number), now()
    is_writing = request.POST.get("writing") == "1"
    actions.be_present(case, is_writing=is_writing, by=request.user, at=at)
    context = {
        "number": number,
        "others": others_present(case, me=request.user.pk, at=at),
        "has_news": _has_news(request, case),
    }
    return render(request, "desk/_presence.html", context)


def _has_news(request: AgentRequest, case: Case) -> bool:
    """Say whether somebody has said something since the page that asks was drawn."""
    message, note = request.POST.get("seen", ""), request.POST.get("seen_note", "")
    if not (message.isdecimal() and note.isdecimal()):
        return False
    return has_news(case, message=int(message), note=int(note), me=request.user.pk)


@require_safe
@requires("cases.answer")
def macros(request: AgentRequest, number: str) -> HttpResponse:
    """Offer the macros of the client."""
    case = case_or_404(request, number)
    context = {"case": case, "macros": list(wording.macros(case.client_id))}
    return dialog(request, "desk/_macros.html", context)


@GET_AND_POST
@requires("cases.answer")
def macro(request: AgentRequest, number: str, macro: int) -> HttpResponse:
    """Show what a macro would do, in this case and word for word; then do it."""
    case = case_or_404(request, number, Case.objects.select_related(*WITH))
    chosen: Macro = get_object_or_404(wording.macros(case.client_id), pk=macro)
    if chosen.turn == State.CLOSED and not request.identity.may(
        "cases.close", client_id=case.client_id
    ):
        raise PermissionDenied("cases.close")
    words = wording.words_for(case, chosen.text, by=request.user)
    form = MacroForm(posted(request), macro=chosen, initial={"text": words})
    addresses = list(reachable_at(story_for(request, case)))[:1]

    def act() -> None:
        if chosen.text and not addresses and hides_addresses(request, case.customer):
            form.add_error(None, str(PROTECTED))
            return
        text = form.cleaned_data.get("text", "")
        actions.run_macro(case, chosen, text=text, by=request.user, at=now())

    if request.method == "POST" and do_or_ask_again(form, act) and form.is_valid():
        said = _("“%(name)s” is done. For some seconds you can undo all of it.")
        messages.success(request, said % {"name": chosen.name})
        return back(request, case, asked="#senaste")
    context = {
        "case": case,
        "macro": chosen,
        "form": form,
        "blanks": blanks_in(words),
        "addresses": addresses,
    }
    return dialog(request, "desk/_macro.html", context, status=status_of(form))


@require_POST
@requires("cases.answer")
def undo_macro(request: AgentRequest, number: str, run: int) -> HttpResponse:
    """Undo everything that a macro did, the answer included."""
    case = case_or_404(request, number)
    ran = get_object_or_404(MacroRun.objects.select_related("case", "outgoing__message"), pk=run)
    return attempt(
        request,
        case,
        lambda: actions.undo_macro(ran, by=request.user, at=now()),
        done=_("All of it is undone. Nothing was sent to the customer."),
    )
