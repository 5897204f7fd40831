"""The automatic telephonist: whom it answers, whom it knows, and how often it helped."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gensvar.channels.voice.actions import directory as actions
from gensvar.channels.voice.actions.relays import relay_numbers, set_relay_numbers
from gensvar.channels.voice.models import Entry, Telephonist
from gensvar.channels.voice.rules.relays import Way
from gensvar.channels.voice.seeking import answered, listed
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.people.models import Agent
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import telephonist as consequences
from gensvar.screens.setup.forms.telephonist import (
    AnsweringForm,
    DirectoryForm,
    EntryForm,
    NewEntryForm,
    RelaysForm,
    field_of,
)
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import client_tabs
from gensvar.screens.setup.listing import listed as drawn
from gensvar.screens.setup.reaching import chosen_client, clients_within

EVENTS = ("voice.telephonist-set", "voice.directory-changed")
MEASURED = timedelta(days=30)
MOST = 500
BIGGEST = 2**63 - 1
GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])


def _of(client: Client, name: str = "setup_telephonist") -> str:
    return f"{reverse(name)}?client={client.code}"


def _crumb(client: Client) -> tuple[str, str]:
    return _("Automatic telephonist"), _of(client)


def _written(telephonist: Telephonist | None) -> str:
    ranges = telephonist.ranges if telephonist else []
    return "\n".join(low if low == high else f"{low} – {high}" for low, high in ranges)


@require_safe
@requires("setup.read")
def directory(request: AgentRequest) -> HttpResponse:
    client, at = chosen_client(request, "setup.read"), now()
    found = Telephonist.objects.select_related("queue").filter(client=client).first()
    is_writable = request.identity.may("setup.write", client_id=client.pk)
    rows = sorted(listed(client), key=lambda one: one.name.casefold())
    acts = [
        (_("New entry"), _of(client, "setup_new_entry"), "plus"),
        (_("Import…"), _of(client, "setup_import_directory"), "upload"),
        (_("Whom it answers…"), _of(client, "setup_telephonist_answers"), "phone"),
    ]
    return drawn(
        request,
        "telephonist",
        here="setup_telephonist",
        title=_("Automatic telephonist"),
        about=_(
            "Colleagues who call key in whom they seek. They are no customers, and counted apart."
        ),
        tabs=client_tabs(request, "setup.read", "setup_telephonist", client),
        client=client,
        telephonist=found,
        ranges=_written(found),
        rows=rows[:MOST],
        most=MOST,
        count=len(rows),
        answered=answered(client, since=at - MEASURED, until=at),
        is_writable=is_writable,
        acts=acts if is_writable else [],
        history=changes(EVENTS, {"client_id": client.pk}),
    )


@GET_AND_POST
@requires("setup.write")
def answering(request: AgentRequest) -> HttpResponse:
    """Choose from which numbers colleagues call."""
    client = chosen_client(request, "setup.write")
    found = Telephonist.objects.filter(client=client).first()
    initial = {"ranges": _written(found), "queue": found.queue_id} if found else {}
    form = AnsweringForm(request.POST or None, client=client, initial=initial)
    return propose(
        request,
        Proposal(
            here="setup_telephonist",
            title=_("Whom the telephonist answers at %(client)s") % {"client": client.public_name},
            crumb=_crumb(client),
            form=form,
            effects=lambda given: consequences.of_answering(given),
            save=lambda given: actions.set_telephonist(client, by=request.user, at=now(), **given),
            then=_of(client),
            done=_("The next colleague who calls meets the telephonist."),
        ),
    )


@require_POST
@requires("setup.write")
def ending(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.write")
    actions.end_telephonist(client, by=request.user, at=now())
    messages.success(request, _("The telephonist answers nobody."))
    return HttpResponseRedirect(_of(client))


@GET_AND_POST
@requires("setup.write")
def new_entry(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.write")
    people = Agent.objects.filter(grants__client__in=[client, None]).distinct() | (
        Agent.objects.filter(memberships__group__client=client).distinct()
    )
    form = NewEntryForm(request.POST or None, client=client, people=people)
    return propose(
        request,
        Proposal(
            here="setup_telephonist",
            title=_("New in the directory of %(client)s") % {"client": client.public_name},
            crumb=_crumb(client),
            form=form,
            kind=Kind.CREATE,
            verb=_("Let them be sought"),
            effects=consequences.of_entry,
            save=lambda given: actions.list_entry(client, by=request.user, at=now(), **given),
            then=_of(client),
            done=_("They can be sought from now on."),
        ),
    )


@GET_AND_POST
@requires("setup.write")
def entry(request: AgentRequest, entry_id: int) -> HttpResponse:
    found = _entry(request, entry_id)
    initial = {
        "name": found.own_name,
        "number": found.number,
        "email": found.own_email,
        "recording": found.recording_id,
    }
    form = EntryForm(request.POST or None, client=found.client, initial=initial)
    if found.agent_id or found.group_id:
        del form.fields["name"], form.fields["email"]

    def save(given: dict[str, Any]) -> Entry:
        whole = {"name": "", "email": ""} | given
        return actions.change_entry(found, by=request.user, at=now(), **whole)

    return propose(
        request,
        Proposal(
            here="setup_telephonist",
            title=found.name,
            crumb=_crumb(found.client),
            form=form,
            effects=consequences.of_entry,
            save=save,
            then=_of(found.client),
            done=_("Saved. The next caller hears it."),
        ),
    )


@require_POST
@requires("setup.write")
def ending_entry(request: AgentRequest, entry_id: int) -> HttpResponse:
    found = _entry(request, entry_id)
    actions.end_entry(found, by=request.user, at=now())
    messages.success(request, _("%(name)s is sought no more.") % {"name": found.name})
    return HttpResponseRedirect(_of(found.client))


@GET_AND_POST
@requires("setup.write")
def importing(request: AgentRequest) -> HttpResponse:
    """Take in a directory as one whole."""
    client = chosen_client(request, "setup.write")
    form = DirectoryForm(request.POST or None)
    return propose(
        request,
        Proposal(
            here="setup_telephonist",
            title=_("The directory of %(client)s as a list") % {"client": client.public_name},
            crumb=_crumb(client),
            form=form,
            kind=Kind.CREATE,
            verb=_("Take it in"),
            effects=lambda given: consequences.of_directory(client, given["table"]),
            save=lambda given: actions.import_directory(
                client, given["table"], by=request.user, at=now()
            ),
            then=_of(client),
            done=_("The directory is taken in."),
        ),
    )


@GET_AND_POST
@requires("setup.write")
def relays(request: AgentRequest) -> HttpResponse:
    """Say by which numbers relay services are known."""
    client = chosen_client(request, "setup.write")
    known = relay_numbers(client)
    initial = {field_of(way): "\n".join(numbers) for way, numbers in known.items()}
    form = RelaysForm(request.POST or None, initial=initial)
    return propose(
        request,
        Proposal(
            here="setup_relays",
            title=_("Relayed calls to %(client)s") % {"client": client.public_name},
            crumb=(_("Relayed calls"), reverse("setup_relays")),
            form=form,
            effects=lambda given: consequences.of_relays(),
            save=lambda given: set_relay_numbers(
                client, {way: given[field_of(way)] for way in Way}, by=request.user, at=now()
            ),
            then=_of(client, "setup_relays"),
            done=_("Saved. The next call from one of them is marked."),
            history=changes(("voice.relay-numbers-set",), {"client_id": client.pk}),
        ),
    )


def _entry(request: AgentRequest, entry_id: int) -> Entry:
    within = clients_within(request, "setup.write")
    rows = Entry.objects.in_use().select_related("client", "agent", "group", "recording")
    return get_object_or_404(rows, client__in=within, pk=min(entry_id, BIGGEST))
