"""Publish a figure: it is kept as it was, and another in its place says which it restates."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.oversight.kpi.events import FigurePublished, FigureRestated
from gensvar.oversight.kpi.models import PublishedFigure
from gensvar.oversight.kpi.queries.measured import agreed_limits
from gensvar.oversight.kpi.queries.own import known_definitions
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.published import (
    OF_A_MOMENT,
    content_of,
    digest_of,
    hindrance,
    published,
    today_of,
)
from gensvar.oversight.kpi.queries.told import Told, measure_told
from gensvar.science.kpi.definitions import Definition


class NotOver(Refused):
    message = _("The period goes on. Publish its figure when its last day is over.")


class NotWhole(Refused):
    message = _("Not every day of the period is counted to the end. Publish it when they all are.")


class NotBalanced(Refused):
    message = _(
        "A contact is lost or doubled on %(days)s. Find it or explain it first, among the balances "
        "of the queues."
    )


class NoFigure(Refused):
    message = _("The measure has no figure in this period, so there is nothing to publish.")


class AlreadyPublished(Refused):
    message = _("The figure is published for this period. Restate it if it should be another.")


class NothingChanged(Refused):
    message = _("Counted again it comes to the same, from the same data: nothing to restate.")


class NoReason(Refused):
    message = _("Write why the figure is restated.")
    status = 422


class AlreadyRestated(Refused):
    message = _("The figure has been restated already. Look at the newest first.")


@action
def publish_figure(
    client: Client, definition: Definition, period: Period, *, by: Agent, at: datetime
) -> PublishedFigure:
    """Let a measure's figure stand for a period, whatever comes late."""
    check_may_publish(definition.code, client, period, at=at)
    row = _kept(measure_told(definition, client, period, at=at), by=by, at=at)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        if published(definition.code, client, period):
            raise AlreadyPublished from None
        raise
    _announce_published(row)
    return row


@action
def restate_figure(
    figure: PublishedFigure, because: str, *, by: Agent, at: datetime, by_todays: bool = False
) -> PublishedFigure:
    """Publish a figure anew in place of another, which is kept and told beside it.

    It is counted by the definition and limits of the one before or, `by_todays`, by those in force
    today.
    """
    if not because.strip():
        raise NoReason
    period = Period(figure.starts_on, figure.ends_on)
    check_may_publish(figure.code, figure.client, period, at=at)
    definition = known_definitions(figure.client)[figure.code]
    number, limits = figure.version, figure.figures["limits"]
    if by_todays:
        number = len(definition.versions)
        today = today_of(figure.client, localdate(at))
        limits = agreed_limits(figure.code, figure.client, today)
    one = measure_told(definition, figure.client, period, at=at, number=number, limits=limits)
    row = _kept(one, by=by, at=at)
    if row.digest == figure.digest or figure.code in OF_A_MOMENT:
        raise NothingChanged
    row.restates, row.because = figure, because.strip()
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise AlreadyRestated from None
    announce(
        FigureRestated(
            client_id=row.client_id,
            figure_id=row.pk,
            restates_id=figure.pk,
            code=row.code,
            version=row.version,
            digest=row.digest,
            agent_id=by.pk,
        ),
        at=at,
    )
    return row


def check_may_publish(code: str, client: Client, period: Period, *, at: datetime) -> None:
    """Refuse what is half counted, or does not balance: it would be told as a low figure."""
    found = hindrance(code, client, period, at=at)
    if not found.is_over:
        raise NotOver
    if found.unbalanced:
        raise NotBalanced(days=", ".join(day.isoformat() for day in found.unbalanced))
    if not found.complete.is_whole:
        raise NotWhole


def _kept(one: Told, *, by: Agent, at: datetime) -> PublishedFigure:
    if one.figures is None or one.complete.is_too_early:
        raise NoFigure
    content = content_of(one)
    return PublishedFigure(
        client=one.client,
        code=one.definition.code,
        version=one.number,
        starts_on=one.period.starts_on,
        ends_on=one.period.ends_on,
        figures=content,
        digest=digest_of(one, content),
        by=by,
        at=at,
    )


def _announce_published(row: PublishedFigure) -> None:
    announce(
        FigurePublished(
            client_id=row.client_id,
            figure_id=row.pk,
            code=row.code,
            version=row.version,
            starts_on=row.starts_on.isoformat(),
            ends_on=row.ends_on.isoformat(),
            digest=row.digest,
            agent_id=row.by_id,
        ),
        at=row.at,
    )
