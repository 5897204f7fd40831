"""Keep what is counted short; sign that a success factor is in place."""

from datetime import datetime

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.oversight.kpi.events import FactorSigned, SignatureWithdrawn
from gensvar.oversight.kpi.models import SignedFactor


class NoEvidence(Refused):
    message = _("Write what shows that it is in place first.")
    status = 422


class AlreadySigned(Refused):
    message = _("Somebody has signed this already. Take that signature back first.")


@transaction.atomic
def gather_counts() -> None:
    """Make one row of the many that a day's counting leaves; no sum changes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT kpi_gather()")


@action
def sign_factor(
    client: Client, factor: str, *, evidence: str, by: Agent, at: datetime
) -> SignedFactor:
    """Say that a success factor is in place, and what shows it."""
    if not evidence.strip():
        raise NoEvidence
    signed, is_new = SignedFactor.objects.get_or_create(
        client=client, factor=factor, defaults={"evidence": evidence.strip(), "by": by, "at": at}
    )
    if not is_new:
        raise AlreadySigned
    announce(FactorSigned(client_id=client.pk, factor=factor, agent_id=by.pk), at=at)
    return signed


@action
def withdraw_signature(client: Client, factor: str, *, by: Agent, at: datetime) -> None:
    """Say that a success factor is no longer in place; the record keeps that it was."""
    gone, _of = SignedFactor.objects.filter(client=client, factor=factor).delete()
    if gone:
        announce(SignatureWithdrawn(client_id=client.pk, factor=factor, agent_id=by.pk), at=at)
