"""How a message fared is shown on it: sent, delivered, or failed."""

from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from gensvar.channels.sms.models import Arrival
from gensvar.channels.sms.providers import Malformed, Report, provider_named
from gensvar.channels.sms.rules import next_try
from gensvar.foundation.acting import action
from gensvar.operations.contacts.actions import mark_delivered, mark_failed
from gensvar.operations.contacts.models import Channel, Outgoing


@action
def read_report(arrival_id: int, *, at: datetime) -> None:
    """Put what a report says on its message; one that comes before its message waits for it."""
    rows = Arrival.objects.select_for_update(skip_locked=True, of=("self",))
    rows = rows.select_related("number__client")
    arrival = rows.filter(pk=arrival_id, state=Arrival.State.WAITING).first()
    if arrival is None:
        return
    try:
        report = provider_named(arrival.number.provider).read_report(bytes(arrival.content))
    except Malformed as error:
        arrival.state, arrival.problem = Arrival.State.UNREADABLE, str(error)
        arrival.save(update_fields=["state", "problem"])
        return
    arrival.provider_id = report.provider_id
    outgoing = _about(arrival, report)
    if outgoing is None:
        _wait(arrival, at=at)
        return
    with translation.override(arrival.number.client.language):
        _tell(outgoing, report, at=arrival.received_at)
    arrival.state, arrival.contact = Arrival.State.READ, outgoing.message.contact
    arrival.save(update_fields=["state", "provider_id", "contact"])


def _about(arrival: Arrival, report: Report) -> Outgoing | None:
    """Return the message by the provider's id of it, or by ours where that is not known."""
    ours = Outgoing.objects.filter(client_id=arrival.client_id, channel=Channel.SMS)
    ours = ours.select_related("message__contact")
    by_id = ours.filter(message__message_id=report.provider_id).order_by("-pk").first()
    if by_id is not None or arrival.about is None:
        return by_id
    # While it is leaving, its sender may yet say; one that was never taken cannot be reported on.
    unsure = ours.filter(pk=arrival.about, provider_id="", state=Outgoing.State.FAILED)
    return unsure.first()


def _tell(outgoing: Outgoing, report: Report, *, at: datetime) -> None:
    is_unsure = not outgoing.provider_id
    if report.status == "failed":
        words = _("The network could not deliver the message.")
        mark_failed(outgoing, state=Outgoing.State.BOUNCED, detail=words, at=at)
    elif report.status == "delivered" or is_unsure:
        mark_delivered(outgoing, at=at, was_unsure=is_unsure)


def _wait(arrival: Arrival, *, at: datetime) -> None:
    arrival.attempts += 1
    again = next_try(arrival.attempts, at=at)
    if again is None:
        arrival.state = Arrival.State.UNKNOWN
    else:
        arrival.not_before = again
    arrival.save(update_fields=["attempts", "not_before", "state", "provider_id"])
