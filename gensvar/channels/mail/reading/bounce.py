"""Delivery reports: which recipient failed, why, and which of our mails it was.

The report that RFC 3464 asks for is read first; servers that write free text are read by the
few shapes they have: an address, what the other server said, and a copy of the mail.
"""

import re
from collections.abc import Iterator

from gensvar.channels.mail.reading.addresses import addresses
from gensvar.channels.mail.reading.auto_words import (
    BOUNCE_SUBJECT,
    DAEMON,
    DAEMON_NAME,
    DELAYED,
    REPORT,
)
from gensvar.channels.mail.reading.charsets import decode
from gensvar.channels.mail.reading.draft import Draft
from gensvar.channels.mail.reading.limits import clipped
from gensvar.channels.mail.reading.mail import (
    Auto,
    AutoKind,
    Bounce,
    BounceAction,
    BouncedRecipient,
)
from gensvar.channels.mail.reading.parts import Part, split
from gensvar.channels.mail.reading.threading import message_ids
from gensvar.channels.mail.reading.words import header_text

FIELD = re.compile(r"([A-Za-z][A-Za-z-]{1,50}):[ \t]*(.*)")
STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
CODE = re.compile(r"(?<![\d.-])([45]\d\d)(?=[ -][^\d\s])")
# «<eva@post.example>:» or the address alone on its line is how servers name who failed.
NAMED = re.compile(
    r"^[ \t]*(?:failed recipient: ?|-- )?(?:\"[^\"\n]{0,80}\" )?<?"
    r"([\w.+=/'*&%!#$-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)>?"
    r"(?=[ \t]*(?:\r?$|:|\.\.\.|\(|[ \t]on [A-Z]|[ \t][-–]))",
    re.IGNORECASE | re.MULTILINE,
)
FOLLOWING = re.compile(
    r"following (?:recipient|address|person|people|user)|failed recipients?\b", re.IGNORECASE
)
X400 = re.compile(r"^(?:.*[;:/])?(?:smtp|rfc822)[=:]", re.IGNORECASE)
ADDRESS = re.compile(r"[\w.+=/'*&%!#$-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
COPY = re.compile(
    r"^[ \t>]*(?:-{2,}.{0,40}(?:copy of (?:the|your)|original message|below this line|undelivered|"
    r"unsent message|returned message|message headers?|header follows|urspr|nachricht"
    r"|message text).{0,80}"
    r"|(?:original message (?:headers|follows)|diagnostic information for administrators|"
    r"received: |return-path: |the following is a copy).{0,80})$",
    re.IGNORECASE | re.MULTILINE,
)
MESSAGE_ID = re.compile(r"^[ \t>|]*message-id:\s*<([^<>\s]{3,500})>", re.IGNORECASE | re.MULTILINE)
UNSENT = re.compile(r"^[ \t>-]*unsent message", re.IGNORECASE | re.MULTILINE)
ANSWERS = re.compile(r"\s*(?:re|fwd?|sv|vb|aw|wg|tr|rv|antw|vs|odp|pd|i)\s*:", re.IGNORECASE)
TO = re.compile(r"^[ \t>|]*to:[ \t]*(\S.{0,500})$", re.IGNORECASE | re.MULTILINE)
SUBJECT = re.compile(r"^[ \t>|]*subject:[ \t]*(\S.{0,500})$", re.IGNORECASE | re.MULTILINE)
REASONS = (
    (re.compile(r"over ?quota|mailbox (?:is )?full|quota exceeded|exceeded.{0,20}(?:storage|quota)|"
                r"inkorg.{0,20}full|postfach.{0,20}voll|brevlåda.{0,20}full", re.I), "5.2.2"),
    (re.compile(r"user unknown|unknown user|no such (?:user|mailbox|recipient|address)"
                r"|not listed in|"
                r"does ?n[o']t exist|no mailbox|recipient (?:address )?rejected|invalid recipient|"
                r"unknown (?:recipient|address|mailbox)|couldn't be found|could not be found|"
                r"hittades inte|finns inte|nicht gefunden|unbekannt|n'existe pas|no existe"
                r"|not found|"
                r"mailbox unavailable|unrouteable", re.I), "5.1.1"),
    (re.compile(r"domain.{0,30}(?:not found|does not exist)|host (?:unknown|not found)|nxdomain|"
                r"couldn't find any host|no mail exchanger", re.I), "5.1.2"),
    (re.compile(r"too (?:large|big)|size limit|exceeds.{0,20}size|message size", re.I), "5.3.4"),
    (re.compile(r"spam|blocked|blacklist|rejected|policy|denied", re.I), "5.7.1"),
    (re.compile(r"timed? ?out|connection refused|couldn't (?:open|connect)", re.I), "4.4.1"),
)  # fmt: skip
COPIES = {
    "message/rfc822",
    "message/rfc822-headers",
    "message/global",
    "message/global-headers",
    "text/rfc822-headers",
    "text/rfc822-header",
}
MAX_REPORT = 200_000


def read_bounce(draft: Draft) -> None:
    """Recognise a delivery report and read it."""
    reports = [part for part in draft.root.walk() if _is_report(part)]
    told_by = "Content-Type: message/delivery-status" if reports else _told_by(draft)
    if not told_by:
        return
    text = _words(draft)
    reports = reports or list(_inner_reports(draft))
    recipients = [one for part in reports for one in _reported(_fields(part))]
    recipients = recipients or list(_reported(_grouped(text) if "Final-Recipient" in text else []))
    recipients = recipients or list(_from_text(draft, text))
    original = _original(draft, text)
    server = next((_server(_fields(part)) for part in reports), "")
    draft.bounce = Bounce(
        recipients=tuple(dict.fromkeys(recipients))[:100],
        original_message_id=original[0],
        original_references=original[1],
        original_subject=original[2],
        reporting_server=server,
    )
    bad = (BounceAction.FAILED, BounceAction.DELAYED)
    is_bad = not recipients or any(one.action in bad for one in recipients)
    draft.auto = Auto(AutoKind.BOUNCE if is_bad else AutoKind.RECEIPT, told_by)


def _is_report(part: Part) -> bool:
    if part.type in ("message/delivery-status", "message/global-delivery-status"):
        return True
    return (
        part.type == "text/plain"
        and b"Final-Recipient:" in part.body[:5_000]
        and (part.parent is not None and part.parent.type == "multipart/report")
    )


def _inner_reports(draft: Draft) -> Iterator[Part]:
    """Find the report in a mail that was sent on whole, as some gateways do."""
    for part in draft.root.walk():
        if part.type in COPIES:
            inner, _ = split(part.content().content[:MAX_REPORT])
            yield from (one for one in inner.walk() if _is_report(one))


def _told_by(draft: Draft) -> str:
    """Return the header that says a report without a proper form is one."""
    if draft.root.first("x-failed-recipients"):
        return "X-Failed-Recipients"
    kind = draft.root.kind
    if draft.root.type == "multipart/report" and kind.get("report-type").lower() in (
        "delivery-status",
        "",
    ):
        has_receipt = any(p.type == "message/disposition-notification" for p in draft.root.walk())
        return "" if has_receipt else "Content-Type: multipart/report"
    says_so = BOUNCE_SUBJECT.search(draft.subject) is not None
    is_answer = ANSWERS.match(draft.subject) is not None
    if says_so and not is_answer and REPORT.search(_words(draft)[:3_000]):
        return f"Subject: {draft.subject[:200]}"
    local = draft.sender.address.partition("@")[0]
    is_daemon = DAEMON.match(local.strip('"')) or DAEMON_NAME.search(draft.sender.name)
    if is_daemon and (says_so or MESSAGE_ID.search(_words(draft)) or _speaks_of_failure(draft)):
        return f"From: {draft.sender.name or local}"
    is_nobody = draft.return_path == "" or not draft.sender.address
    if says_so and is_nobody:
        return f"Subject: {draft.subject[:200]}"
    if is_nobody and MESSAGE_ID.search(_words(draft)) and _speaks_of_failure(draft):
        return "Return-Path: <>"
    if draft.root.first("x-ms-exchange-message-is-ndr") or draft.root.all("x-ndr"):
        return "X-MS-Exchange-Message-Is-Ndr"
    return ""


def _speaks_of_failure(draft: Draft) -> bool:
    text = _words(draft)[:5_000]
    signs = (STATUS, CODE, BOUNCE_SUBJECT, REPORT)
    return any(sign.search(text) is not None for sign in signs)


def _words(draft: Draft) -> str:
    text = draft.plain_source or re.sub(r"<[^<>]{0,2000}>", "\n", draft.html_source[:MAX_REPORT])
    return text[:MAX_REPORT]


def _fields(part: Part) -> list[dict[str, str]]:
    """Return the groups of fields in a report: the server's first, then one per recipient."""
    return _grouped(decode(part.content().content[:MAX_REPORT]).text.replace("\r\n", "\n"))


def _grouped(text: str) -> list[dict[str, str]]:
    groups: list[dict[str, str]] = []
    for block in re.split(r"\n[ \t]*\n", text.strip("\n")):
        group: dict[str, str] = {}
        for line in re.sub(r"\n[ \t]+", " ", block).split("\n"):
            found = FIELD.match(line)
            if found:
                group.setdefault(found[1].lower(), found[2].strip())
        if group:
            groups.append(group)
    return groups


def _server(groups: list[dict[str, str]]) -> str:
    name = next((one["reporting-mta"] for one in groups if "reporting-mta" in one), "")
    return clipped(name.rpartition(";")[2].strip(), 255)


def _reported(groups: list[dict[str, str]]) -> Iterator[BouncedRecipient]:
    for group in groups:
        # The original recipient is the one we wrote to; the final one may be further on.
        if not (group.get("final-recipient") or group.get("original-recipient")):
            continue
        final = _bare(group.get("final-recipient", ""))
        original = _bare(group.get("original-recipient", ""))
        address = original if "@" in original else final or original
        if not address:
            continue
        action = group.get("action", "failed").split()[:1]
        name = action[0].lower().strip("();") if action else "failed"
        known = {one.value: one for one in BounceAction}
        diagnostic = group.get("diagnostic-code", "")
        status = STATUS.search(group.get("status", "")) or STATUS.search(diagnostic)
        code = CODE.search(diagnostic)
        yield BouncedRecipient(
            address=address,
            action=known.get(name, BounceAction.FAILED),
            status=status[1] if status else f"{code[1][0]}.0.0" if code else "",
            diagnostic=clipped(re.sub(r"^\s*[\w-]+\s*;\s*", "", diagnostic), 1_000),
        )


def _bare(written: str) -> str:
    value = re.sub(r"^\s*[\w-]+\s*;\s*", "", written).strip(" <>")
    found = ADDRESS.search(value)
    return found[0] if found else clipped(value, 320)


def _from_text(draft: Draft, text: str) -> Iterator[BouncedRecipient]:
    """Read the recipients a server names in its own words."""
    copy = COPY.search(text)
    report = text[: copy.start()] if copy and copy.start() > 20 else text[:20_000]
    own = {one.address.lower() for one in (draft.sender, *draft.to, *draft.delivered_to)}
    own |= {one.lower() for one in MESSAGE_ID.findall(text)}
    header = header_text(draft.root.first("x-failed-recipients"))
    named = [one.address for one in addresses(header.encode()) if one.is_usable]
    alone = _named_alone(report)
    found = named or _mentioned(f"{draft.subject}\n{report}")
    if not named and alone:
        found, own = alone, set()
    is_delayed = DELAYED.search(draft.subject) or (
        DELAYED.search(report[:3_000])
        and not re.search(r"permanent|fatal|(?<!\d)5\d\d[ -]|5\.\d\.\d", report)
    )
    fitting = [one for one in dict.fromkeys(found) if _may_be_recipient(one, own)]
    fitting = fitting or [one for one in _copied_to(draft, text) if one.lower() not in own]
    for address in fitting[: 20 if named or alone else 3]:
        diagnostic = _diagnostic(report, address)
        yield BouncedRecipient(
            address=address,
            action=BounceAction.DELAYED if is_delayed else BounceAction.FAILED,
            status=_status(diagnostic) or _status(report) or ("4.0.0" if is_delayed else "5.0.0"),
            diagnostic=diagnostic,
        )


def _mentioned(report: str) -> list[str]:
    """Return every address, from where the server begins to speak of those that failed."""
    at = FOLLOWING.search(report)
    found = list(ADDRESS.finditer(report, at.end() if at else 0)) or list(ADDRESS.finditer(report))
    return [X400.sub("", one[0]).strip(".'") for one in found]


def _named_alone(report: str) -> list[str]:
    """Return the addresses a server names as those that failed, each at the start of a line."""
    at = FOLLOWING.search(report)
    begins = at.end() if at else 0
    found = [X400.sub("", one[1]).strip(".'") for one in NAMED.finditer(report, begins)]
    return [one for one in found if not DAEMON.match(one.partition("@")[0])]


def _copied_to(draft: Draft, text: str) -> list[str]:
    """Return whom the copied mail was sent to: some servers name nobody else."""
    for written in (text, _other_texts(draft)):
        at = MESSAGE_ID.search(written) or UNSENT.search(written)
        found = TO.search(written, max(0, at.start() - 5_000), at.end() + 5_000) if at else None
        if found:
            return [one[0] for one in ADDRESS.finditer(found[1])]
    return []


def _may_be_recipient(address: str, own: set[str]) -> bool:
    local = address.partition("@")[0]
    return address.lower() not in own and not DAEMON.match(local)


def _diagnostic(report: str, address: str) -> str:
    """Return what stands with the address: the rest of its line and the lines below."""
    at = report.find(address)
    after = report[at + len(address) : at + 1_500] if at >= 0 else report[:1_500]
    words = re.split(r"\n[ \t]*\n[ \t]*\S", after.lstrip(" >:\n"), maxsplit=1)[0]
    return clipped(" ".join(words.split()).strip("<>:'\" "), 500)


def _status(words: str) -> str:
    found = STATUS.search(words)
    if found:
        return found[1]
    for pattern, status in REASONS:
        if pattern.search(words):
            return status
    code = CODE.search(words)
    return f"{code[1][0]}.0.0" if code else ""


def _original(draft: Draft, text: str) -> tuple[str, tuple[str, ...], str]:
    """Find the id, references and subject of the mail that bounced."""
    for part in draft.root.walk():
        if part.type in COPIES:
            inner, _ = split(part.content().content[:MAX_REPORT])
            if inner.headers:
                ids = message_ids(inner.first("message-id"))
                references = message_ids(inner.first("references"))
                answered = message_ids(inner.first("in-reply-to"))
                subject = header_text(inner.first("subject"))
                if ids or references or answered:
                    related = dict.fromkeys((*references, *answered))
                    return (ids or ("",))[0], tuple(related), subject
    for written in (text, _other_texts(draft)):
        found = MESSAGE_ID.search(written)
        if found:
            subject_line = SUBJECT.search(written, max(0, found.start() - 3_000))
            subject = header_text(subject_line[1].encode()) if subject_line else ""
            return found[1], (), subject
    answered = (*draft.in_reply_to, *reversed(draft.references))
    return (answered[0] if answered else ""), tuple(answered[1:]), ""


def _other_texts(draft: Draft) -> str:
    """Return the text of the report's other parts: some servers attach the copy as a text file."""
    contents = [
        part.content().content
        for part in draft.root.walk()
        if not part.children and part.type.startswith(("text/", "message/"))
    ]
    contents += [attachment.content for attachment in draft.attachments[:5]]
    text = "\n".join(decode(content[:50_000]).text for content in contents[:50])
    return text[:MAX_REPORT].replace("\r\n", "\n")
