from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.channels.mail.models import RawMail
from gensvar.foundation.files.downloads import download
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.contacts.actions import lift_suppression
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import mailboxes as consequences
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import listed
from gensvar.screens.setup.mail_state import failures as failures_of
from gensvar.screens.setup.mail_state import mail_tabs
from gensvar.screens.setup.mail_state import stopped as stopped_of
from gensvar.screens.setup.mail_state import unreadable as unreadable_of
from gensvar.screens.setup.reaching import clients_within


@require_safe
@never_cache
@requires("setup.read")
def stopped(request: AgentRequest) -> HttpResponse:
    return listed(
        request,
        "stopped",
        here="setup_mailboxes",
        title=_("Stopped addresses"),
        about=_("Mail to these came back for good, so nothing more is sent to them."),
        rows=stopped_of(clients_within(request, "setup.read"))[:500],
        tabs=mail_tabs(request, "stopped"),
        history=changes(("contacts.suppression-lifted",), {}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def lifting(request: AgentRequest, suppression_id: int) -> HttpResponse:
    rows = stopped_of(clients_within(request, "setup.write"))
    found = get_object_or_404(rows, pk=suppression_id)
    return propose(
        request,
        Proposal(
            here="setup_mailboxes",
            title=_("Let mail through to %(address)s") % {"address": found.address},
            crumb=(_("Stopped addresses"), reverse("setup_stopped")),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("Let it through"),
            effects=lambda given: consequences.of_lifting(found, at=now()),
            save=lambda given: lift_suppression(found, by=request.user, at=now()),
            then=reverse("setup_stopped"),
            done=_("Mail goes there again."),
        ),
    )


@require_safe
@requires("setup.read")
def unreadable(request: AgentRequest) -> HttpResponse:
    return listed(
        request,
        "unreadable",
        here="setup_mailboxes",
        title=_("Unreadable mail"),
        about=_("Each has become a case that shows the raw file to those who answer."),
        rows=unreadable_of(clients_within(request, "setup.read"))[:200],
        tabs=mail_tabs(request, "unreadable"),
        may_read=request.identity.may("contacts.read"),
    )


@require_safe
@never_cache
@requires("contacts.read")
def raw_mail(request: AgentRequest, raw_mail_id: int) -> HttpResponse:
    """Hand out the raw file to those who may read what customers write."""
    rows = RawMail.objects.filter(client__in=clients_within(request, "contacts.read"))
    found = get_object_or_404(rows.select_related("stored"), pk=raw_mail_id)
    if found.stored is None:
        raise Http404
    return download(found.stored, name=f"mail-{found.pk}.eml")


@require_safe
@requires("setup.read")
def failures(request: AgentRequest) -> HttpResponse:
    return listed(
        request,
        "failures",
        here="setup_mailboxes",
        title=_("Did not arrive"),
        about=_("Mail of the last 30 days that was refused or came back."),
        rows=failures_of(clients_within(request, "setup.read"), at=now()),
        tabs=mail_tabs(request, "failures"),
    )
