"""Articles from a table: first what it would do, line by line, then, if wanted, doing it."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.knowledge.actions import import_articles
from gensvar.operations.knowledge.forms import TableForm
from gensvar.operations.knowledge.queries.article_import import planned_articles
from gensvar.operations.knowledge.queries.reaching import clients_kept, groups_kept
from gensvar.operations.knowledge.rules import text_of
from gensvar.operations.knowledge.rules.article_table import ArticleFault
from gensvar.operations.knowledge.views.frame import draw
from gensvar.operations.knowledge.views.keeping import GET_AND_POST, client_kept

LARGEST = 5 * 1024 * 1024
MOST_SHOWN = 100


@GET_AND_POST
@requires("knowledge.write")
def importing(request: AgentRequest) -> HttpResponse:
    """Show what a table would do; with its text sent back, do it."""
    client = client_kept(request)
    groups = list(groups_kept(request.identity, client).values_list("pk", flat=True))
    form = TableForm()
    text = request.POST.get("table", "") or _brought(request, form)
    plan = planned_articles(client, text, groups=groups, at=now()) if text else None
    if plan and not plan.faults and "table" in request.POST:
        try:
            done = import_articles(client, text, groups=groups, by=request.user, at=now())
        except Refused as refusal:
            messages.error(request, refusal.words())
        else:
            said = _("%(new)s new drafts and %(changed)s changed. Nothing is in force yet.")
            counts = {"new": len(done.new), "changed": len(done.changed)}
            messages.success(request, said % counts)
        return HttpResponseRedirect(f"{reverse('knowledge')}?visa=arbete")
    is_wrong = request.method == "POST" and (plan is None or bool(plan.faults))
    return draw(
        request,
        "import",
        status=422 if is_wrong else 200,
        form=form,
        client=client,
        clients=list(clients_kept(request.identity)),
        plan=plan,
        table=text,
        faults=_told(plan.faults[:MOST_SHOWN]) if plan else [],
    )


def _brought(request: HttpRequest, form: TableForm) -> str:
    if request.method != "POST":
        return ""
    form.data, form.files, form.is_bound = request.POST, request.FILES, True
    if not form.is_valid():
        return ""
    file = form.cleaned_data["file"]
    if file.size > LARGEST:
        form.add_error("file", _("The file is larger than 5 MB."))
        return ""
    return text_of(file.read())


def _told(faults: Iterable[ArticleFault]) -> list[tuple[int, str, str]]:
    """Return line, column and reason of each fault, in words."""
    words = {
        "heading": _("This column is missing."),
        "unknown": _("There is no such column. Correct its heading, or take it away."),
        "column-twice": _("This column stands there twice."),
        "rows": _("More than %(value)s rows. Divide the file."),
        "table": _("This is no table: %(value)s"),
        "empty": _("Nothing is written here."),
        "long": _("The text is too long: %(value)s …"),
        "link": _("“%(value)s” is no address; it begins with https://"),
        "day": _("“%(value)s” is no date. Write it as 2027-05-31."),
        "kind": _("“%(value)s” is neither an answer nor a checklist."),
        "yes-no": _("“%(value)s” is neither yes nor no."),
        "number": _("“%(value)s” is no number of an article, such as ART-12."),
        "twice": _("The same title stands in line %(value)s."),
        "group": _("“%(value)s” is no answer group in whose name you may write."),
        "owner": _("“%(value)s” is nobody who may own articles."),
        "approver": _("“%(value)s” is nobody who may approve articles."),
        "past": _("%(value)s has passed. The day to review it must lie ahead."),
        "subject": _("There is no subject called “%(value)s”."),
        "no-article": _("There is no %(value)s. Leave the number empty for a new article."),
        "submitted": _("A version of %(value)s waits for approval."),
    }
    return [
        (fault.number, fault.column, words[fault.kind] % {"value": fault.value}) for fault in faults
    ]
