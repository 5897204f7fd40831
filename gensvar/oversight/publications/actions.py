"""Compose reports, publish them as they stand, restate them with a reason, and send them."""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.files.actions import store_file
from gensvar.foundation.people.access import identity_of
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.actions import Draft, Enclosure, request_message
from gensvar.oversight.kpi.publishing import NoReason, NothingChanged, restate_figure
from gensvar.oversight.kpi.queries.own import known_definitions
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.published import published, standing
from gensvar.oversight.publications.content import composed, content_digest, report_before
from gensvar.oversight.publications.events import (
    OutlineComposed,
    RemarkWritten,
    ReportDelivered,
    ReportPublished,
    SubscriptionBegun,
    SubscriptionEnded,
)
from gensvar.oversight.publications.models import (
    Delivery,
    Outline,
    Publication,
    Remark,
    Rendition,
    Subscription,
)
from gensvar.oversight.publications.rules import MOST_MEASURES, Span, TableName, span_of
from gensvar.oversight.publications.sheets import LANGUAGES, subject_of
from gensvar.oversight.publications.writing import renditions_of


class NothingChosen(Refused):
    message = _("Choose at least one measure or table.")
    status = 422


class NameTaken(Refused):
    message = _("There is a report of that name already. Choose another name.")


class NoSuchSpan(Refused):
    message = _("The report is about whole weeks, months or half-years. Choose such days.")
    status = 422


class ReportAlreadyPublished(Refused):
    message = _(
        "The report is published for these days. Restate it if it should say another thing."
    )


class ReportAlreadyRestated(Refused):
    message = _("The report has been restated already. Look at the newest first.")


class NothingSaid(Refused):
    message = _("Write something first.")
    status = 422


class MayNotRead(Refused):
    message = _("%(name)s may not read this client's reports. Give them a role for it first.")


class AlreadySubscribed(Refused):
    message = _("%(name)s is sent the report already.")


@action
def compose_outline(
    client: Client,
    outline: Outline | None,
    *,
    name: str,
    span: Span,
    measures: Sequence[str],
    tables: Sequence[str],
    words: str,
    by: Agent,
    at: datetime,
) -> Outline:
    """Decide what a report is made of, from the next that is published on."""
    known = known_definitions(client)
    chosen = [code for code in dict.fromkeys(measures) if code in known][:MOST_MEASURES]
    shown = [one for one in TableName if one.value in tables]
    if not chosen and not shown:
        raise NothingChosen
    row = outline or Outline(client=client)
    row.name, row.span, row.measures = name.strip(), span.value, chosen
    row.tables, row.words = [one.value for one in shown], words.strip()
    row.by, row.at = by, at
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise NameTaken from None
    announce(
        OutlineComposed(
            client_id=client.pk,
            outline_id=row.pk,
            measures=row.measures,
            tables=row.tables,
            agent_id=by.pk,
        ),
        at=at,
    )
    return row


@action
def write_remark(outline: Outline, period: Period, text: str, *, by: Agent, at: datetime) -> Remark:
    """Have something said in the report about a period that is not published yet."""
    if not text.strip():
        raise NothingSaid
    if Publication.objects.filter(outline=outline, starts_on=period.starts_on).exists():
        raise ReportAlreadyPublished
    remark = Remark.objects.create(
        client_id=outline.client_id,
        outline=outline,
        starts_on=period.starts_on,
        text=text.strip(),
        by=by,
        at=at,
    )
    announce(
        RemarkWritten(
            client_id=outline.client_id, outline_id=outline.pk, remark_id=remark.pk, agent_id=by.pk
        ),
        at=at,
    )
    return remark


@action
def publish_report(outline: Outline, period: Period, *, by: Agent, at: datetime) -> Publication:
    """Let a report stand for a period; each figure that is not published yet is published too."""
    if span_of(Span(outline.span), period.starts_on) != (period.starts_on, period.ends_on):
        raise NoSuchSpan
    if Publication.objects.filter(outline=outline, starts_on=period.starts_on).exists():
        raise ReportAlreadyPublished
    before = report_before(outline, period)
    content = composed(outline, period, before=before.content if before else None, by=by, at=at)
    report = _report(outline, period, content, by=by, at=at)
    try:
        with transaction.atomic():
            report.save()
    except IntegrityError:
        raise ReportAlreadyPublished from None
    _keep(report)
    return report


@action
def restate_report(report: Publication, because: str, *, by: Agent, at: datetime) -> Publication:
    """Publish a report anew in its place, with every figure that has become another; send it."""
    if not because.strip():
        raise NoReason
    period = Period(report.starts_on, report.ends_on)
    for one in report.content["measures"]:
        if one["figure"]:
            versions = published(one["code"], report.client, period)
            stands = standing(versions, at=at)
            if stands.is_changed or stands.is_corrected:
                restate_figure(stands.current, because, by=by, at=at)
    content = composed(report.outline, period, before=report.content, by=by, at=at)
    if content == report.content:
        raise NothingChanged
    row = _report(report.outline, period, content, by=by, at=at)
    row.restates, row.because = report, because.strip()
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise ReportAlreadyRestated from None
    _keep(row)
    for subscription in subscribed(report.outline):
        deliver(row, subscription.recipient, by=None, at=at)
    return row


