"""Reports: those published, what each is made of, one as it was published, and the acts."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Format, export
from gensvar.foundation.people.access import (
    AgentRequest,
    Reach,
    reach,
    requires,
    see_as,
    seeing_as,
)
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.models import Outgoing
from gensvar.oversight.kpi.queries.own import known_definitions
from gensvar.oversight.kpi.queries.periods import Period, clients_with_figures
from gensvar.oversight.kpi.queries.published import hindrance
from gensvar.oversight.kpi.views.asking import Shown, shown
from gensvar.oversight.kpi.views.wording import language
from gensvar.oversight.publications import actions
from gensvar.oversight.publications.exporting import COLUMNS, rows_of
from gensvar.oversight.publications.forms import (
    OutlineForm,
    RemarkForm,
    RestateReportForm,
    SubscriptionForm,
)
from gensvar.oversight.publications.issuing import due_for
from gensvar.oversight.publications.models import (
    SPAN_NAMES,
    USE_NAMES,
    Outline,
    Publication,
    Rendition,
    Subscription,
)
from gensvar.oversight.publications.queries import changed_since, newest_of, versions_of
from gensvar.oversight.publications.rules import PRESETS, Span, TableName, Use, span_before
from gensvar.oversight.publications.sheets import LANGUAGES, period_said, sheet_of, table_name

MOST_SHOWN = 200
MEDIA = {
    "txt": "text/plain; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
}


@require_safe
@requires("reports.read")
def reports(request: AgentRequest) -> HttpResponse:
    asked = shown(request)
    outlines = Outline.objects.filter(client=asked.client).order_by("name")
    context = {
        "shown": asked,
        "reports": [(one, _period(one)) for one in newest_of([asked.client])[:MOST_SHOWN]],
        "outlines": outlines,
        "spans": SPAN_NAMES,
        "uses": USE_NAMES,
        "may_write": _may_write(request, asked.client.pk),
    }
    return render(request, "publications/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("reports.write")
def compose(request: AgentRequest) -> HttpResponse:
    """Compose a new report, from one of the seven uses or from nothing."""
    asked = _writing(request)
    use = request.GET.get("use", "")
    initial: dict[str, Any] = {"span": Span.MONTH.value}
    if use in set(Use):
        preset = PRESETS[Use(use)]
        initial = {
            "name": USE_NAMES[Use(use)],
            "span": preset.span.value,
            "measures": list(preset.measures),
            "tables": [one.value for one in preset.tables],
        }
    return _composing(request, asked, None, initial)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("reports.write")
def change(request: AgentRequest, outline_id: int) -> HttpResponse:
    found = _writable(request, outline_id)
    initial = {
        name: getattr(found, name) for name in ("name", "span", "words", "measures", "tables")
    }
    asked = shown(request)
    return _composing(request, asked, found, initial)


@require_safe
@requires("reports.read")
def outline(request: AgentRequest, outline_id: int) -> HttpResponse:
    """Show what a report is made of, who gets it, what is in its way, and what was published."""
    return _outline_page(request, _outline(request, outline_id))


@require_POST
@requires("reports.write")
def publish(request: AgentRequest, outline_id: int) -> HttpResponse:
    found = _writable(request, outline_id)
    with _as_client(request, found.client_id):
        row = actions.publish_report(found, _last(found), by=request.user, at=now())
    messages.success(request, _("The report is published. It stands, whatever comes late."))
    return redirect("publications:report", row.pk)


@require_POST
@requires("reports.write")
def remark(request: AgentRequest, outline_id: int) -> HttpResponse:
    found, form = _writable(request, outline_id), RemarkForm(request.POST)
    if not form.is_valid():
        return _outline_page(request, found, remark=form)
    try:
        with _as_client(request, found.client_id):
            words = form.cleaned_data["text"]
            actions.write_remark(found, _last(found), words, by=request.user, at=now())
    except Refused as refused:
        form.add_error("text", refused.words())
        return _outline_page(request, found, remark=form)
    messages.success(request, _("The comment goes with the report."))
    return redirect("publications:outline", found.pk)


@require_POST
@requires("reports.write")
def subscribe(request: AgentRequest, outline_id: int) -> HttpResponse:
    found = _writable(request, outline_id)
    form = SubscriptionForm(request.POST, client=found.client, at=now())
    if not form.is_valid():
        return _outline_page(request, found, subscription=form)
    try:
        with _as_client(request, found.client_id):
            to = form.cleaned_data["recipient"]
            actions.subscribe(found, to, by=request.user, at=now())
    except Refused as refused:
        form.add_error("recipient", refused.words())
        return _outline_page(request, found, subscription=form)
    messages.success(request, _("%(name)s is sent the report from now on.") % {"name": to.name})
    return redirect("publications:outline", found.pk)


@require_POST
@requires("reports.write")
def unsubscribe(request: AgentRequest, outline_id: int) -> HttpResponse:
    found = _writable(request, outline_id)
    wanted = request.POST.get("subscription", "")
    row = get_object_or_404(
        Subscription, pk=int(wanted) if wanted.isdecimal() else 0, outline=found
    )
    with _as_client(request, found.client_id):
        actions.end_subscription(row, by=request.user, at=now())
    messages.success(request, _("The report is not sent there any more."))
    return redirect("publications:outline", found.pk)


@require_safe
@requires("reports.read")
def report(request: AgentRequest, report_id: int) -> HttpResponseBase:
    found = _report(request, report_id)
    wanted = request.GET.get("format", "")
    if wanted in set(Format):
        note_export("publications.report", format=wanted, agent_id=request.user.pk, at=now())
        rows = [(found, row) for row in rows_of(found)]
        return export(rows, COLUMNS, Format(wanted), name=actions.file_name(found))
    return _report_page(request, found)


@require_safe
@requires("reports.read")
def file(request: AgentRequest, report_id: int, form: str) -> HttpResponse:
    """Give a report in a form, to the byte as it was published."""
    found = _report(request, report_id)
    spoken = get_language() or LANGUAGES[0]
    row = get_object_or_404(
        Rendition,
        publication=found,
        form=form,
        language=spoken if spoken in LANGUAGES else LANGUAGES[0],
    )
    answer = HttpResponse(bytes(row.content), content_type=MEDIA[row.form])
    name = f"{actions.file_name(found)}.{row.form}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@require_POST
@requires("reports.write")
def restate(request: AgentRequest, report_id: int) -> HttpResponse:
    found, form = _report(request, report_id), RestateReportForm(request.POST)
    _check_may_write(request, found.client_id)
    if not form.is_valid():
        return _report_page(request, found, form=form)
    try:
        with _as_client(request, found.client_id):
            because = form.cleaned_data["because"]
            row = actions.restate_report(found, because, by=request.user, at=now())
    except Refused as refused:
        form.add_error("because", refused.words())
        return _report_page(request, found, form=form)
    messages.success(request, _("The report is restated and sent to those who get it."))
    return redirect("publications:report", row.pk)


@require_POST
@requires("reports.read")
def again(request: AgentRequest, report_id: int) -> HttpResponse:
    """Send a report to oneself, as it was published."""
    found = _report(request, report_id)
    with _as_client(request, found.client_id):
        actions.deliver(found, request.user, by=request.user, at=now())
    messages.success(request, _("It is on its way to you, as it was."))
    return redirect("publications:report", found.pk)


def _composing(
    request: AgentRequest, asked: Shown, found: Outline | None, initial: dict[str, Any]
) -> HttpResponse:
    client = found.client if found else asked.client
    form = OutlineForm(request.POST or None, initial=initial, client=client)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            row = actions.compose_outline(
                client,
                found,
                **{**given, "span": Span(given["span"])},
                by=request.user,
                at=now(),
            )
        except Refused as refused:
            field = "name" if isinstance(refused, actions.NameTaken) else "measures"
            form.add_error(field, refused.words())
        else:
            messages.success(request, _("The report is composed."))
            return redirect("publications:outline", row.pk)
    context = {"shown": asked, "form": form, "outline": found}
    return render(request, "publications/compose.html", context, status=422 if form.errors else 200)


def _outline_page(
    request: AgentRequest,
    found: Outline,
    *,
    remark: forms.Form | None = None,
    subscription: forms.Form | None = None,
) -> HttpResponse:
    at, last = now(), _last(found)
    known = known_definitions(found.client)
    rows = found.publications.filter(restated_by=None).order_by("-starts_on", "-pk")
    due = due_for(found, at=at)
    context = {
        "outline": found,
        "measures": [known[code] for code in found.measures if code in known],
        "tables": [table_name(TableName(name)) for name in found.tables],
        "span": SPAN_NAMES[Span(found.span)],
        "reports": [(row, _period(row)) for row in rows[:MOST_SHOWN]],
        "last": period_said(Span(found.span), last.starts_on, last.ends_on),
        "is_published": rows.filter(starts_on=last.starts_on).exists(),
        "in_the_way": _in_the_way(found, last),
        "leaves_at": due.leaves_at if due else None,
        "subscriptions": actions.subscribed(found),
        "said": found.remarks.filter(starts_on=last.starts_on).order_by("-at", "-pk").first(),
        "remark_form": remark or RemarkForm(),
        "subscription_form": subscription or SubscriptionForm(client=found.client, at=at),
        "may_write": _may_write(request, found.client_id),
        "language": language,
    }
    is_refused = remark is not None or subscription is not None
    return render(request, "publications/outline.html", context, status=422 if is_refused else 200)


def _report_page(
    request: AgentRequest, found: Publication, *, form: forms.Form | None = None
) -> HttpResponse:
    changed = changed_since(found, at=now())
    # How the mails fared belongs to the client, also where the reader leads a group only.
    with _as_client(request, found.client_id):
        sent = list(found.deliveries.select_related("recipient", "by").order_by("at", "pk"))
        mails = Outgoing.objects.in_bulk([one.outgoing for one in sent])
    context = {
        "report": found,
        "sheet": sheet_of(found),
        "versions": versions_of(found),
        "changed": changed,
        "deliveries": [(one, mails.get(one.outgoing)) for one in sent],
        "forms": Rendition.Form.choices,
        "form": form or RestateReportForm(),
        "may_write": _may_write(request, found.client_id),
        "is_newest": not Publication.objects.filter(restates=found).exists(),
    }
    return render(request, "publications/report.html", context, status=422 if form else 200)


def _in_the_way(found: Outline, period: Period) -> list[str]:
    """Return what keeps the last report from being published, in words."""
    said: list[str] = []
    for code in found.measures:
        stop = hindrance(code, found.client, period, at=now())
        if not stop.complete.is_whole:
            said.append(_("%(code)s: not every day is counted to the end.") % {"code": code})
        if stop.unbalanced:
            days = ", ".join(day.isoformat() for day in stop.unbalanced)
            said.append(_("A queue does not balance: %(days)s.") % {"days": days})
            break
    return list(dict.fromkeys(said))


def _period(report: Publication) -> str:
    return period_said(Span(report.outline.span), report.starts_on, report.ends_on)


def _last(found: Outline) -> Period:
    """Return the newest days of a report's length that are over."""
    return Period(*span_before(Span(found.span), localdate()))


