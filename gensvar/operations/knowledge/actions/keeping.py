"""Add, change, retire and restore what people ask about."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.actions import check_target
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.knowledge.events import (
    AreaAdded,
    AreaChanged,
    SubjectAdded,
    SubjectChanged,
    SubjectRestored,
    SubjectRetired,
)
from gensvar.operations.knowledge.models import ServiceArea, Subject
from gensvar.science.worktime.deadlines import WorkingDays


class NameTaken(Refused):
    message = _("There is already one called “%(name)s”.")


class NameMissing(Refused):
    message = _("Write a name.")
    status = 422


class OfAnotherClient(Refused):
    message = _("The service area, the group or the case type belongs to another client.")
    status = 422


class GroupIsClosed(Refused):
    message = _("The group %(group)s is closed. Choose another.")


class SubjectIsRetired(Refused):
    message = _("“%(name)s” is retired. Restore it first.")


class NoTimeToAnswer(Refused):
    message = _("A customer is answered within one working day or more.")
    status = 422


class AlreadyRetired(Refused):
    message = _("“%(name)s” is retired already.")


class NotRetired(Refused):
    message = _("“%(name)s” is in use already.")


@action
def add_area(
    client: Client, *, name: str, department: str, by: Agent, at: datetime, position: int = 0
) -> ServiceArea:
    """Offer a service that subjects belong to."""
    area = ServiceArea(
        client=client,
        name=_tidy(name),
        department=department.strip() or client.name,
        position=position,
    )
    _save(area)
    announce(AreaAdded(client_id=client.pk, agent_id=by.pk, area_id=area.pk), at=at)
    return area


@action
def change_area(area: ServiceArea, *, by: Agent, at: datetime, **settings: Any) -> None:
    area = ServiceArea.objects.select_for_update().get(pk=area.pk)
    if changed := _change(area, settings):
        announce(
            AreaChanged(client_id=area.client_id, agent_id=by.pk, area_id=area.pk, **changed),
            at=at,
        )


@action
def add_subject(
    area: ServiceArea, *, name: str, by: Agent, at: datetime, **settings: Any
) -> Subject:
    """Let cases be about something new."""
    subject = Subject(client_id=area.client_id, area=area, name=_tidy(name), **settings)
    _check(subject)
    _check_time(subject, at=at)
    _save(subject)
    announce(SubjectAdded(client_id=area.client_id, agent_id=by.pk, subject_id=subject.pk), at=at)
    return subject


@action
def change_subject(subject: Subject, *, by: Agent, at: datetime, **settings: Any) -> bool:
    """Change a subject; cases that are about it follow its name. Says whether anything changed."""
    subject = Subject.objects.select_for_update(of=("self",)).get(pk=subject.pk)
    if subject.retired_at is not None:
        raise SubjectIsRetired(name=subject.name)
    changed = _change(subject, settings)
    if "answer_days" in changed.get("fields", ()):
        _check_time(subject, at=at)
    if changed:
        announce(
            SubjectChanged(
                client_id=subject.client_id, agent_id=by.pk, subject_id=subject.pk, **changed
            ),
            at=at,
        )
    return bool(changed)


@action
def retire_subject(subject: Subject, *, by: Agent, at: datetime) -> None:
    """Let no new case be about it; those that are remain so, and are still counted."""
    if not Subject.objects.filter(pk=subject.pk, retired_at=None).update(retired_at=at):
        raise AlreadyRetired(name=subject.name)
    announce(
        SubjectRetired(client_id=subject.client_id, agent_id=by.pk, subject_id=subject.pk), at=at
    )


@action
def restore_subject(subject: Subject, *, by: Agent, at: datetime) -> None:
    """Let cases be about it again."""
    subject = Subject.objects.select_for_update(of=("self",)).get(pk=subject.pk)
    if subject.retired_at is None:
        raise NotRetired(name=subject.name)
    subject.retired_at = None
    _check(subject)
    subject.save(update_fields=["retired_at"])
    announce(
        SubjectRestored(client_id=subject.client_id, agent_id=by.pk, subject_id=subject.pk), at=at
    )


def _change(row: ServiceArea | Subject, settings: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """Save what differs, and return its fields with what they were and became."""
    fields = [key for key, value in settings.items() if getattr(row, key) != value]
    old = tuple(_kept(getattr(row, key)) for key in fields)
    for key in fields:
        setattr(row, key, settings[key])
    if not fields:
        return {}
    row.name = _tidy(row.name)
    if isinstance(row, Subject):
        _check(row)
    _save(row)
    return {
        "fields": tuple(fields),
        "old": old,
        "new": tuple(_kept(getattr(row, key)) for key in fields),
    }


def _check(subject: Subject) -> None:
    held = (subject.area, subject.group, subject.case_type)
    owned = [row for row in held if row is not None]
    if any(row.client_id != subject.client_id for row in owned):
        raise OfAnotherClient
    if subject.group is not None and subject.group.closed_at is not None:
        raise GroupIsClosed(group=subject.group.code)


def _check_time(subject: Subject, *, at: datetime) -> None:
    if subject.answer_days < 1:
        raise NoTimeToAnswer
    check_target(subject.client, WorkingDays(subject.answer_days), at=at)


def _save(row: ServiceArea | Subject) -> None:
    if not row.name:
        raise NameMissing
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise NameTaken(name=row.name) from None


def _tidy(name: str) -> str:
    return " ".join(name.split())


def _kept(value: object) -> str:
    return str(value.pk if isinstance(value, models.Model) else value or "")
