from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from gensvar.foundation.agreements.models import Client
from gensvar.operations.routing.models import Queue
from gensvar.operations.routing.queries.urgency import customers_with, waiting_with
from gensvar.operations.routing.rules.priority import Urgent
from gensvar.screens.setup.changing import told


def of_first_needs(client: Client, given: Mapping[str, Any]) -> list[Markup]:
    """Return how many customers come first, and in how many queues that means anything."""
    if not given["needs"]:
        return [told(_("<b>Nobody</b> comes first at %(client)s."), client=client.public_name)]
    count = customers_with(client, given["needs"])
    sentence = ngettext(
        "<b>%(count)s customer</b> has such a need now.",
        "<b>%(count)s customers</b> have such a need now.",
        count,
    )
    found = [told(sentence, count=count)]
    queues = Queue.objects.in_use().filter(client=client)
    all_of_them, first = queues.count(), queues.filter(vulnerable_seconds__gt=0).count()
    sentence = _("They come earlier in <b>%(first)s of %(all)s queues</b>.")
    found.append(told(sentence, first=first, all=all_of_them))
    if first < all_of_them:
        found.append(told(_("By how much is said for each queue; in the others nothing changes.")))
    found.append(told(_("What waits already keeps its place until something is known anew.")))
    return found


def of_priorities(queue: Queue, rules: Sequence[Urgent]) -> list[Markup]:
    """Return how much of what waits now the rules would have been about."""
    if not rules:
        return [told(_("<b>Nothing</b> is more urgent than anything else in this queue."))]
    waiting, urgent = waiting_with(queue, rules)
    sentence = ngettext(
        "Of <b>%(all)s contact</b> that waits now the rules are about %(urgent)s.",
        "Of <b>%(all)s contacts</b> that wait now the rules are about %(urgent)s.",
        waiting,
    )
    most = max(rule.priority for rule in rules)
    found = [told(sentence, all=waiting, urgent=urgent)]
    if most > 0:
        sentence = ngettext(
            "The most urgent count as come <b>%(count)s minute</b> earlier. Nobody starves by it.",
            "The most urgent count as come <b>%(count)s minutes</b> earlier. Nobody starves by it.",
            most,
        )
        found.append(told(sentence, count=most))
    found.append(told(_("What waits already keeps its place until something is known anew.")))
    return found
