"""What people see of posts: the intake log, a table before it is brought in, replies."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gensvar.channels.social.actions.replying import mark_published, reply_to
from gensvar.channels.social.actions.taking_in import import_posts
from gensvar.channels.social.forms import PublishedForm, ReplyForm, TableForm
from gensvar.channels.social.models import Account, Post
from gensvar.channels.social.queries import (
    accounts_of,
    by_itself,
    planned_import,
    posts_of,
    replies_of,
    replies_to_publish,
)
from gensvar.channels.social.rules import HEADINGS
from gensvar.channels.social.words import MOST_SHOWN, in_words
from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.views import opened
from gensvar.operations.contacts.models import Channel, Outgoing

GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])
COLUMNS: list[Column[Post]] = [
    Column("posted_at", lambda row: row.posted_at, _("Written")),
    Column("network", lambda row: row.account.get_network_display(), _("Network")),
    Column("account", lambda row: row.account.handle, _("Account")),
    Column("url", lambda row: row.url, pgettext_lazy("address", "Link")),
    Column("private", lambda row: row.is_private, _("Private")),
    Column("case", lambda row: row.case.number, _("Case")),
    Column("keep_until", lambda row: row.keep_until, _("Kept until")),
    Column("taken_in", lambda row: row.intake.at, _("Taken in")),
    Column("way", lambda row: row.intake.get_way_display(), _("Way")),
    Column("by", lambda row: row.intake.by.name if row.intake.by else "", _("By")),
]


@require_safe
@requires("contacts.read")
def log(request: AgentRequest) -> HttpResponseBase:
    """The intake log: every post with its link, its case and until when it is kept."""
    clients = _clients(request, "contacts.read")
    rows = posts_of(clients)
    if (wanted := request.GET.get("format", "")) in set(Format):
        if not request.identity.may("cases.export"):
            raise PermissionDenied("cases.export")
        note_export("social", format=wanted, agent_id=request.user.pk, at=now())
        return export(list(rows), COLUMNS, wanted, name="inlagg")
    context = {
        "posts": rows[:MOST_SHOWN],
        "total": rows.count(),
        "most": MOST_SHOWN,
        "waiting": replies_to_publish(clients),
        "has_accounts": accounts_of(clients).exists(),
        "may_write": request.identity.may("contacts.write"),
        "may_answer": request.identity.may("cases.answer"),
        "may_export": request.identity.may("cases.export"),
    }
    return render(request, "social/log.html", context)


@GET_AND_POST
@requires("contacts.write")
def importing(request: AgentRequest) -> HttpResponse:
    """Read a table without changing anything, show what it would do, then take its posts in."""
    accounts = accounts_of(_clients(request, "contacts.write"))
    sent = request.POST if request.method == "POST" else None
    named = [(one.pk, f"{one.get_network_display()} {one.handle}") for one in accounts]
    form = TableForm(sent, request.FILES or None, accounts=named)
    context: dict[str, Any] = {"form": form, "names": list(HEADINGS), "plan": None, "refusal": ""}
    if sent is None or not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "social/import.html", context, status=status)
    at, table = now(), form.cleaned_data["table"]
    account = get_object_or_404(accounts, pk=form.cleaned_data["account"])
    plan = planned_import(account, table, at=at)
    if "bring" in sent:
        try:
            return _brought(request, account, table)
        except Refused as refusal:
            context["refusal"] = refusal.words()
    context |= {"account": account, "table": table, "plan": plan, "faults": in_words(plan.faults)}
    status = 422 if plan.faults or context["refusal"] else 200
    return render(request, "social/import.html", context, status=status)


def _brought(request: AgentRequest, account: Account, table: str) -> HttpResponse:
    intake = import_posts(account, table, by=request.user, at=now())
    said = ngettext(
        "%(count)s post is taken in, each with a case.",
        "%(count)s posts are taken in, each with a case.",
        intake.taken,
    )
    messages.success(request, said % {"count": intake.taken})
    return HttpResponseRedirect(reverse("social:log"))


@GET_AND_POST
@requires("cases.answer")
def post(request: AgentRequest, post_id: int) -> HttpResponse:
    """One post, what we have replied, and the words of a reply."""
    found = _post(request, post_id)
    sent = request.POST if request.method == "POST" else None
    connection = by_itself(found)
    most = connection.most_letters - len(found.handle) - 1 if connection else None
    form = ReplyForm(sent, is_private=found.is_private, most=most)
    if sent is not None and form.is_valid():
        given = form.cleaned_data
        try:
            reply_to(found, given["text"], next_state=given["turn"], by=request.user, at=now())
        except Refused as refusal:
            form.add_error(None, refusal.words())
        else:
            said = (
                _now("The reply is written. It is published in a moment.")
                if connection
                else _now("The reply is written. Publish it where the post stands.")
            )
            messages.success(request, said)
            return HttpResponseRedirect(request.path)
    context = {
        "post": found,
        "message": found.contact.messages.order_by("pk").first(),
        "replies": replies_of(found),
        "connection": connection,
        "form": form,
        "published": PublishedForm(),
    }
    return render(request, "social/post.html", context, status=422 if form.errors else 200)


@require_POST
@requires("cases.answer")
def publish(request: AgentRequest, post_id: int, outgoing_id: int) -> HttpResponse:
    """Say that a reply was published by hand."""
    found = _post(request, post_id)
    rows = Outgoing.objects.filter(
        channel=Channel.SOCIAL, message__in_reply_to__contact=found.contact_id
    )
    reply = get_object_or_404(rows.select_related("message"), pk=min(outgoing_id, 2**63 - 1))
    try:
        url = request.POST.get("url", "")
        mark_published(reply, url=url, by=request.user, at=now())
    except Refused as refusal:
        messages.error(request, refusal.words())
    else:
        messages.success(request, _now("The reply is published."))
    return HttpResponseRedirect(reverse("social:post", args=[found.pk]))


def _post(request: AgentRequest, post_id: int) -> Post:
    rows = posts_of(_clients(request, "cases.answer")).select_related("contact", "case__client")
    found = get_object_or_404(rows, pk=min(post_id, 2**63 - 1))
    opened(request, found.case)
    return found


def _clients(request: AgentRequest, permission: str) -> frozenset[int]:
    clients = reach(request.identity, permission).clients
    if not clients:
        raise PermissionDenied(permission)
    return clients
