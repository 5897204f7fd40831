"""What participants are told when something happens in the case: never what was said, or by whom.

An address may be mistyped, and others may read a mail; the words are on the page, behind the code.
"""

from datetime import datetime
from typing import Final

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gensvar.operations.cases.actions.answering import tell_participant_news
from gensvar.operations.cases.models import Participant
from gensvar.operations.cases.queries.participating import ParticipantNews, participants_to_tell

MOST_AT_ONCE: Final = 200
HAPPENED: Final = {
    "cases.contact-joined": gettext_lazy("More has been said in the case"),
    "cases.case-answered": gettext_lazy("We have answered"),
    "cases.case-handed-over": gettext_lazy("A department has taken over the question"),
    "cases.promise-made": gettext_lazy("We have said by when an answer comes"),
    "cases.promise-broken": gettext_lazy("We have not answered in time"),
    "cases.case-closed": gettext_lazy("The case is done"),
    "cases.case-reopened": gettext_lazy("The case has been taken up again"),
}


def tell_participants(*, at: datetime) -> int:
    """Write to every participant who has not been told, once for all that has happened."""
    return sum(_tell(one, at=at) for one in participants_to_tell(most=MOST_AT_ONCE, at=at))


def _tell(news: ParticipantNews, *, at: datetime) -> bool:
    participant = news.participant
    case = participant.case
    values = {
        "number": case.number,
        "link": settings.BASE_URL + reverse("portal:follow"),
        "organisation": case.client.public_name,
        "until": participant.last_day.isoformat(),
    }
    with translation.override(case.language if case.language == "sv" else "en"):
        values["happened"] = "\n".join(
            f"- {HAPPENED[name]}" for name in HAPPENED if name in news.names
        )
        subject = _("News in case %(number)s") % values
        is_phone = participant.kind == Participant.Kind.PHONE
        text = (_short() if is_phone else _words(may_write=participant.may_write)) % values
    told = tell_participant_news(
        participant, text, subject=subject, since=participant.told_until, until=news.until, at=at
    )
    return told is not None


def _words(*, may_write: bool) -> str:
    answers = (
        _("You may write in the case there, or answer this mail.")
        if may_write
        else _("What you answer to this mail does not come into the case.")
    )
    what = _("Hello,\n\nsomething has happened in case %(number)s, which you follow:")
    where = _(
        "Read it at %(link)s with the number and the code that we have sent you. If you have lost "
        "the code, ask whoever let you follow the case, or us, to have it sent anew."
    )
    ending = _(
        "You follow the case through %(until)s. On its page you may stop before that.\n\n"
        "%(organisation)s\n"
    )
    return f"{what}\n\n%(happened)s\n\n{where}\n\n{answers}\n\n{ending}"


def _short() -> str:
    return _(
        "News in case %(number)s, which you follow. Read it at %(link)s with your code. "
        "%(organisation)s"
    )
