"""Write a mail: plain and HTML, threaded, in the client's name, with nothing smuggled into it."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from zoneinfo import ZoneInfo

from gensvar.channels.mail.rules import one_line

# Seven bits, so that every server on the way can carry it.
POLICY = SMTP.clone(cte_type="7bit")
LINK = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]]")


@dataclass(frozen=True, kw_only=True)
class Enclosed:
    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What is to be written; addresses have been checked, names and words have not."""

    message_id: str
    sender_name: str
    sender_address: str
    recipients: Sequence[str]
    subject: str
    text: str
    # The same words as a page of their own, made by us; without, the text is laid out simply.
    html: str = ""
    at: datetime
    zone: str
    language: str
    copies: Sequence[str] = ()
    reply_to: str = ""
    in_reply_to: str = ""
    references: Sequence[str] = ()
    is_automatic: bool = False
    is_reply: bool = False
    enclosed: Sequence[Enclosed] = ()


def written(letter: Letter) -> bytes:
    """Return the mail as it goes over the wire."""
    mail = EmailMessage(policy=POLICY)
    mail["From"] = formataddr((one_line(letter.sender_name), letter.sender_address))
    mail["To"] = ", ".join(map(one_line, letter.recipients))
    if letter.copies:
        mail["Cc"] = ", ".join(map(one_line, letter.copies))
    mail["Subject"] = one_line(letter.subject)
    mail["Date"] = format_datetime(letter.at.astimezone(ZoneInfo(letter.zone)))
    mail["Message-ID"] = f"<{letter.message_id}>"
    _thread(mail, letter)
    if letter.is_automatic:
        # RFC 3834: whoever answers by machine leaves this alone; Exchange has a word of its own.
        mail["Auto-Submitted"] = "auto-replied" if letter.is_reply else "auto-generated"
        mail["X-Auto-Response-Suppress"] = "All"
    mail.set_content(_ending(letter.text))
    page = letter.html or as_html(letter.text, language=letter.language)
    mail.add_alternative(page, subtype="html")
    for one in letter.enclosed:
        maintype, _slash, subtype = one.media_type.partition("/")
        if maintype in {"message", "multipart"} or not subtype:
            maintype, subtype = "application", "octet-stream"
        mail.add_attachment(
            one.content, maintype=maintype, subtype=subtype, filename=one_line(one.name)
        )
    # Last: what is said of content goes with the first part when another joins it.
    mail["Content-Language"] = one_line(letter.language)
    return mail.as_bytes()


def _thread(mail: EmailMessage, letter: Letter) -> None:
    if letter.reply_to:
        mail["Reply-To"] = formataddr((one_line(letter.sender_name), letter.reply_to))
    if letter.in_reply_to:
        mail["In-Reply-To"] = f"<{_id(letter.in_reply_to)}>"
    if letter.references:
        mail["References"] = " ".join(f"<{_id(one)}>" for one in letter.references)


def _id(message_id: str) -> str:
    return re.sub(r"[<>\s]", "", message_id)[:400]


def _ending(text: str) -> str:
    return text.rstrip() + "\n"


def as_html(text: str, *, language: str = "sv") -> str:
    """Return the same words as simple HTML: paragraphs, line breaks and links, nothing else."""
    blocks = re.split(r"\n\s*\n", text.strip().replace("\r\n", "\n"))
    paragraphs = "\n".join(f"<p>{_linked(block)}</p>" for block in blocks)
    return (
        f'<!doctype html>\n<html lang="{html.escape(language)}"><head><meta charset="utf-8"></head>'
        f"<body>\n{paragraphs}\n</body></html>\n"
    )


def _linked(block: str) -> str:
    parts: list[str] = []
    position = 0
    for found in LINK.finditer(block):
        address = html.escape(found[0])
        parts.append(html.escape(block[position : found.start()]))
        parts.append(f'<a href="{address}">{address}</a>')
        position = found.end()
    parts.append(html.escape(block[position:]))
    return "".join(parts).replace("\n", "<br>\n")
