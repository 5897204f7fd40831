"""Book an interpreter for a case, and say what became of the booking (CUS-04)."""

from datetime import datetime, timedelta
from typing import Final

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.moving import about, locked, refuse_merged
from gensvar.operations.cases.actions.needing import ask_need, say_need_met
from gensvar.operations.cases.events import InterpreterBooked, InterpreterBookingMoved
from gensvar.operations.cases.models import Case, CaseNeed, InterpreterBooking
from gensvar.operations.cases.rules import BOOKINGS_AHEAD, moves_from, one_line
from gensvar.operations.customers.models import Need

LONGEST: Final = timedelta(hours=12)
FARTHEST: Final = timedelta(days=366)
State = InterpreterBooking.State


class TimeHasPassed(Refused):
    message = _("That time has passed. Choose one that is still to come.")
    status = 422


class TooFarAhead(Refused):
    message = _("An interpreter is booked at most a year ahead. Choose an earlier time.")
    status = 422


class WrongLength(Refused):
    message = _("The interpreter must be booked for some time, at most 12 hours. Change the end.")
    status = 422


class BookedThen(Refused):
    message = _("An interpreter is booked for that time. Cancel it, or choose another time.")


class NoSuchMove(Refused):
    message = _("The booking is over, or stands so already. Book anew if it is needed again.")


class NotBegunYet(Refused):
    message = _("It has not begun yet. Say that it is done afterwards, or cancel it.")


@action
def book_interpreter(
    case: Case,
    *,
    language: str,
    kind: str,
    starts_at: datetime,
    ends_at: datetime,
    by: Agent,
    at: datetime,
    provider: str = "",
    reference: str = "",
) -> InterpreterBooking:
    """Note that an interpreter is asked for, and with it that the customer needs one."""
    case = locked(case)
    refuse_merged(case)
    if ends_at <= at:
        raise TimeHasPassed
    if ends_at > at + FARTHEST:
        raise TooFarAhead
    if not timedelta(0) < ends_at - starts_at <= LONGEST:
        raise WrongLength
    standing = InterpreterBooking.objects.filter(case=case, state__in=BOOKINGS_AHEAD)
    if standing.filter(starts_at__lt=ends_at, ends_at__gt=starts_at).exists():
        raise BookedThen
    ask_need(case, what=_need_of(kind), words=_words_of(case, _need_of(kind)), by=by, at=at)
    booking = InterpreterBooking.objects.create(
        case=case,
        client=case.client,
        language=language.lower(),
        kind=kind,
        provider=one_line(provider),
        reference=one_line(reference),
        starts_at=starts_at,
        ends_at=ends_at,
        by=by,
        at=at,
    )
    announce(InterpreterBooked(interpreter_booking_id=booking.pk, **about(case, by)), at=at)
    return booking


@action
def move_booking(
    booking: InterpreterBooking, *, to: str, by: Agent, at: datetime, reference: str = ""
) -> InterpreterBooking:
    """Say where a booking stands now; one that was done has met the need of the case."""
    case = locked(booking.case)
    booking = InterpreterBooking.objects.select_for_update().get(pk=booking.pk)
    if to not in moves_from(booking.state):
        raise NoSuchMove
    if to == State.DONE and booking.starts_at > at:
        raise NotBegunYet
    booking.state = State(to)
    booking.reference = one_line(reference) or booking.reference
    booking.save(update_fields=["state", "reference"])
    moved = InterpreterBookingMoved(interpreter_booking_id=booking.pk, to=to, **about(case, by))
    announce(moved, at=at)
    asked = case.asked_needs.filter(what=_need_of(booking.kind)).first()
    if asked is not None and to == State.DONE:
        say_need_met(asked, met=CaseNeed.Met.MET, by=by, at=at)
    return booking


def _need_of(kind: str) -> str:
    is_signed = kind == InterpreterBooking.Kind.SIGN
    return Need.What.SIGN_LANGUAGE if is_signed else Need.What.INTERPRETER


def _words_of(case: Case, need: str) -> str:
    """Return what was noted beside the need before, so that it is not lost."""
    known = case.asked_needs.filter(what=need).first()
    return known.words if known else ""
