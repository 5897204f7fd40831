"""Which other cases somebody probably means when they look for one that belongs with this."""

from django.db.models import Q

from gensvar.operations.cases.models import Case, State

MOST = 8


def likely_others(case: Case) -> list[Case]:
    """Return other cases of the same customer or, where nobody is known, of the same subject."""
    others = Case.objects.filter(client=case.client_id).exclude(pk=case.pk)
    if case.customer_id:
        theirs = others.filter(customer=case.customer_id)
        return list(theirs.order_by("-opened_at", "-pk")[:MOST])
    if case.subject_id is None:
        return []
    open_ones = others.filter(~Q(state=State.CLOSED), subject=case.subject_id)
    return list(open_ones.order_by("-opened_at", "-pk")[:MOST])
