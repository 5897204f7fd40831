"""What is known of a case by which it may be urgent, and whether its customer comes first."""

from collections.abc import Sequence

from django.db.models import Count, Q

from gensvar.foundation.agreements.models import Client
from gensvar.operations.cases.models import Case, State
from gensvar.operations.customers.models import Customer, Need
from gensvar.operations.routing.models import FirstNeed, Queue, Waiting
from gensvar.operations.routing.rules.priority import Urgent


def facts_of(case: Case) -> dict[str, str]:
    """Return what rules of priority ask about, as far as it is known."""
    known = {
        "need": case.need_type,
        "subject": str(case.subject_id) if case.subject_id else "",
        "customer": case.customer.type if case.customer else "",
    }
    return {fact: value for fact, value in known.items() if value}


def comes_first(customer: Customer | None) -> bool:
    """Say whether a customer has a need now that by agreement lets them come first."""
    if customer is None:
        return False
    agreed = FirstNeed.objects.now().filter(client=customer.client_id).values("what")
    return Need.objects.filter(customer=customer, until=None, what__in=agreed).exists()


def first_needs(client: Client) -> list[FirstNeed]:
    return list(FirstNeed.objects.now().filter(client=client).order_by("what"))


def customers_with(client: Client, needs: Sequence[str]) -> int:
    """Count the customers of a client who have any of these needs now."""
    having = Need.objects.filter(client=client, until=None, what__in=needs)
    return having.values("customer").distinct().count()


def waiting_with(queue: Queue, rules: Sequence[Urgent]) -> tuple[int, int]:
    """Count what waits in a queue and what of it these rules are about."""
    found = Q(pk__in=[])
    for rule in rules:
        found |= Q(**{f"facts__{rule.fact}": rule.value})
    waiting = Waiting.objects.now().filter(queue=queue, case__state=State.WAITING_FOR_US)
    told = waiting.aggregate(all=Count("pk"), urgent=Count("pk", filter=found))
    return told["all"], told["urgent"]
