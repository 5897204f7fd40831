"""What a customer needs so that we understand each other: noted when they agree, never why."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.customers.actions.knowing import about
from gensvar.operations.customers.events import NeedEnded, NeedNoted
from gensvar.operations.customers.models import Customer, Need
from gensvar.operations.customers.rules.needs import health_in


class NotAgreed(Refused):
    message = _("Ask the customer first. A need is kept only when they have agreed to it.")
    status = 422


class TellsOfHealth(Refused):
    message = _("Write what the customer needs, not why. “%(word)s” tells of health.")
    status = 422


class NeedUnsaid(Refused):
    message = _("Say in a few words what the customer needs.")
    status = 422


class NeedHasEnded(Refused):
    message = _("This need has ended already.")


@action
def note_need(
    customer: Customer,
    *,
    what: str,
    agreed: bool,
    by: Agent | None,
    at: datetime,
    words: str = "",
) -> Need:
    """Remember what a customer needs. The same need is kept once."""
    words = " ".join(words.split())
    if not agreed:
        raise NotAgreed
    if what == Need.What.OTHER and not words:
        raise NeedUnsaid
    if word := health_in(words):
        raise TellsOfHealth(word=word)
    need, is_new = Need.objects.get_or_create(
        customer=customer,
        client_id=customer.client_id,
        what=what,
        words=words,
        until=None,
        defaults={"since": at, "by": by},
    )
    if is_new:
        announce(NeedNoted(need_id=need.pk, **about(customer, by)), at=at)
    return need


@action
def end_need(need: Need, *, by: Agent | None, at: datetime) -> None:
    """Stop telling of a need: it has passed, or the customer wants it forgotten."""
    if need.until is not None:
        raise NeedHasEnded
    need.until = at
    need.save(update_fields=["until"])
    announce(NeedEnded(need_id=need.pk, **about(need.customer, by)), at=at)
