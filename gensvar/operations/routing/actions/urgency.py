"""Who leads says what is urgent in a queue, and whom the client has agreed to let come first."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.customers.models import Need
from gensvar.operations.routing.events import FirstNeedsSet, PrioritiesSet
from gensvar.operations.routing.models import FirstNeed, PriorityRule, Queue
from gensvar.operations.routing.rules.priority import FACTS, LEAST, MOST, Urgent


class AgreementMissing(Refused):
    message = _("Say in which agreement it is agreed that these customers come first.")
    status = 422


class UnknownNeed(Refused):
    message = _("That is no need that customers can have. Choose one of the list.")
    status = 422


class BadRule(Refused):
    message = _("A rule says what makes a contact urgent, and a priority from −5 to 5 but not 0.")
    status = 422


class TwiceTheSame(Refused):
    message = _("Two rules are about the same. Leave one of them out.")
    status = 422


@action
def set_first_needs(
    client: Client, needs: Collection[str], *, agreed_in: str, by: Agent, at: datetime
) -> None:
    """Let customers with these needs come first from now on, and no others."""
    wanted = set(needs)
    if wanted - set(Need.What.values):
        raise UnknownNeed
    if wanted and not agreed_in.strip():
        raise AgreementMissing
    current = FirstNeed.objects.now().select_for_update().filter(client=client)
    kept = {one.what for one in current if one.what in wanted and one.agreed_in == agreed_in}
    current.exclude(what__in=kept).update(until=at)
    FirstNeed.objects.bulk_create(
        FirstNeed(client=client, what=what, agreed_in=agreed_in, by=by, since=at)
        for what in sorted(wanted - kept)
    )
    announce(FirstNeedsSet(client_id=client.pk, agent_id=by.pk, needs=tuple(sorted(wanted))), at=at)


@action
def set_priorities(queue: Queue, rules: Sequence[Urgent], *, by: Agent, at: datetime) -> None:
    """Let these facts, and no others, make contacts of a queue more or less urgent."""
    for rule in rules:
        if rule.fact not in FACTS or not rule.value:
            raise BadRule
        if not LEAST <= rule.priority <= MOST or not rule.priority:
            raise BadRule
    if len({(rule.fact, rule.value) for rule in rules}) < len(rules):
        raise TwiceTheSame
    queue = Queue.objects.select_for_update().get(pk=queue.pk)
    queue.priority_rules.all().delete()
    PriorityRule.objects.bulk_create(
        PriorityRule(queue=queue, client_id=queue.client_id, **vars(rule)) for rule in rules
    )
    announce(PrioritiesSet(queue_id=queue.pk, client_id=queue.client_id, agent_id=by.pk), at=at)
