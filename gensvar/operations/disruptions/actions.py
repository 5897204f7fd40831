"""Open a disruption, tell how it goes, end it; and follow one."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.customers.models import Customer
from gensvar.operations.disruptions.events import (
    DisruptionBegun,
    DisruptionChanged,
    DisruptionEnded,
    DisruptionFollowed,
)
from gensvar.operations.disruptions.models import Disruption, Follower, Step
from gensvar.operations.knowledge.models import Subject


class AlreadyOver(Refused):
    message = _("This disruption is already over. Open a new one if it has come back.")


class EndsBeforeItStarts(Refused):
    message = _("The expected end lies before the start. Change one of the two times.")
    status = 422


class SubjectOfAnother(Refused):
    message = _("That subject belongs to another client. Choose one of this client's.")
    status = 422


class NothingToTell(Refused):
    message = _("Write what the followers shall read first: they get this one message.")
    status = 422


class NothingPublic(Refused):
    message = _("Write what customers shall read, or do not show it on the portal.")
    status = 422


@dataclass(frozen=True, kw_only=True)
class Described:
    """What is known of a disruption, and what customers are told of it."""

    cause: str
    area: str
    started_at: datetime
    subject: Subject | None = None
    expected_until: datetime | None = None
    is_public: bool = True
    public_text: str = ""
    public_text_en: str = ""
    phone_text: str = ""


@action
def begin(client: Client, described: Described, *, by: Agent, at: datetime) -> Disruption:
    """Open a disruption; from its start it stands on the desk and, if public, on the portal."""
    _check(client.pk, described)
    disruption = Disruption.objects.create(client=client, opened_by=by, **vars(described))
    _step(disruption, Step.Kind.BEGUN, by=by, at=at)
    announce(DisruptionBegun(**_about(disruption, by)), at=at)
    return disruption


@action
def change(disruption: Disruption, described: Described, *, by: Agent, at: datetime) -> Disruption:
    """Tell what has become known; who has asked to follow hears only of the end."""
    disruption = _held(disruption)
    _check(disruption.client_id, described)
    changed = [
        field.name
        for field in fields(described)
        if getattr(disruption, field.name) != getattr(described, field.name)
    ]
    if not changed:
        return disruption
    for name in changed:
        setattr(disruption, name, getattr(described, name))
    disruption.save(update_fields=changed)
    _step(disruption, Step.Kind.CHANGED, by=by, at=at, text=described.public_text)
    announce(DisruptionChanged(fields=tuple(changed), **_about(disruption, by)), at=at)
    return disruption


@action
def end(
    disruption: Disruption,
    *,
    closing_text: str,
    by: Agent,
    at: datetime,
    closing_text_en: str = "",
    closes_cases: bool = False,
) -> Disruption:
    """Say that it is over; each follower is told once, in these words."""
    disruption = _held(disruption)
    if not closing_text.strip():
        raise NothingToTell
    disruption.ended_at, disruption.ended_by = at, by
    disruption.closing_text, disruption.closing_text_en = closing_text, closing_text_en
    disruption.closes_cases = closes_cases
    disruption.save(
        update_fields=["ended_at", "ended_by", "closing_text", "closing_text_en", "closes_cases"]
    )
    _step(disruption, Step.Kind.ENDED, by=by, at=at, text=closing_text)
    announce(DisruptionEnded(**_about(disruption, by)), at=at)
    return disruption


@action
def follow(
    disruption: Disruption, customer: Customer, *, at: datetime, has_asked: bool = False
) -> None:
    """Let a customer hear when it is over, once, however often they ask."""
    disruption = _held(disruption)
    follower, is_new = Follower.objects.get_or_create(
        disruption=disruption,
        customer=customer,
        defaults={"client_id": disruption.client_id, "since": at, "has_asked": has_asked},
    )
    if has_asked and not follower.has_asked:
        Follower.objects.filter(pk=follower.pk).update(has_asked=True)
    if has_asked and (is_new or not follower.has_asked):
        announce(
            DisruptionFollowed(customer_id=customer.pk, **_about(disruption, None)),
            at=at,
        )


def record_told(disruption: Disruption, *, told: int, missed: int, at: datetime) -> None:
    """Write down, once, how many were told of the end and how many could not be."""
    Step.objects.get_or_create(
        disruption=disruption,
        kind=Step.Kind.TOLD,
        defaults={"client_id": disruption.client_id, "at": at, "text": f"{told}/{told + missed}"},
    )


def _held(disruption: Disruption) -> Disruption:
    """Return it as it stands now, held until the transaction ends; over is over."""
    held = Disruption.objects.select_for_update(of=("self",), no_key=True).get(pk=disruption.pk)
    if held.is_over:
        raise AlreadyOver
    return held


def _check(client_id: int, described: Described) -> None:
    if described.expected_until and described.expected_until <= described.started_at:
        raise EndsBeforeItStarts
    if described.subject and described.subject.client_id != client_id:
        raise SubjectOfAnother
    if described.is_public and not described.public_text.strip():
        raise NothingPublic


def _step(disruption: Disruption, kind: str, *, by: Agent, at: datetime, text: str = "") -> None:
    Step.objects.create(
        disruption=disruption, client_id=disruption.client_id, kind=kind, at=at, by=by, text=text
    )


def _about(disruption: Disruption, by: Agent | None) -> dict[str, Any]:
    return {
        "disruption_id": disruption.pk,
        "client_id": disruption.client_id,
        "agent_id": by.pk if by else None,
    }
