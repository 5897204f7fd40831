"""The town's inhabitants: they send real mail and ask real questions, at a gentle pace, and call.

What is written goes in by the doors that anybody uses: SMTP, and the portal's own forms over HTTP.
"""

import logging
import re
import signal
import smtplib
import threading
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime, formataddr, make_msgid
from random import Random

import httpx
from django.conf import settings
from django.db import DatabaseError, connection
from django.utils.timezone import localtime, now

from gensvar.config.demo import words
from gensvar.config.demo.callers import Switchboard
from gensvar.config.demo.cast import MAILBOX
from gensvar.config.demo.chatting import chat_once
from gensvar.config.demo.intake import curve_at
from gensvar.config.demo.phones import phones_of_the_town
from gensvar.config.demo.ringing import Ringing
from gensvar.config.demo.square import square_of_the_town
from gensvar.config.demo.visited import come_in
from gensvar.config.environment import BadSetting, env_str
from gensvar.operations.contacts.models import Message, Outgoing
from gensvar.operations.routing.models import Queue

# Contacts a minute when nobody says otherwise.
PACE = 2.0
MOST_PACE = 600.0
# Of as many questions on the web one is asked in the chat.
CHATS_OF = 5
# Of ten contacts, so many are mails, answers to our answers and visits; the rest ask on the web.
MAILS, REPLIES, VISITS = 6, 1, 1
TURN_SECONDS = 0.5
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
STEPS: tuple[tuple[str, dict[str, str]], ...] = (
    ("amne/", {"subject": "unknown"}),
    ("beskriv/", {}),
    ("filer/", {"go_on": "1"}),
    ("svar/", {}),
    ("kontrollera/", {}),
)
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Inhabitant:
    name: str
    mail: str
    title: str
    text: str


def play_traffic(*, pace: float | None) -> None:
    """Send contacts until stopped; a pace of 0 waits in silence."""
    stopped = threading.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda *_: stopped.set())
    per_minute = _pace(pace)
    is_lively = per_minute > 0
    with phones_of_the_town(are_used=is_lively), square_of_the_town(is_used=is_lively):
        if per_minute:
            calling = threading.Thread(target=_call_and_answer, args=(per_minute, stopped))
            calling.start()
            _write_and_ask(per_minute, stopped)
            calling.join()
        else:
            stopped.wait()


def _call_and_answer(per_minute: float, stopped: threading.Event) -> None:
    switchboard = None
    ringing = Ringing(Random(), per_minute=per_minute, at=now())
    while not stopped.wait(TURN_SECONDS):
        try:
            if switchboard is None:
                seed = Random().randrange(2**32)
                switchboard = Switchboard(contacts_per_minute=per_minute, seed=seed, at=now())
            switchboard.turn(at=now())
            ringing.turn(at=now())
        except (Queue.DoesNotExist, DatabaseError) as error:
            # A town that is not laid out yet, or whose database is away.
            log.warning("demo_calls_stopped", extra={"kind": type(error).__name__})
            switchboard = None
            connection.close()
            stopped.wait(10)
    connection.close()


def _write_and_ask(per_minute: float, stopped: threading.Event) -> None:
    random = Random()
    while not stopped.wait(random.expovariate(per_minute * curve_at(now()) / 60)):
        try:
            _one_contact(random, stopped)
        except (OSError, smtplib.SMTPException, httpx.HTTPError) as error:
            # The doors may be closed for a moment; the town waits and tries again.
            log.warning("demo_contact_failed", extra={"kind": type(error).__name__})
        finally:
            connection.close()


def _pace(asked: float | None) -> float:
    written = env_str("GENSVAR_DEMO_PACE")
    try:
        pace = asked if asked is not None else float(written or PACE)
    except ValueError:
        raise BadSetting(f"GENSVAR_DEMO_PACE must be a number, not “{written}”.") from None
    if not 0 <= pace <= MOST_PACE:
        raise BadSetting(f"The demo's pace must lie between 0 and {MOST_PACE:.0f} a minute.")
    return pace


