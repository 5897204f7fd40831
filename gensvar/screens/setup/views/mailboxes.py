from django.contrib import messages
from django.db import transaction
from django.db.models import Max
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gensvar.channels.mail.actions.mailboxes import (
    add_mailbox,
    change_mailbox,
    note_failure,
    note_success,
    set_pickup,
    stop_pickup,
)
from gensvar.channels.mail.models import Mailbox, Pickup
from gensvar.channels.mail.post.imap import Folder, NotLetIn, Trouble
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.screens.setup.changing import Kind, Proposal, propose, told
from gensvar.screens.setup.consequences import mailboxes as consequences
from gensvar.screens.setup.forms.mailboxes import (
    MailboxForm,
    NewMailboxForm,
    PickupForm,
    initial_of,
)
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import listed
from gensvar.screens.setup.mail_state import mail_tabs
from gensvar.screens.setup.reaching import chosen_client, clients_within

EVENTS = ("mail.mailbox-changed", "contacts.suppression-lifted")
TRY_SECONDS = 8.0


def _crumb() -> tuple[str, str]:
    return _("Mailboxes"), reverse("setup_mailboxes")


def _found(request: AgentRequest, mailbox_id: int) -> Mailbox:
    rows = Mailbox.objects.select_related("client", "group", "subject")
    within = clients_within(request, "setup.write")
    return get_object_or_404(rows.filter(client__in=within), pk=mailbox_id)


@require_safe
@requires("setup.read")
def mailboxes(request: AgentRequest) -> HttpResponse:
    within = clients_within(request, "setup.read")
    rows = Mailbox.objects.filter(client__in=within).select_related("client", "group", "pickup")
    client = within.first()
    return listed(
        request,
        "mailboxes",
        here="setup_mailboxes",
        title=_("Mailboxes"),
        rows=rows.annotate(newest=Max("raw_mails__received_at")).order_by("client", "address"),
        silent={
            mailbox.pk
            for mailbox in rows
            if not mailbox.is_paused and mailbox.silences.filter(ended_at=None).exists()
        },
        tabs=mail_tabs(request, "mailboxes"),
        acts=[
            (
                _("New mailbox"),
                f"{reverse('setup_new_mailbox')}?client={client.code if client else ''}",
                "plus",
            )
        ],
        history=changes(EVENTS, {}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def new_mailbox(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.write")
    initial = {"sends_receipts": True, "takes_tags": True}
    form = NewMailboxForm(request.POST or None, client=client, initial=initial)
    return propose(
        request,
        Proposal(
            here="setup_mailboxes",
            title=_("New mailbox for %(client)s") % {"client": client.public_name},
            crumb=_crumb(),
            form=form,
            kind=Kind.CREATE,
            verb=_("Add the mailbox"),
            effects=consequences.of_new_mailbox,
            save=lambda given: add_mailbox(client, by=request.user, at=now(), **form.settings()),
            then=reverse("setup_mailboxes"),
            done=_("The mailbox is added."),
            template="setup/new_mailbox.html",
            more={"clients": clients_within(request, "setup.write"), "client": client},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def mailbox(request: AgentRequest, mailbox_id: int) -> HttpResponse:
    found = _found(request, mailbox_id)
    form = MailboxForm(request.POST or None, client=found.client, initial=initial_of(found))
    return propose(
        request,
        Proposal(
            here="setup_mailboxes",
            title=found.address,
            crumb=_crumb(),
            form=form,
            effects=lambda given: consequences.of_changed_mailbox(found, given, at=now()),
            save=lambda given: change_mailbox(found, by=request.user, at=now(), **form.settings()),
            then=request.path,
            done=_("Saved."),
            history=changes(EVENTS, {"mailbox_id": found.pk}),
            template="setup/mailbox.html",
            more={"mailbox": found, "pickup": _pickup_of(found)},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def fetching(request: AgentRequest, mailbox_id: int) -> HttpResponse:
    found = _found(request, mailbox_id)
    there = _pickup_of(found)
    shown = there or Pickup(user=found.address, since=now().date())
    form = PickupForm(
        request.POST or None,
        has_secret=there is not None,
        initial={
            name: getattr(shown, name)
            for name in PickupForm.base_fields
            if name not in {"secret", "refresh_token"}
        },
    )
    return propose(
        request,
        Proposal(
            here="setup_mailboxes",
            title=_("Fetch mail for %(address)s") % {"address": found.address},
            crumb=(found.address, reverse("setup_mailbox", args=[found.pk])),
            form=form,
            effects=lambda given: consequences.of_pickup(found, given),
            save=lambda given: set_pickup(found, by=request.user, at=now(), **form.settings()),
            then=reverse("setup_mailbox", args=[found.pk]),
            done=_("Saved. Try the connection."),
            history=changes(EVENTS, {"mailbox_id": found.pk}),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def fetching_no_more(request: AgentRequest, mailbox_id: int) -> HttpResponse:
    found = _found(request, mailbox_id)
    return propose(
        request,
        Proposal(
            here="setup_mailboxes",
            title=_("Fetch nothing more for %(address)s") % {"address": found.address},
            crumb=(found.address, reverse("setup_mailbox", args=[found.pk])),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("Fetch nothing more"),
            is_dangerous=True,
            effects=lambda given: [
                told(_("<b>New mail stays</b> on the other server, unseen by us.")),
                told(_("<b>What has been fetched</b> remains, and so do its cases.")),
                told(_("<b>The password</b> that we keep is forgotten.")),
            ],
            save=lambda given: stop_pickup(found, by=request.user, at=now()),
            then=reverse("setup_mailbox", args=[found.pk]),
            done=_("Nothing more is fetched."),
        ),
    )


@requires("setup.write")
def _to_try(request: AgentRequest, mailbox_id: int) -> Pickup | HttpResponse:
    pickup = _pickup_of(_found(request, mailbox_id))
    return pickup or HttpResponseRedirect(reverse("setup_fetching", args=[mailbox_id]))


@require_POST
@transaction.non_atomic_requests
def trying(request: AgentRequest, mailbox_id: int) -> HttpResponse:
    """Sign in at the server now and say how it went; no transaction waits for the network."""
    with transaction.atomic():
        found = _to_try(request, mailbox_id)
    if isinstance(found, HttpResponse):
        return found
    problem = _problem_with(found)
    with transaction.atomic():
        # Asks again who is asking: what is noted stands under the same rules as any change.
        _to_try(request, mailbox_id)
        if problem:
            note_failure(found, because=problem, at=now())
            messages.error(request, problem)
        else:
            note_success(found, at=now())
            words = _("The connection works: %(host)s let us in and opened %(folder)s.")
            messages.success(request, words % {"host": found.host, "folder": found.folder})
    return HttpResponseRedirect(reverse("setup_mailbox", args=[mailbox_id]))


trying.permission = _to_try.permission  # type: ignore[attr-defined]


def _problem_with(pickup: Pickup) -> str:
    try:
        with Folder(pickup, timeout=TRY_SECONDS):
            return ""
    except NotLetIn as error:
        return _("The server does not let us in: %(words)s") % {"words": str(error)[:200]}
    except Trouble as error:
        words = str(error)[:200] or type(error).__name__
        return _("The server could not be reached, or has no such folder: %(words)s") % {
            "words": words
        }


def _pickup_of(mailbox: Mailbox) -> Pickup | None:
    return Pickup.objects.filter(mailbox=mailbox).first()
