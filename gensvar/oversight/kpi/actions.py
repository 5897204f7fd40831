"""Keep what is counted short, sign what is in place, and write down measures and goals."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import connection, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.models import VolumeBefore
from gensvar.oversight.kpi.events import (
    AggregatesImported,
    BenchmarksNoted,
    FactorSigned,
    GoalAgreed,
    InsightNoted,
    MeasureDefined,
    NumberNoted,
    SignatureWithdrawn,
)
from gensvar.oversight.kpi.importing import Aggregate
from gensvar.oversight.kpi.models import (
    ABOUT_PEOPLE,
    MeasureGoal,
    NotedNumber,
    OwnMeasure,
    SignedFactor,
)
from gensvar.oversight.kpi.noting import Number
from gensvar.oversight.kpi.queries.own import problems_of_agreed, problems_of_own
from gensvar.science.kpi.definitions import Definition
from gensvar.science.kpi.faults import Fault, Problem


class NoEvidence(Refused):
    message = _("Write what shows that it is in place first.")
    status = 422


class AlreadySigned(Refused):
    message = _("Somebody has signed this already. Take that signature back first.")


class GroupMissing(Refused):
    message = _("Choose the group that it concerns: only its manager is shown this.")
    status = 422


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


@action
def note_insight(
    client: Client, cause: str, *, page: str, group: Group | None, by: Agent, at: datetime
) -> None:
    """Write down why customers have to ask; what concerns people is for their manager alone."""
    if cause in ABOUT_PEOPLE and group is None:
        raise GroupMissing
    # Plainly inserted: asking for the row back would ask to see it.
    with connection.cursor() as cursor:
        cursor.execute(
            """INSERT INTO kpi_insight (client_id, cause, page, group_id, by_id, at)
               VALUES (%s, %s, %s, %s, %s, %s)""",
            [client.pk, cause, page, group.pk if group else None, by.pk, at],
        )
    announce(InsightNoted(client_id=client.pk, agent_id=by.pk), at=at)


@action
def import_aggregates(
    client: Client, rows: Sequence[Aggregate], *, by: Agent, at: datetime
) -> None:
    """Keep sums from elsewhere, each with its source; they are marked as imported for ever."""
    VolumeBefore.objects.bulk_create(
        VolumeBefore(client=client, imported_at=at, **asdict(row)) for row in rows
    )
    announce(AggregatesImported(client_id=client.pk, agent_id=by.pk, count=len(rows)), at=at)


@action
def note_numbers(client: Client, rows: Sequence[Number], *, by: Agent, at: datetime) -> None:
    """Note numbers from elsewhere; ours become facts, and what was noted before is kept."""
    others = 0
    for row in rows:
        number = NotedNumber.objects.create(client=client, by=by, at=at, **asdict(row))
        if row.who:
            others += 1
            continue
        announce(
            NumberNoted(
                client_id=client.pk,
                number_id=number.pk,
                what=row.what,
                starts_on=row.starts_on.isoformat(),
                ends_on=row.ends_on.isoformat(),
                amount=str(row.amount),
                agent_id=by.pk,
            ),
            at=at,
        )
    if others:
        announce(BenchmarksNoted(client_id=client.pk, agent_id=by.pk, count=others), at=at)


class Unsound(Refused):
    """What keeps a measure or a goal from being saved stands in `problems`."""

    message = _("This cannot be saved as it is.")
    status = 422

    def __init__(self, *problems: Problem) -> None:
        super().__init__()
        self.problems = problems


class GoalTaken(Refused):
    message = _("Another goal is in force from that day already. Choose another day.")


@action
def define_measure(
    client: Client, code: str, said: Mapping[str, Any], *, by: Agent, at: datetime
) -> OwnMeasure:
    """Write down a measure, or a new version of one; those before are kept as they were.

    `said` is the measure as the registry's files say theirs, with all its versions.
    """
    definition, problems = problems_of_own(client, code, said)
    number = OwnMeasure.objects.filter(client=client, code=code).count() + 1
    if definition is not None and len(definition.versions) != number:
        problems = [*problems, Problem(Fault.TAKEN, "code")]
    if problems:
        raise Unsound(*problems)
    row = OwnMeasure.objects.create(
        client=client, code=code, number=number, said=dict(said), by=by, at=at
    )
    announce(MeasureDefined(client_id=client.pk, code=code, number=number, agent_id=by.pk), at=at)
    return row


@action
def agree_goal(
    client: Client,
    definition: Definition,
    *,
    key: str,
    target: Decimal,
    pair: str,
    limits: Mapping[str, float],
    valid_from: date,
    by: Agent,
    at: datetime,
) -> MeasureGoal:
    """Agree on what to reach in a measure from a day; goals before it stay for the days before."""
    problems = problems_of_agreed(
        client,
        definition,
        key=key,
        pair=pair,
        limits=limits,
        valid_from=valid_from,
        today=localdate(at),
    )
    if problems:
        raise Unsound(*problems)
    goal, is_new = MeasureGoal.objects.get_or_create(
        client=client,
        code=definition.code,
        valid_from=valid_from,
        defaults={
            "key": key,
            "target": target,
            "pair": pair,
            "limits": dict(limits),
            "by": by,
            "at": at,
        },
    )
    if not is_new:
        raise GoalTaken
    announce(
        GoalAgreed(
            client_id=client.pk,
            code=definition.code,
            valid_from=valid_from.isoformat(),
            agent_id=by.pk,
        ),
        at=at,
    )
    return goal