def _outline(request: AgentRequest, outline_id: int) -> Outline:
    clients = clients_with_figures(request.identity)
    rows = Outline.objects.filter(client__in=clients).select_related("client", "by")
    return get_object_or_404(rows, pk=outline_id)


def _report(request: AgentRequest, report_id: int) -> Publication:
    clients = clients_with_figures(request.identity)
    rows = Publication.objects.filter(client__in=clients)
    return get_object_or_404(rows.select_related("client", "outline", "by"), pk=report_id)


def _writable(request: AgentRequest, outline_id: int) -> Outline:
    found = _outline(request, outline_id)
    _check_may_write(request, found.client_id)
    return found


def _writing(request: AgentRequest) -> Shown:
    asked = shown(request)
    _check_may_write(request, asked.client.pk)
    return asked


def _check_may_write(request: AgentRequest, client_id: int) -> None:
    if client_id not in reach(request.identity, "reports.write").clients:
        raise Http404


def _may_write(request: AgentRequest, client_id: int) -> bool:
    return request.identity.may("reports.write", client_id=client_id)


@contextmanager
def _as_client(request: AgentRequest, client_id: int) -> Iterator[None]:
    """Act with the client's reach, for those who may do so there."""
    if not request.identity.may("reports.read", client_id=client_id):
        raise PermissionDenied("reports.read")
    with seeing_as(Reach(clients=frozenset({client_id}), agent_id=request.user.pk)):
        yield
    see_as(reach(request.identity, "reports.read"))
