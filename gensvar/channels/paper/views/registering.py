"""Paper comes in: scanned or by hand, then registered as a case, put with one, or set aside."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.channels.paper.actions.noting import date_paper, note_paper, note_scans
from gensvar.channels.paper.actions.registering import (
    Sender,
    join_case,
    open_case_from,
    set_paper_aside,
)
from gensvar.channels.paper.forms import (
    ACCEPT,
    AsideForm,
    DatedForm,
    JoinForm,
    RegisterForm,
    ScanForm,
)
from gensvar.channels.paper.models import Paper
from gensvar.channels.paper.queries import letters_to_post, register_of
from gensvar.channels.paper.views.reaching import clients_for
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.files.downloads import download
from gensvar.foundation.files.forms import checked_files
from gensvar.foundation.files.uploading import brought_too_much
from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries import choices
from gensvar.operations.cases.views import opened
from gensvar.operations.contacts.models import Channel
from gensvar.operations.knowledge.models import Subject

GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])
MOST_SHOWN = 200
COLUMNS: list[Column[Paper]] = [
    Column("received_on", lambda row: row.received_on, _("Date received")),
    Column("channel", lambda row: row.get_channel_display(), _("Channel")),
    Column("scan", lambda row: row.name, _("Scan")),
    Column("scanned_at", lambda row: row.noted_at if row.file_id else None, _("Scanned")),
    Column("scanned_by", lambda row: row.noted_by.name if row.noted_by else "", _("Scanned by")),
    Column("case", lambda row: row.case.number if row.case else "", _("Case")),
    Column("no_case", lambda row: reason_of(row), _("Why no case")),
    Column("registered_at", lambda row: row.registered_at, _("Registered")),
]


def reason_of(paper: Paper) -> str:
    """Return why a paper became no case; empty where it did, or nobody has said."""
    said = (
        getattr(paper.contact, "no_case", None) if paper.contact_id and not paper.case_id else None
    )
    return said.get_reason_display() if said else ""


@require_safe
@requires("contacts.read")
def register(request: AgentRequest) -> HttpResponseBase:
    """The scan register: what waits to be registered, and what has been."""
    clients = clients_for(request, "contacts.read")
    rows = register_of(clients)
    if (wanted := request.GET.get("format", "")) in set(Format):
        if not request.identity.may("cases.export"):
            raise PermissionDenied("cases.export")
        note_export("paper", format=wanted, agent_id=request.user.pk, at=now())
        return export(list(rows), COLUMNS, wanted, name="skanningsregister")
    done = rows.exclude(contact=None)
    context = {
        "waiting": list(Paper.objects.filter(client__in=clients).to_register()[:MOST_SHOWN]),
        "done": [(paper, reason_of(paper)) for paper in done[:MOST_SHOWN]],
        "is_cut": done.count() > MOST_SHOWN,
        "to_post": len(letters_to_post(clients, at=now())),
        "may_write": request.identity.may("contacts.write"),
        "may_answer": request.identity.may("cases.answer"),
        "may_export": request.identity.may("cases.export"),
    }
    return render(request, "paper/register.html", context)


@GET_AND_POST
@requires("contacts.write")
def scan(request: AgentRequest) -> HttpResponse:
    """Note what has come: each file becomes a paper to register; without a file, one by hand."""
    clients = choices.clients_named(clients_for(request, "contacts.write"))
    today = localdate()
    begins = {"client": clients[0][0], "channel": Channel.LETTER, "received_on": today}
    sent = request.POST if request.method == "POST" else None
    form = ScanForm(sent, clients=clients, today=today, initial=begins)
    faults: list[str] = []
    if sent is not None and form.is_valid():
        brought = [
            file for file in request.FILES.getlist("files") if isinstance(file, UploadedFile)
        ]
        checked = checked_files(brought)
        faults = checked.faults
        if brought_too_much(request):
            faults = [_now("Together the files are larger than 25 MB. Nothing was kept.")]
        if not faults:
            try:
                return _noted(request, form, checked.files)
            except Refused as refusal:
                faults = [refusal.words()]
    context = {"form": form, "faults": faults, "accept": ACCEPT, "one_client": len(clients) == 1}
    status = 422 if faults or form.errors else 200
    return render(request, "paper/scan.html", context, status=status)


def _noted(request: AgentRequest, form: ScanForm, files: list[tuple[str, bytes]]) -> HttpResponse:
    given, by, at = form.cleaned_data, request.user, now()
    client = Client.objects.get(pk=given["client"])
    when = {"channel": given["channel"], "received_on": given["received_on"]}
    if not files:
        paper = note_paper(client, by=by, at=at, **when)
        return HttpResponseRedirect(reverse("paper:paper", args=[paper.pk]))
    noted = note_scans(client, files, by=by, at=at, **when)
    said = ngettext(
        "%(count)s scan waits to be registered.",
        "%(count)s scans wait to be registered.",
        len(noted),
    )
    messages.success(request, said % {"count": len(noted)})
    if len(noted) == 1:
        return HttpResponseRedirect(reverse("paper:paper", args=[noted[0].pk]))
    return HttpResponseRedirect(reverse("paper:register"))


@GET_AND_POST
@requires("contacts.write")
def paper(request: AgentRequest, paper_id: int) -> HttpResponse:
    """One paper: what it says becomes a case, goes with one, or is no case; or its day is wrong."""
    found = _found(request, paper_id, "contacts.write")
    if found.contact_id is not None and request.method != "POST":
        return HttpResponseRedirect(_where(found))
    if request.method != "POST":
        return _page(request, found, _forms(found))
    act = request.POST.get("act", "")
    forms = _forms(found, act, request.POST)
    if act not in ACTS or not forms[act].is_valid():
        return _page(request, found, forms, status=422)
    try:
        answer = ACTS[act](request, found, forms[act])
    except Refused as refused:
        return _page(request, found, forms, refusal=refused.words(), status=refused.status)
    return answer or _page(request, found, forms, status=422)


def _forms(paper: Paper, act: str = "", sent: QueryDict | None = None) -> dict[str, Any]:
    """Return the forms of a paper, one of them as it was sent."""

    def given(name: str) -> QueryDict | None:
        return sent if name == act else None

    subjects = choices.subjects_by_area([paper.client_id])
    dated = {"received_on": paper.received_on}
    return {
        "case": RegisterForm(given("case"), subjects=subjects),
        "join": JoinForm(given("join"), prefix="join"),
        "aside": AsideForm(given("aside"), prefix="aside"),
        "date": DatedForm(given("date"), prefix="date", today=localdate(), initial=dated),
    }


def _page(
    request: AgentRequest,
    paper: Paper,
    forms: dict[str, Any],
    *,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {"paper": paper, "forms": forms, "refusal": refusal}
    return render(request, "paper/paper.html", context, status=status)


def _as_case(request: AgentRequest, paper: Paper, form: RegisterForm) -> HttpResponse:
    given = form.cleaned_data
    sender = Sender(
        name=given["name"].strip(),
        post=given["post"].strip(),
        kind=form.kind,
        address=given["address"],
    )
    case = open_case_from(
        paper,
        said=given["said"],
        title=given["title"],
        sender=sender,
        subject=Subject.objects.filter(pk=given["subject"] or 0).first(),
        need_type=given["need_type"],
        by=request.user,
        at=now(),
    )
    said = _now("Case %(number)s is registered, from %(day)s. Nothing is sent to the customer.")
    messages.success(request, said % {"number": case.number, "day": paper.received_on})
    return HttpResponseRedirect(reverse("desk_case", args=[case.number]))


def _with_case(request: AgentRequest, paper: Paper, form: JoinForm) -> HttpResponse | None:
    number = str(form.cleaned_data["number"]).strip()
    case = Case.objects.select_related("customer").filter(number=number[:12]).first()
    if case is None:
        form.add_error("number", _now("There is no such case."))
        return None
    said = form.cleaned_data["said"]
    joined = join_case(paper, opened(request, case), said=said, by=request.user, at=now())
    messages.success(request, _now("The letter is with the case. Nothing is sent to the customer."))
    return HttpResponseRedirect(reverse("desk_case", args=[joined.number]))


def _aside(request: AgentRequest, paper: Paper, form: AsideForm) -> HttpResponse:
    given = form.cleaned_data
    set_paper_aside(paper, reason=given["reason"], words=given["words"], by=request.user, at=now())
    messages.success(request, _now("Set aside, and counted as a contact that became no case."))
    return HttpResponseRedirect(reverse("paper:register"))


def _dated(request: AgentRequest, paper: Paper, form: DatedForm) -> HttpResponse:
    date_paper(paper, received_on=form.cleaned_data["received_on"], by=request.user, at=now())
    messages.success(request, _now("The date received is put right."))
    return HttpResponseRedirect(reverse("paper:paper", args=[paper.pk]))


ACTS: dict[str, Callable[[AgentRequest, Paper, Any], HttpResponse | None]] = {
    "case": _as_case,
    "join": _with_case,
    "aside": _aside,
    "date": _dated,
}


@require_safe
@requires("contacts.read")
def scanned(request: AgentRequest, paper_id: int) -> HttpResponse:
    """The scan itself; of a confidential case only once somebody has said why."""
    found = _found(request, paper_id, "contacts.read")
    if found.case is not None:
        opened(request, found.case)
    file = get_object_or_404(Paper.objects.exclude(file=None), pk=found.pk).file
    assert file is not None
    return download(file, name=found.name, to=request.identity)


def _found(request: AgentRequest, paper_id: int, permission: str) -> Paper:
    rows = Paper.objects.filter(client__in=clients_for(request, permission))
    whole = rows.select_related("client", "file", "case", "noted_by")
    return get_object_or_404(whole, pk=min(paper_id, 2**63 - 1))


def _where(paper: Paper) -> str:
    if paper.case is not None:
        return reverse("desk_case", args=[paper.case.number])
    return reverse("paper:register")