def _one_contact(random: Random, stopped: threading.Event) -> None:
    kind = random.randrange(10)
    if kind < REPLIES and _reply(random):
        return
    if kind >= 10 - VISITS:
        come_in(random)
        return
    somebody = _somebody(random)
    if kind < REPLIES + MAILS:
        _send(_mail(somebody))
    elif random.randrange(CHATS_OF) == 0:
        threading.Thread(target=_chat, args=(somebody, random, stopped), daemon=True).start()
    else:
        _ask_on_the_web(somebody)


def _chat(somebody: Inhabitant, random: Random, stopped: threading.Event) -> None:
    """Chat beside all else: it takes as long as somebody takes to answer."""
    try:
        chat_once(somebody.name, somebody.text, random, stopped=stopped)
    except httpx.HTTPError as error:
        log.warning("demo_contact_failed", extra={"kind": type(error).__name__})


def _somebody(random: Random) -> Inhabitant:
    first, last = random.choice(words.FIRST_NAMES), random.choice(words.LAST_NAMES)
    subject = random.choice(list(words.TITLES))
    street = f"{random.choice(words.STREETS)} {random.randint(1, 60)}"
    title = random.choice(words.TITLES[subject]).format(g=street, s=subject)
    local = f"{first}.{last}".lower().translate(str.maketrans("åäöéá", "aaoea"))
    text = random.choice(words.LETTERS).format(title=title.lower(), street=street)
    return Inhabitant(f"{first} {last}", f"{local}@example.com", title, text)


def _mail(somebody: Inhabitant) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = formataddr((somebody.name, somebody.mail))
    mail["To"] = MAILBOX
    mail["Subject"] = somebody.title
    mail["Date"] = format_datetime(localtime(now()))
    mail["Message-ID"] = make_msgid(domain="example.com")
    mail.set_content(f"{somebody.text}\n\nMed vänlig hälsning\n{somebody.name}\n")
    return mail


def _reply(random: Random) -> bool:
    """Answer one of the answers that customers have got; false when there is none."""
    answered = list(
        Outgoing.objects.filter(state=Outgoing.State.SENT, channel="mail", purpose="answer")
        .exclude(message__message_id="")
        .order_by("-pk")
        .values_list("message_id", flat=True)[:20]
    )
    if not answered:
        return False
    message = Message.objects.get(pk=random.choice(answered))
    mail = EmailMessage()
    mail["From"] = message.recipients[0]
    mail["To"] = MAILBOX
    mail["Subject"] = message.subject
    mail["Date"] = format_datetime(localtime(now()))
    mail["Message-ID"] = make_msgid(domain="example.com")
    mail["In-Reply-To"] = mail["References"] = message.message_id
    quoted = "\n".join(f"> {line}" for line in message.text.splitlines())
    mail.set_content(f"{random.choice(words.THANKS)}\n\nKundtjänst skrev:\n{quoted}\n")
    _send(mail)
    return True


def _send(mail: EmailMessage) -> None:
    with smtplib.SMTP("127.0.0.1", settings.SMTP_PORT, timeout=20) as server:
        server.send_message(mail)


def _ask_on_the_web(somebody: Inhabitant) -> None:
    """Walk through the portal's questions as a browser without scripts does."""
    answers = {
        "beskriv/": {"text": somebody.text},
        "svar/": {"reply": "mail", "mail": somebody.mail, "name": somebody.name},
    }
    with httpx.Client(base_url=settings.BASE_URL, follow_redirects=True, timeout=20) as browser:
        for step, fixed in STEPS:
            page = browser.get(f"/fraga/{step}")
            token = TOKEN.search(page.text)
            if page.is_error or token is None:
                log.warning("demo_question_stopped", extra={"status": page.status_code})
                return
            form = {**fixed, **answers.get(step, {}), "csrfmiddlewaretoken": token[1]}
            browser.post(f"/fraga/{step}", data=form, headers={"Referer": str(page.url)})
