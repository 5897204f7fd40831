"""Interpreters that are booked: those still ahead for a colleague, and whether we are open then."""

from datetime import datetime, timedelta
from typing import Final

from django.db.models import QuerySet

from gensvar.foundation.calendars.queries import office_calendar
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models import InterpreterBooking
from gensvar.operations.cases.rules import BOOKINGS_AHEAD

SEEN_AHEAD: Final = timedelta(days=7)
# Long enough after its end for somebody to say that it was done.
SEEN_AFTER: Final = timedelta(days=1)


def interpreters_ahead(agent: Agent, *, at: datetime) -> QuerySet[InterpreterBooking]:
    """Return the bookings of somebody's cases that are near, or lately over and not yet told of."""
    return (
        InterpreterBooking.objects.filter(
            case__agent=agent,
            state__in=BOOKINGS_AHEAD,
            ends_at__gte=at - SEEN_AFTER,
            starts_at__lt=at + SEEN_AHEAD,
        )
        .select_related("case")
        .order_by("starts_at", "pk")
    )


def is_while_open(booking: InterpreterBooking) -> bool:
    """Say whether the office is open from the beginning of a booking to its end."""
    calendar = office_calendar(booking.client, at=booking.at)
    closes = calendar.closing(booking.starts_at)
    return closes is not None and closes >= booking.ends_at
