"""What agents fill in to book an interpreter, and how its bookings are drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gensvar.operations.cases.models import InterpreterBooking
from gensvar.operations.cases.queries.interpreting import is_while_open
from gensvar.operations.cases.rules import moves_from
from gensvar.screens.desk.views.customers import language_named
from gensvar.screens.desk.words import Moments

State = InterpreterBooking.State
TONES = {State.ASKED: "warn", State.CONFIRMED: "good", State.DONE: "good", State.DECLINED: "bad"}
# What a colleague says of a booking, and the icon for it.
MOVES = {
    State.CONFIRMED: (_("It is confirmed"), "check"),
    State.DECLINED: (_("The provider declined"), "no"),
    State.DONE: (_("It is done"), "check-circle"),
    State.CANCELLED: (_("Cancel it"), "x"),
}


def _moment(label: Any) -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label,
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={
            "invalid": _("Write day and time, such as 2026-05-04 13:30."),
            "required": _("Write day and time, such as 2026-05-04 13:30."),
        },
    )


class InterpreterForm(forms.Form):
    language = forms.RegexField(
        r"^[A-Za-z]{2,3}$",
        label=_("Language"),
        help_text=_("Two or three letters: sv, en, ar, so."),
        widget=forms.TextInput(attrs={"list": "languages", "autocomplete": "off"}),
        error_messages={"invalid": _("Write the language as two or three letters, such as sv.")},
    )
    kind = forms.ChoiceField(
        label=pgettext_lazy("interpreter", "How?"), choices=InterpreterBooking.Kind.choices
    )
    starts_at = _moment(pgettext_lazy("interpreter", "From"))
    ends_at = _moment(pgettext_lazy("interpreter", "Until"))
    provider = forms.CharField(label=_("Interpreting agency"), required=False, max_length=120)
    reference = forms.CharField(
        label=_("Reference of the agency"),
        required=False,
        max_length=80,
        help_text=_("What the agency calls the booking. It can be added when they confirm."),
    )


@dataclass(frozen=True)
class Booked:
    """A booking as the case and the desk show it."""

    booking: InterpreterBooking
    what: str
    when: str
    state: str
    tone: str
    closed: str
    moves: list[tuple[str, str, str]]


def drawn_bookings(bookings: Iterable[InterpreterBooking], *, moments: Moments) -> list[Booked]:
    return [_drawn(one, moments) for one in bookings]


def _drawn(one: InterpreterBooking, moments: Moments) -> Booked:
    is_ahead, now_said = bool(moves_from(one.state)), moments.at
    moves = [to for to in moves_from(one.state) if to != State.DONE or one.starts_at <= now_said]
    return Booked(
        booking=one,
        what=f"{language_named(one.language)}, {str(one.get_kind_display()).lower()}",
        when=f"{moments.when(one.starts_at)}–{moments.clock(one.ends_at)}",
        state=str(one.get_state_display()),
        tone=TONES.get(State(one.state), ""),
        closed=_now("outside office hours") if is_ahead and not is_while_open(one) else "",
        moves=[(to, str(MOVES[State(to)][0]), MOVES[State(to)][1]) for to in moves],
    )
