"""Let somebody beside the customer follow one case, for a time, and end it at once."""

from datetime import UTC, date, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.moving import about, locked, refuse_merged
from gensvar.operations.cases.events import (
    ParticipantAdded,
    ParticipantCodeAsked,
    ParticipantEnded,
    ParticipantLeft,
)
from gensvar.operations.cases.models import Case, Participant
from gensvar.operations.cases.rules import PARTICIPATES_AT_MOST, PARTICIPATES_USUALLY, one_line
from gensvar.operations.contacts.texting import can_text, opted_out
from gensvar.operations.customers.rules import is_mobile, normal_mail, normal_phone

MOST_PARTICIPANTS = 20
# Whoever presses twice sends one code.
A_MOMENT = timedelta(minutes=1)


class ParticipantNameMissing(Refused):
    message = _("Write who it is, so that everybody knows whom the case is shown to.")
    status = 422


class AddressUnusable(Refused):
    message = _("Write an e-mail address, or a mobile number such as 070-123 45 67.")
    status = 422


class NoTextsHere(Refused):
    message = _("A text message cannot be sent there from here. Write an e-mail address instead.")
    status = 422


class UntilTooFar(Refused):
    message = _("Choose a day from today, and at most a year ahead.")
    status = 422


class ConfidentialCase(Refused):
    message = _("The case is confidential, so it is shown to nobody on the portal.")


class AlreadyParticipant(Refused):
    message = _("%(address)s follows the case already. End that first, to change it.")


class ParticipantsEnough(Refused):
    message = _("So many follow the case already that no more can. End somebody first.")


class FollowsNoLonger(Refused):
    message = _("%(name)s follows the case no longer. Add them anew to send a new code.")


class JustSent(Refused):
    message = _("The code was just sent to %(name)s. Wait a minute before you send it anew.")


@action
def add_participant(
    case: Case,
    *,
    name: str,
    address: str,
    right: str,
    until: date | None = None,
    by: Agent | None,
    at: datetime,
) -> Participant:
    """Let somebody follow the case through the day `until`; a code of their own is sent to them.

    `by` is None where the customer does it on the portal.
    """
    case = locked(case)
    refuse_merged(case)
    if case.is_confidential:
        raise ConfidentialCase
    called = one_line(name)[:120]
    if not called:
        raise ParticipantNameMissing
    kind, written = _reached(case, address)
    ends_at = _end(until, at=at)
    held = case.participants.filter(ended_at=None)
    if held.in_force(at=at).filter(address=written).exists():
        raise AlreadyParticipant(address=written)
    if held.in_force(at=at).count() >= MOST_PARTICIPANTS:
        raise ParticipantsEnough
    # One whose time has run out makes room for the same address anew.
    for ended in held.filter(address=written):
        ended.ended_at = ended.until
        ended.save(update_fields=["ended_at"])
    participant = Participant.objects.create(
        case=case,
        client_id=case.client_id,
        name=called,
        kind=kind,
        address=written,
        right=right,
        since=at,
        until=ends_at,
        told_until=_newest(case),
        by=by,
    )
    announce(ParticipantAdded(participant_id=participant.pk, **about(case, by)), at=at)
    return participant


@action
def end_participant(participant: Participant, *, by: Agent | None, at: datetime) -> None:
    """Show the case to somebody no longer, from now; what has ended already stays as it was."""
    case = locked(participant.case)
    in_force = Participant.objects.in_force(at=at).filter(pk=participant.pk)
    if in_force.update(ended_at=at, ended_by=by):
        announce(ParticipantEnded(participant_id=participant.pk, **about(case, by)), at=at)


@action
def leave_case(participant: Participant, *, at: datetime) -> None:
    """Let a participant who does not want to follow the case be rid of it, from now."""
    case = locked(participant.case)
    in_force = Participant.objects.in_force(at=at).filter(pk=participant.pk)
    if in_force.update(ended_at=at):
        announce(ParticipantLeft(participant_id=participant.pk, **about(case, None)), at=at)


@action
def send_code_anew(participant: Participant, *, by: Agent | None, at: datetime) -> None:
    """Send a participant who has lost it their code once more, where it was sent first."""
    case = locked(participant.case)
    refuse_merged(case)
    if case.is_confidential:
        raise ConfidentialCase
    participant.refresh_from_db()
    if not participant.is_in_force(at):
        raise FollowsNoLonger(name=participant.name)
    # One that has not left yet leaves by itself; what an opted-out phone refused may be tried anew.
    sent_at = participant.told_at or participant.since
    if at - sent_at < A_MOMENT:
        raise JustSent(name=participant.name)
    if participant.kind == Participant.Kind.PHONE:
        _refuse_untextable(case, participant.address)
    participant.told_at = None
    participant.save(update_fields=["told_at"])
    announce(ParticipantCodeAsked(participant_id=participant.pk, **about(case, by)), at=at)


def _newest(case: Case) -> int:
    newest = EventRecord.objects.of_case(case.pk).order_by("-id").values_list("id", flat=True)
    return newest.first() or 0


def _reached(case: Case, address: str) -> tuple[str, str]:
    if "@" in address:
        mail = normal_mail(address)
        try:
            validate_email(mail or "")
        except ValidationError:
            raise AddressUnusable from None
        return Participant.Kind.MAIL, str(mail)
    number = normal_phone(address.replace("\0", ""))
    if number is None or not is_mobile(number):
        raise AddressUnusable
    _refuse_untextable(case, number)
    return Participant.Kind.PHONE, number


def _refuse_untextable(case: Case, number: str) -> None:
    if not can_text(case.client) or opted_out(case.client, [number]):
        raise NoTextsHere


def _end(until: date | None, *, at: datetime) -> datetime:
    """Return the moment at which the day `until` is over here; without one, the usual day."""
    zone = get_default_timezone()
    today = at.astimezone(zone).date()
    on = until or today + PARTICIPATES_USUALLY
    if not today <= on <= today + PARTICIPATES_AT_MOST:
        raise UntilTooFar
    return datetime.combine(on + timedelta(days=1), time.min, tzinfo=zone).astimezone(UTC)
