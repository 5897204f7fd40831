"""Who else follows a case: its customer lets them, and ends it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions import Followed
from gensvar.operations.cases.forms import ParticipantForm
from gensvar.screens.portal import actions
from gensvar.screens.portal.views.follow import followed_in, forget_followed
from gensvar.screens.portal.views.frame import Portal, draw, page, sent_form


@page
@require_http_methods(["GET", "HEAD", "POST"])
def participants(request: HttpRequest, portal: Portal) -> HttpResponse:
    """Let somebody else follow the case, to read or to write too, until a day."""
    followed = _as_customer(request)
    if followed is None:
        return redirect(portal.at("follow"))
    form = ParticipantForm(sent_form(request), at=now())
    if form.is_bound and form.is_valid():
        try:
            actions.let_follow(followed, **form.cleaned_data, at=now())
        except Refused as refusal:
            form.add_error(None, refusal.words())
        else:
            name = form.cleaned_data["name"]
            messages.success(
                request, _("%(name)s gets a code and may follow the case.") % {"name": name}
            )
            return redirect(portal.at("case"))
    status = 422 if form.errors else 200
    return draw(request, portal, "participants.html", form=form, status=status)


@page
@require_POST
def end_participant(request: HttpRequest, portal: Portal, pk: int) -> HttpResponse:
    followed = _as_customer(request)
    if followed is None:
        return redirect(portal.at("follow"))
    actions.end_following(followed, min(pk, 2**63 - 1), at=now())
    messages.success(request, _("The case is shown to them no longer."))
    return redirect(portal.at("case"))


@page
@require_POST
def send_code_anew(request: HttpRequest, portal: Portal, pk: int) -> HttpResponse:
    """Let the customer have the code sent again to who has lost it."""
    followed = _as_customer(request)
    if followed is None:
        return redirect(portal.at("follow"))
    try:
        name = actions.send_code_again(followed, min(pk, 2**63 - 1), at=now())
    except Refused as refusal:
        messages.error(request, refusal.words())
    else:
        messages.success(request, _("The code has been sent to %(name)s again.") % {"name": name})
    return redirect(portal.at("case"))


@page
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, portal: Portal) -> HttpResponse:
    """Let who takes part follow the case no longer; asked once, since only others can undo it."""
    followed = followed_in(request, at=now())
    if followed is None or followed.participant_id is None:
        return redirect(portal.at("follow" if followed is None else "case"))
    if request.method == "POST":
        actions.stop_following(followed, at=now())
        forget_followed(request)
        messages.success(request, _("You follow the case no longer."))
        return redirect(portal.at("follow"))
    return draw(request, portal, "stop_following.html")


def _as_customer(request: HttpRequest) -> Followed | None:
    """Return the case that its customer follows here; who takes part lets nobody else in."""
    followed = followed_in(request, at=now())
    if followed is not None and followed.participant_id is not None:
        raise Http404
    return followed
