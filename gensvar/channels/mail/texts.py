"""What our own mails say: the client's text where there is one, else ours."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gensvar.channels.mail.rules import filled, title_of
from gensvar.channels.mail.usual import usual_closing, usual_promise, usual_receipt
from gensvar.foundation.agreements.models import Client, StandardText
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.correspondence import answer_subject
from gensvar.operations.cases.queries.need import needs_easy_words
from gensvar.operations.cases.queries.promises import standing
from gensvar.operations.cases.rules import follow_code
from gensvar.ui import formats

# What can be told of a case without telling anything of anybody.
HAPPENED = {
    "cases.contact-joined": gettext_lazy("A new contact came"),
    "cases.case-answered": gettext_lazy("The customer was answered"),
    "cases.state-changed": gettext_lazy("It is somebody else's turn, or the case is done"),
    "cases.stage-changed": gettext_lazy("It came to another stage"),
    "cases.promise-broken": gettext_lazy("A promise to the customer was broken"),
    "cases.promise-renegotiated": gettext_lazy("The customer was given a new day"),
    "cases.case-assigned": gettext_lazy("Somebody else became responsible"),
    "cases.case-handed-over": gettext_lazy("It was handed over to a department"),
    "cases.feedback-given": gettext_lazy("A department told what became of it"),
    "cases.note-written": gettext_lazy("A colleague wrote a note"),
    "cases.file-added": gettext_lazy("A file was added"),
    "cases.case-merged": gettext_lazy("It became part of another case"),
    "cases.case-taken-in": gettext_lazy("Another case became part of it"),
    "cases.case-split": gettext_lazy("Part of it became a case of its own"),
    "cases.case-woken": gettext_lazy("It rests no longer"),
}
WRITTEN_IN = ("sv", "en")
FOLLOW_PATH = "/folj/"
OFFICE_PATH = "/handlaggare/"
DESK_PATH = "/arenden/"


def receipt(case: Case, *, asked_about: str, at: datetime) -> tuple[str, str]:
    """Return subject and words of the receipt that a customer gets for a new question.

    A client's own text may say {number}, {code}, {link}, {organisation} and {promise}.
    """
    language, promised = _written_in(case.language, case.client), standing(case)
    if case.is_confidential:
        # What was promised before the case became confidential names number and department.
        words = promised.words if promised and case.number not in promised.words else ""
        return _bare_receipt(case.client, words, language=language)
    own, is_easy = _own(case, StandardText.Use.RECEIPT, language=language, at=at)
    values = {
        "number": case.number,
        "code": follow_code(settings.SECRET_KEY, number=case.number, version=case.code_version),
        "link": f"{settings.BASE_URL}{FOLLOW_PATH}",
        "organisation": case.client.public_name,
        "promise": promised.words if promised else "",
    }
    with translation.override(language):
        subject = (own.subject if own else "") or _("We have received your message")
        body = own.body if own else usual_receipt(is_easy=is_easy)
    about = title_of(asked_about, "")
    subject = f"{filled(subject, values)} [{case.number}]"
    return (f"{subject}: {about}" if about else subject), filled(body, values)


@dataclass(frozen=True)
class Closing:
    """What a customer is told when the case is done; `is_own` where the client wrote the words."""

    subject: str
    text: str
    is_own: bool


def closing(case: Case, *, at: datetime) -> Closing:
    """Return the words that tell a customer that the case is done.

    A client's own text may say {number}, {link} and {organisation}.
    """
    language = _written_in(case.language, case.client)
    if case.is_confidential:
        return _bare_closing(case, language=language)
    own, is_easy = _own(case, StandardText.Use.CLOSING, language=language, at=at)
    values = {
        "number": case.number,
        "link": f"{settings.BASE_URL}{FOLLOW_PATH}",
        "organisation": case.client.public_name,
    }
    with translation.override(language):
        words = own.body if own else usual_closing(is_easy=is_easy)
        text = filled(words, values)
    subject = filled(own.subject, values) if own and own.subject else answer_subject(case)
    if case.number not in subject:
        subject = f"{subject} [{case.number}]"
    return Closing(subject=subject, text=text, is_own=own is not None)


def promise(case: Case, words: str, *, at: datetime) -> tuple[str, str]:
    """Return subject and words of the mail that tells a customer what has been promised.

    A client's own text may say {number}, {link}, {organisation} and {promise}.
    """
    language = _written_in(case.language, case.client)
    if case.is_confidential:
        return _bare_promise(case.client, words, language=language)
    own, is_easy = _own(case, StandardText.Use.PROMISE, language=language, at=at)
    values = {
        "number": case.number,
        "link": f"{settings.BASE_URL}{FOLLOW_PATH}",
        "organisation": case.client.public_name,
        "promise": words,
    }
    with translation.override(language):
        body = own.body if own else usual_promise(is_easy=is_easy)
        text = filled(body, values)
    subject = filled(own.subject, values) if own and own.subject else answer_subject(case)
    return (subject if case.number in subject else f"{subject} [{case.number}]"), text


def hand_over(case: Case, *, at: datetime, due_at: datetime | None = None) -> tuple[str, str]:
    """Return subject and words of the mail that tells a group of a question: never its content.

    A client's own text may say {number}, {subject}, {due}, {link} and {organisation}.
    """
    language = _written_in(case.client.language, case.client)
    if case.is_confidential:
        return _bare_hand_over(language=language)
    own = standard_text(case.client, StandardText.Use.HAND_OVER, language=language, at=at)
    values, line = _known_to_staff(case, due_at, at=at, language=language)
    with translation.override(language):
        subject = filled(own.subject, values) if own and own.subject else line
        body = filled(own.body, values) if own else f"{line}\n\n{_hand_over()}\n{values['link']}\n"
    return subject, body


class ToStaff(StrEnum):
    """Why our own people get a mail about a case, beside that of the hand-over itself."""

    MOVED = "moved"
    UNMANNED = "unmanned"
    NOT_ACCEPTED = "not-accepted"
    BOUNCED = "bounced"
    BROKEN = "broken"


def to_staff(
    case: Case,
    why: ToStaff,
    *,
    at: datetime,
    due_at: datetime | None = None,
    is_front: bool = False,
) -> tuple[str, str]:
    """Return subject and words of a mail about a case to our own people: number, subject, link."""
    language = _written_in(case.client.language, case.client)
    if case.is_confidential:
        return _bare_to_staff(why, language=language)
    _values, line = _known_to_staff(case, due_at, at=at, language=language)
    path = f"{DESK_PATH if is_front else OFFICE_PATH}{case.number}/"
    with translation.override(language):
        return line, f"{line}\n\n{_to_staff(why)}\n{settings.BASE_URL}{path}\n"


def _known_to_staff(
    case: Case, due_at: datetime | None, *, at: datetime, language: str
) -> tuple[dict[str, str], str]:
    """Return what a mail to our own people may say: nothing of the customer."""
    due = ""
    if due_at is not None:
        with translation.override(language):
            due = _("answer by %(day)s") % {"day": _short_day(due_at, at, language)}
    values = {
        "number": case.number,
        "subject": case.subject.name if case.subject else "",
        "due": due,
        "link": f"{settings.BASE_URL}{OFFICE_PATH}{case.number}/",
        "organisation": case.client.public_name,
    }
    line = " · ".join(part for part in (case.number, values["subject"], due) if part)
    return values, line


def _short_day(due_at: datetime, at: datetime, language: str) -> str:
    """Write "6 maj"."""
    local = due_at.astimezone(timezone.get_default_timezone())
    year = "" if local.year == at.year else f" {local.year}"
    return f"{local.day} {formats.language(language).months[local.month - 1]}{year}"


def followed(case: Case, names: Iterable[str]) -> tuple[str, str]:
    """Return subject and words of the mail to somebody who follows a case: never its content."""
    if case.is_confidential:
        return _bare_followed()
    about = case.subject.name if case.subject else ""
    line = " · ".join(part for part in (case.number, about) if part)
    happened = dict.fromkeys(str(HAPPENED[name]) for name in names if name in HAPPENED)
    words = _(
        "Something has happened in case %(line)s, which you follow:\n\n"
        "%(happened)s\n\n"
        "Open the case: %(link)s\n\n"
        "You stop following it on its page.\n"
    )
    values = {
        "line": line,
        "happened": "\n".join(f"- {one}" for one in happened),
        "link": f"{settings.BASE_URL}{DESK_PATH}{case.number}/",
    }
    return line, words % values


def signature(client: Client, *, language: str, at: datetime) -> str:
    """Return what stands under an answer."""
    language = _written_in(language, client)
    own = standard_text(client, StandardText.Use.SIGNATURE, language=language, at=at)
    return filled(own.body, {"organisation": client.public_name}) if own else client.public_name


def standard_text(client: Client, use: str, *, language: str, at: datetime) -> StandardText | None:
    """Return the client's own words for this use that hold now."""
    texts = StandardText.objects.filter(
        client=client, use=use, language=language, valid_from__lte=at
    )
    return texts.order_by("-valid_from").first()