@action
def subscribe(outline: Outline, recipient: Agent, *, by: Agent, at: datetime) -> Subscription:
    """Send somebody every report of an outline from now on."""
    if not may_read(recipient, outline.client, at=at):
        raise MayNotRead(name=recipient.name)
    try:
        with transaction.atomic():
            row = Subscription.objects.create(
                client_id=outline.client_id, outline=outline, recipient=recipient, by=by, since=at
            )
    except IntegrityError:
        raise AlreadySubscribed(name=recipient.name) from None
    announce(
        SubscriptionBegun(
            client_id=outline.client_id,
            outline_id=outline.pk,
            recipient_id=recipient.pk,
            agent_id=by.pk,
        ),
        at=at,
    )
    return row


@action
def end_subscription(subscription: Subscription, *, by: Agent, at: datetime) -> None:
    """Send somebody no more reports of an outline."""
    open_still = Subscription.objects.filter(pk=subscription.pk, until=None)
    if not open_still.update(until=at):
        return
    announce(
        SubscriptionEnded(
            client_id=subscription.client_id,
            outline_id=subscription.outline_id,
            recipient_id=subscription.recipient_id,
            agent_id=by.pk,
        ),
        at=at,
    )


@action
def deliver(report: Publication, recipient: Agent, *, by: Agent | None, at: datetime) -> bool:
    """Send a report to somebody who may read it, to the byte as it was published.

    By itself (`by` is nobody) it leaves once to each; false where it has, or may not be read.
    """
    if not may_read(recipient, report.client, at=at):
        return False
    if (
        by is None
        and Delivery.objects.filter(publication=report, recipient=recipient, by=None).exists()
    ):
        return False
    language = recipient.language if recipient.language in LANGUAGES else LANGUAGES[0]
    forms = {row.form: row for row in report.renditions.filter(language=language)}
    text, page, printed = (
        bytes(forms[form].content)
        for form in (Rendition.Form.TEXT, Rendition.Form.PAGE, Rendition.Form.PRINT)
    )
    with translation.override(language):
        subject = subject_of(report)[:200]
    file = store_file(printed, media_type="application/pdf", at=at)
    draft = Draft(
        text=text.decode(),
        html=page.decode(),
        recipients=[recipient.email],
        subject=subject,
        enclosures=[Enclosure(file=file, name=f"{file_name(report)}.pdf")],
        purpose="report",
        is_automatic=True,
    )
    outgoing = request_message(report.client, draft, channel="mail", customer=None, by=None, at=at)
    Delivery.objects.create(
        client_id=report.client_id,
        publication=report,
        recipient=recipient,
        outgoing=outgoing.pk,
        by=by,
        at=at,
    )
    announce(
        ReportDelivered(
            client_id=report.client_id,
            publication_id=report.pk,
            recipient_id=recipient.pk,
            sha256=forms[Rendition.Form.PRINT].sha256,
            agent_id=by.pk if by else None,
        ),
        at=at,
    )
    return True


def subscribed(outline: Outline) -> list[Subscription]:
    rows = Subscription.objects.filter(outline=outline, until=None)
    return list(rows.select_related("recipient").order_by("pk"))


def may_read(agent: Agent, client: Client, *, at: datetime) -> bool:
    """Say whether somebody may read a client's figures at this moment."""
    return agent.is_active and identity_of(agent, at=at).may("reports.read", client_id=client.pk)


def file_name(report: Publication) -> str:
    last = report.ends_on - timedelta(days=1)
    return f"rapport-{report.pk}-{report.starts_on}-{last}"


def _report(
    outline: Outline, period: Period, content: dict[str, object], *, by: Agent, at: datetime
) -> Publication:
    return Publication(
        client=outline.client,
        outline=outline,
        name=outline.name,
        starts_on=period.starts_on,
        ends_on=period.ends_on,
        content=content,
        digest=content_digest(content),
        by=by,
        at=at,
    )


def _keep(report: Publication) -> None:
    Rendition.objects.bulk_create(
        Rendition(
            client_id=report.client_id,
            publication=report,
            language=language,
            form=form,
            content=content,
            sha256=hashlib.sha256(content).hexdigest(),
        )
        for language, form, content in renditions_of(report)
    )
    announce(
        ReportPublished(
            client_id=report.client_id,
            outline_id=report.outline_id,
            publication_id=report.pk,
            starts_on=report.starts_on.isoformat(),
            digest=report.digest,
            restates_id=report.restates_id,
            agent_id=report.by_id,
        ),
        at=report.at,
    )
