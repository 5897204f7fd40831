"""Paper is noted with the day it was received, before anybody says what it is about."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from gensvar.channels.paper.events import PaperDated, PaperNoted
from gensvar.channels.paper.models import Paper
from gensvar.channels.paper.rules import can_be_received, is_scan
from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.files.actions import store_file
from gensvar.foundation.files.models import StoredFile
from gensvar.foundation.files.rules import is_what_it_claims
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused


class NotReceivedThen(Refused):
    message = _("It cannot have been received on %(day)s. Write the day on its stamp.")
    status = 422


class NotAScan(Refused):
    message = _("“%(name)s” is no scan. PDF, TIFF and JPEG are taken.")
    status = 415


class ScannedAlready(Refused):
    message = _("“%(name)s” is there already, as “%(known)s”, received %(day)s. Nothing was kept.")


class RegisteredAlready(Refused):
    message = _("It is registered already.")


@action
def note_scans(
    client: Client,
    files: Sequence[tuple[str, bytes]],
    *,
    channel: str,
    received_on: date,
    by: Agent | None,
    at: datetime,
) -> list[Paper]:
    """Keep each scan as a paper to register; all of them, or none if one cannot be kept."""
    for name, content in files:
        if not (is_scan(name) and is_what_it_claims(name, content)):
            raise NotAScan(name=name)
    return [
        note_paper(
            client,
            channel=channel,
            received_on=received_on,
            file=store_file(content, at=at),
            name=name,
            by=by,
            at=at,
        )
        for name, content in files
    ]


@action
def note_paper(
    client: Client,
    *,
    channel: str,
    received_on: date,
    by: Agent | None,
    at: datetime,
    file: StoredFile | None = None,
    name: str = "",
) -> Paper:
    """Note that a letter or fax was received, with its scan where there is one."""
    check_day(received_on, at=at)
    paper = Paper(
        client=client,
        channel=channel,
        received_on=received_on,
        file=file,
        name=name[:255],
        noted_at=at,
        noted_by=by,
    )
    try:
        with transaction.atomic():
            paper.save(force_insert=True)
    except IntegrityError as error:
        raise _known(client, file, name) from error
    announce(
        PaperNoted(
            paper_id=paper.pk,
            client_id=client.pk,
            agent_id=by.pk if by else None,
            received_on=received_on.isoformat(),
            channel=channel,
            is_scanned=file is not None,
        ),
        at=at,
    )
    return paper


@action
def date_paper(paper: Paper, *, received_on: date, by: Agent | None, at: datetime) -> None:
    """Put right on which day a paper was received, before it is registered."""
    check_day(received_on, at=at)
    before = paper.received_on
    if before == received_on:
        return
    waiting = Paper.objects.filter(pk=paper.pk, contact=None)
    if not waiting.update(received_on=received_on):
        raise RegisteredAlready
    paper.received_on = received_on
    announce(
        PaperDated(
            paper_id=paper.pk,
            client_id=paper.client_id,
            agent_id=by.pk if by else None,
            received_on=received_on.isoformat(),
            before=before.isoformat(),
        ),
        at=at,
    )


def check_day(on: date, *, at: datetime) -> None:
    if not can_be_received(on, today=localtime(at).date()):
        raise NotReceivedThen(day=date_format(on, "Y-m-d"))


def _known(client: Client, file: StoredFile | None, name: str) -> ScannedAlready:
    """Say which paper the same bytes are; one that may not be known of is not named."""
    known = Paper.objects.filter(client=client, file=file).first()
    if known is None:
        return ScannedAlready(name=name, known=name, day="–")
    return ScannedAlready(name=name, known=known.name, day=date_format(known.received_on, "Y-m-d"))
