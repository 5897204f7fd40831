"""What is disturbed just now, and a word when it is over."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import now
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from gensvar.foundation.people.access import Reach, seeing_as
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.texting import can_text
from gensvar.operations.disruptions.models import Disruption
from gensvar.screens.portal import actions
from gensvar.screens.portal.forms import HearForm
from gensvar.screens.portal.views.frame import Portal, draw, page, sent_form
from gensvar.screens.portal.views.sender import sender_of


@page
@require_http_methods(["GET", "HEAD", "POST"])
def disruption(request: HttpRequest, portal: Portal, pk: int) -> HttpResponse:
    found = _found(portal, pk)
    form = HearForm(sent_form(request), takes_texts=_takes_texts(found))
    refused, is_following = "", False
    if form.is_bound and form.is_valid():
        try:
            actions.follow_disruption(
                found,
                *form.way,
                sender=sender_of(request),
                language=get_language() or "sv",
                at=now(),
            )
        except Refused as refusal:
            refused = refusal.words()
        else:
            is_following = True
    return draw(
        request,
        portal,
        "disruption.html",
        status=422 if form.errors or refused else 200,
        disruption=found,
        words=found.words(get_language() or "sv"),
        form=form,
        refused=refused,
        is_following=is_following,
    )


def _takes_texts(disruption: Disruption) -> bool:
    # Nobody is signed in, so the database shows no number of the client's: just for this it does.
    with seeing_as(Reach(clients=frozenset({disruption.client_id}))):
        return can_text(disruption.client)


def _found(portal: Portal, pk: int) -> Disruption:
    begun = Disruption.objects.filter(client=portal.client, is_public=True, started_at__lte=now())
    found = begun.select_related("client").filter(pk=pk).first() if pk < 2**63 else None
    if found is None:
        raise Http404
    return found
