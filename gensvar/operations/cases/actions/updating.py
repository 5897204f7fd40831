"""A promise of news that was not kept: the handler is told, once for each silence."""

from datetime import datetime

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import office_calendar, zone
from gensvar.foundation.events.actions import announce
from gensvar.operations.cases.actions.alarming import (
    OFFICE_PATH,
    Recipient,
    handler_told,
    is_alarm_time,
)
from gensvar.operations.cases.actions.answering import notify_colleague
from gensvar.operations.cases.actions.moving import about, locked
from gensvar.operations.cases.events import PromiseUpdateMissed
from gensvar.operations.cases.models import Case, MissedUpdate, Promise
from gensvar.operations.cases.queries.updates import (
    NextUpdate,
    next_update,
    with_updates_promised,
)
from gensvar.science.worktime.calendar import Calendar


def tell_of_missed_updates(client: Client, *, at: datetime) -> int:
    """Tell handlers where the customer was to have news and got none; return how many were told.

    Each promise is a transaction of its own, in which the facts are asked again.
    """
    calendar = office_calendar(client, at=at)
    keys = with_updates_promised(client, at=at)
    return sum(_tell_of(key, calendar=calendar, at=at) for key in keys)


@action
def _tell_of(promise_id: int, *, calendar: Calendar, at: datetime) -> bool:
    """Write the miss and its mail, both or none; nothing where news has been sent since."""
    known = Promise.objects.select_related("end", "case__client", "case__agent", "case__group")
    locked(Case(pk=known.get(pk=promise_id).case_id))
    promise = known.get(pk=promise_id)
    update = next_update(promise, calendar=calendar, at=at)
    if update is None or not is_alarm_time(update.due_at, calendar, at):
        return False
    recipient = handler_told(promise.case, at=at)
    missed, is_new = MissedUpdate.objects.get_or_create(
        promise=promise,
        since=update.since,
        defaults={
            "client_id": promise.client_id,
            "due_at": update.due_at,
            "at": at,
            "agent": recipient.agent,
            "how": recipient.how,
        },
    )
    if is_new:
        _tell(missed, promise, update, recipient, at=at)
    return is_new


def _tell(
    missed: MissedUpdate,
    promise: Promise,
    update: NextUpdate,
    recipient: Recipient,
    *,
    at: datetime,
) -> None:
    case = promise.case
    if recipient.address:
        subject, text = _words(promise, update, recipient)
        missed.outgoing = notify_colleague(
            case, text, subject=subject, address=recipient.address, purpose="no-news", at=at
        )
        missed.save(update_fields=["outgoing"])
    event = PromiseUpdateMissed(
        promise_id=promise.pk,
        since=update.since.isoformat(),
        due_at=update.due_at.isoformat(),
        **about(case, None),
    )
    announce(event, at=at)


def _words(promise: Promise, update: NextUpdate, recipient: Recipient) -> tuple[str, str]:
    """Return subject and words: number and day, and nobody's name."""
    case = promise.case
    language = recipient.agent.language if recipient.agent else case.client.language
    link = f"{settings.BASE_URL}{OFFICE_PATH}{case.number}/"
    with translation.override(language if language in {"sv", "en"} else "sv"):
        about_what = case.number
        if case.is_confidential:
            about_what, link = _("A question"), f"{settings.BASE_URL}{OFFICE_PATH}"
        on = update.due_at.astimezone(zone()).date().isoformat()
        lines = [
            about_what,
            _("The customer was promised news by %(day)s, and has got none.") % {"day": on},
            _("Write how far the question has come, also where there is nothing new to tell."),
            "\n".join([_("Open the question here:"), link]),
            _("You are told once. Something sent to the customer starts the count again."),
        ]
        if recipient.away and recipient.away != recipient.agent:
            lines.append(_("It comes to you because the one it is for is away."))
        subject = " · ".join([about_what, _("the customer waits for news")])
        return subject, "\n\n".join(lines) + "\n"
