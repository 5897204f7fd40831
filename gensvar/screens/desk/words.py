"""How the desk says things: states, channels, moments. Worked out once a page, never in a loop."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.utils.timezone import get_current_timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from gensvar.operations.cases.models import State
from gensvar.operations.contacts.models import Channel, Direction
from gensvar.ui import formats

LONG: Final = timedelta(days=1)

STATE_ICONS: Final = {
    State.WAITING_FOR_US: ("inbox", ""),
    State.WAITING_FOR_CUSTOMER: ("hourglass", ""),
    State.HANDED_OVER: ("transfer", "info"),
    State.CLOSED: ("check-circle", ""),
}
CHANNEL_ICONS: Final = {
    Channel.PHONE: "phone",
    Channel.MAIL: "mail",
    Channel.WEB: "globe",
    Channel.CHAT: "chat",
    Channel.SMS: "sms",
    Channel.LETTER: "letter",
    Channel.FAX: "print",
    Channel.VISIT: "visit",
    Channel.SOCIAL: "users",
}
# What somebody did in a channel, after their name.
DID: Final = {
    (Channel.PHONE, Direction.IN): _("called"),
    (Channel.MAIL, Direction.IN): _("wrote a mail"),
    (Channel.WEB, Direction.IN): _("wrote on the web"),
    (Channel.CHAT, Direction.IN): _("wrote in the chat"),
    (Channel.SMS, Direction.IN): _("sent a text message"),
    (Channel.LETTER, Direction.IN): _("wrote a letter"),
    (Channel.FAX, Direction.IN): _("sent a fax"),
    (Channel.VISIT, Direction.IN): _("came by"),
    (Channel.SOCIAL, Direction.IN): _("wrote on social media"),
    (Channel.PHONE, Direction.OUT): _("called the customer"),
    (Channel.MAIL, Direction.OUT): _("answered by mail"),
    (Channel.WEB, Direction.OUT): _("answered on the web"),
    (Channel.SMS, Direction.OUT): _("sent a text message"),
    (Channel.LETTER, Direction.OUT): _("wrote a letter"),
    (Channel.FAX, Direction.OUT): _("sent a fax"),
    (Channel.VISIT, Direction.OUT): _("visited the customer"),
    (Channel.SOCIAL, Direction.OUT): _("wrote on social media"),
}


@dataclass(frozen=True)
class StateLook:
    label: str
    icon: str
    tone: str


def state_looks() -> dict[str, StateLook]:
    """Return how each state is shown, in the language of this page."""
    return {str(state): StateLook(str(state.label), *STATE_ICONS[state]) for state in State}


class Moments:
    """Writes instants in the words and the zone of one page."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.zone = get_current_timezone()
        self.words = formats.language(get_language() or "sv")
        self.today = at.astimezone(self.zone).date()

    def when(self, moment: datetime) -> str:
        return formats.when(moment, now=self.at, zone=self.zone, words=self.words)

    def brief(self, moment: datetime) -> str:
        """Write an instant for a column: the time of day only where the day is near."""
        if self.is_near(moment):
            return self.when(moment)
        return formats.day(moment.astimezone(self.zone).date(), today=self.today, words=self.words)

    def clock(self, moment: datetime) -> str:
        return formats.clock(moment, zone=self.zone)

    def day(self, moment: datetime) -> str:
        """Write a day as a heading: "I dag, tisdag 5 maj"."""
        on = moment.astimezone(self.zone).date()
        full = formats.day_in_full(on, today=self.today, words=self.words)
        near = self.words.near_days[(on - self.today).days + 1] if self.is_near(moment) else ""
        written = f"{near}, {full}" if near else full
        return written[:1].upper() + written[1:]

    def is_near(self, moment: datetime) -> bool:
        return -1 <= (moment.astimezone(self.zone).date() - self.today).days <= 1

    def waited(self, since: datetime) -> str:
        """Write how long it has been, roughly: "4 min", "3 hours", "2 days"."""
        minutes = max(0, int((self.at - since).total_seconds()) // 60)
        if minutes < 60:
            return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes}
        if minutes < 48 * 60:
            hours = minutes // 60
            return ngettext("%(count)s hour", "%(count)s hours", hours) % {"count": hours}
        days = minutes // (24 * 60)
        return ngettext("%(count)s day", "%(count)s days", days) % {"count": days}

    def tone(self, state: str, since: datetime) -> str:
        """Return how a wait is marked: only what waits for us, and only when it is long."""
        is_long = state == State.WAITING_FOR_US and self.at - since > LONG
        return "bad" if is_long else ""


def initials(name: str) -> str:
    words = name.replace("-", " ").split()
    return "".join(word[0] for word in (words[:1] + words[-1:] if words[1:] else words)).upper()


def first_name(name: str) -> str:
    return name.split(" ")[0]


def capped(count: int, most: int = 1_000) -> str:
    """Write a count that was only taken so far: "999+"."""
    return f"{most - 1}+" if count >= most else str(count)