def _own(case: Case, use: str, *, language: str, at: datetime) -> tuple[StandardText | None, bool]:
    """Return the client's own words, in easy Swedish where that is needed, and if it is.

    What the client has not said easily is said in its usual words before it is said in ours.
    """
    is_easy = language == "sv" and needs_easy_words(case)
    easy = standard_text(case.client, use, language=StandardText.EASY, at=at) if is_easy else None
    return easy or standard_text(case.client, use, language=language, at=at), is_easy


def _written_in(language: str, client: Client) -> str:
    """We write Swedish to those who write it, English to the rest of the world."""
    if language in WRITTEN_IN:
        return language
    return "en" if language else client.language


def _bare_receipt(client: Client, words: str, *, language: str) -> tuple[str, str]:
    """Say of a confidential question only that it has come: others may read the mailbox."""
    with translation.override(language):
        text = _(
            "Hello,\n\n"
            "Thank you for your message. It has reached us. {promise}\n\n"
            "This receipt was sent automatically.\n\n"
            "Kind regards,\n"
            "{organisation}\n"
        )
        subject = _("We have received your message")
    return subject, filled(text, {"promise": words, "organisation": client.public_name})


def _bare_closing(case: Case, *, language: str) -> Closing:
    """Say that a confidential question is done, without its number: it cannot be followed."""
    with translation.override(language):
        text = _(
            "Hello,\n\n"
            "What you asked us is now done.\n\n"
            "If something remains, answer this message.\n\n"
            "Kind regards,\n"
            "{organisation}\n"
        )
    text = filled(text, {"organisation": case.client.public_name})
    return Closing(subject=answer_subject(case), text=text, is_own=False)


