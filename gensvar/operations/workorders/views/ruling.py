"""What each case type asks of the process, said by the administrator."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.casetypes.queries import case_types
from gensvar.operations.workorders import actions
from gensvar.operations.workorders.forms import RuleForm
from gensvar.operations.workorders.models import ProcessRule
from gensvar.operations.workorders.views.frame import GET_AND_POST, draw, kept, lead_on, posted


@require_safe
@requires("setup.read")
def rules(request: AgentRequest) -> HttpResponse:
    """List the case types, and which of them follow the steps."""
    clients = reach(request.identity, "setup.read").clients
    known = {one.case_type_id: one for one in ProcessRule.objects.filter(client__in=clients)}
    return draw(
        request,
        "rules",
        types=[(one, known.get(one.pk)) for one in case_types(clients)],
        several=Client.objects.filter(pk__in=clients).count() > 1,
    )


@GET_AND_POST
@requires("setup.write")
def rule(request: AgentRequest, type_id: int) -> HttpResponse:
    rows = CaseType.objects.filter(client__in=reach(request.identity, "setup.write").clients)
    found = get_object_or_404(rows.select_related("client"), pk=min(type_id, 2**63 - 1))
    known = ProcessRule.objects.filter(case_type=found).first()
    form = RuleForm(posted(request), rule=known)
    if kept(form, lambda: actions.rule_process(found, by=request.user, at=now(), **form.asked())):
        done = _("Saved. It holds from now on, also for cases that are under way.")
        return lead_on(request, done, to=reverse("workorders_rules"))
    return draw(request, "rule", case_type=found, form=form)
