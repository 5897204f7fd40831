"""After a threatening contact: the agent is offered a pause, and whoever leads hears of it."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.models import Contact
from gensvar.operations.routing.actions.presence import go_away
from gensvar.operations.routing.events import ContactHeated, HeatHeardOf, PauseAnswered
from gensvar.operations.routing.models import Heated, Seat
from gensvar.operations.routing.queries.heat import heated_in_a_row, is_handled_by
from gensvar.operations.routing.rules.presence import Reason


class AlreadyMarked(Refused):
    message = _("The contact is marked as threatening already.")


class NotYourContact(Refused):
    message = _("Only whoever had the contact can say how it was.")
    status = 403


class PauseAnsweredAlready(Refused):
    message = _("You have answered already, perhaps in another window.")


class AlreadyHeardOf(Refused):
    message = _("A colleague has said already that it is known.")


@action
def mark_heated(contact: Contact, *, by: Agent, at: datetime) -> Heated:
    """Count a contact as threatening; the agent is offered a pause, and whoever leads is told."""
    if not is_handled_by(contact, by):
        raise NotYourContact
    try:
        with transaction.atomic():
            heated = Heated.objects.create(
                contact=contact,
                client_id=contact.client_id,
                agent=by,
                at=at,
                in_a_row=heated_in_a_row(by, before=contact, at=at) + 1,
            )
    except IntegrityError as error:
        raise AlreadyMarked from error
    announce(
        ContactHeated(
            contact_id=contact.pk,
            client_id=contact.client_id,
            agent_id=by.pk,
            in_a_row=heated.in_a_row,
        ),
        at=at,
    )
    return heated


@action
def answer_pause(heated: Heated, *, by: Agent, is_pausing: bool, at: datetime) -> None:
    """Take the pause that is offered after a heated contact, or work on; it is counted as work."""
    open_still = Heated.objects.filter(pk=heated.pk, agent=by, answered_at=None)
    if not open_still.update(answered_at=at, has_paused=is_pausing):
        raise PauseAnsweredAlready
    # Whoever takes no contacts rests without a status to change.
    if is_pausing and Seat.objects.filter(agent=by).exists():
        go_away(by, reason=Reason.RECOVERY, at=at)
    announce(
        PauseAnswered(
            contact_id=heated.contact_id,
            client_id=heated.client_id,
            agent_id=by.pk,
            has_paused=is_pausing,
        ),
        at=at,
    )


@action
def hear_of(heated: Heated, *, by: Agent, at: datetime) -> None:
    """Say, as whoever leads, that one knows of it and has seen to the agent."""
    if not Heated.objects.filter(pk=heated.pk, heard_at=None).update(heard_at=at, heard_by=by):
        raise AlreadyHeardOf
    announce(
        HeatHeardOf(
            contact_id=heated.contact_id,
            client_id=heated.client_id,
            agent_id=by.pk,
            of_agent_id=heated.agent_id,
        ),
        at=at,
    )