def _bare_promise(client: Client, words: str, *, language: str) -> tuple[str, str]:
    """Promise an answer to a confidential question without its number: it cannot be followed."""
    with translation.override(language):
        text = _(
            "Hello,\n\n"
            "{promise}\n\n"
            "Should it take longer, we tell you beforehand and say why.\n\n"
            "Kind regards,\n"
            "{organisation}\n"
        )
        subject = _("When we answer you")
    return subject, filled(text, {"promise": words, "organisation": client.public_name})


def _bare_to_staff(why: ToStaff, *, language: str) -> tuple[str, str]:
    """Tell our own people of a confidential question without its number or subject."""
    with translation.override(language):
        text = f"{_to_staff(why)}\n{settings.BASE_URL}{OFFICE_PATH}\n"
        return _("A question waits"), text


def _bare_followed() -> tuple[str, str]:
    """Tell of a confidential case that is followed without its number: others may read a mail."""
    text = _("Something has happened in a case that you follow. Open your cases:")
    return _("A case that you follow"), f"{text}\n{settings.BASE_URL}{DESK_PATH}\n"


def _bare_hand_over(*, language: str) -> tuple[str, str]:
    """Tell a group of a confidential question without its number or subject."""
    with translation.override(language):
        return _("A question waits"), f"{_hand_over()}\n{settings.BASE_URL}{OFFICE_PATH}\n"


def _hand_over() -> str:
    return _("A question waits for your group. Open it here:")


def _to_staff(why: ToStaff) -> str:
    words = {
        ToStaff.MOVED: _(
            "The question is yours now, since a colleague is away or has not seen it:"
        ),
        ToStaff.UNMANNED: _("Nobody is on duty in the group. See that somebody answers:"),
        ToStaff.NOT_ACCEPTED: _(
            "Nobody in the group has taken the question. See that somebody does:"
        ),
        ToStaff.BOUNCED: _("The case has been handed over several times. Decide who answers:"),
        ToStaff.BROKEN: _(
            "The customer has not got the answer that was promised. Answer, or give a new day:"
        ),
    }
    return str(words[why])
