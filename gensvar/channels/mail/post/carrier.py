"""Hand mails to a server by SMTP: encrypted where asked, with reports of delivery where it can."""

import logging
import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Protocol, Self
from urllib.parse import parse_qs, unquote, urlsplit

from gensvar.channels.mail.actions.sending import Dispatch
from gensvar.foundation.refusals import Unavailable

TIMEOUT_SECONDS = 60
# Then a recipient whom the server keeps putting off no longer holds up the others.
PATIENCE = 3
Refusal = tuple[str, int, str]
log = logging.getLogger(__name__)


class RefusedForGood(Exception):
    """The server does not take this mail, now or later."""

    def __init__(self, refused: Sequence[Refusal]) -> None:
        self.refused = tuple(refused)
        super().__init__(f"{len(self.refused)} refused")


class NotNow(Unavailable):
    """The server could not be reached, or asks us to come back."""

    def __init__(self, words: str) -> None:
        super().__init__("smtp")
        self.words = words


class Carrier(Protocol):
    def carry(self, dispatch: Dispatch) -> Sequence[Refusal]:
        """Hand over a mail; return who of several was refused.

        Raises RefusedForGood when nobody may have it, NotNow when it must be tried again.
        """

    def rest(self) -> None:
        """Nothing more to carry for a while."""


@dataclass(frozen=True)
class Server:
    """Where we hand over: smtp://user:password@host:587?starttls, or smtps:// for TLS at once."""

    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)
    is_tls: bool = False
    is_starttls: bool = False
    is_checked: bool = True

    @classmethod
    def at(cls, url: str) -> Self:
        parts = urlsplit(url)
        wishes = parse_qs(parts.query, keep_blank_values=True)
        is_tls = parts.scheme == "smtps"
        return cls(
            host=parts.hostname or "",
            port=parts.port or (465 if is_tls else 587 if "starttls" in wishes else 25),
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            is_tls=is_tls,
            is_starttls="starttls" in wishes,
            is_checked=wishes.get("verify") != ["no"],
        )


class SmtpCarrier:
    """Keeps one connection open while there is something to carry."""

    def __init__(self, url: str) -> None:
        self._server = Server.at(url)
        self._connection: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _e: BaseException | None, _t: TracebackType | None
    ) -> None:
        self.rest()

    def carry(self, dispatch: Dispatch) -> Sequence[Refusal]:
        try:
            return self._carry(dispatch)
        except smtplib.SMTPSenderRefused as refusal:
            self.rest()
            raise _meaning(refusal.smtp_code, refusal.smtp_error, dispatch) from refusal
        except smtplib.SMTPDataError as refusal:
            raise _meaning(refusal.smtp_code, refusal.smtp_error, dispatch) from refusal
        except (smtplib.SMTPException, OSError) as error:
            self.rest()
            raise NotNow(str(error) or type(error).__name__) from error

    def rest(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            try:
                connection.quit()
            except (smtplib.SMTPException, OSError):
                connection.close()

    def _carry(self, dispatch: Dispatch) -> Sequence[Refusal]:
        connection = self._connection or self._connect()
        self._connection = connection
        options, for_each = _wishes(connection, dispatch)
        code, words = connection.mail(dispatch.sender, options)
        if code != 250:
            raise smtplib.SMTPSenderRefused(code, words, dispatch.sender)
        refused = []
        for address in dispatch.recipients:
            code, words = connection.rcpt(address, for_each(address))
            if code not in {250, 251}:
                refused.append((address, code, _text(words)))
        put_off = [one for one in refused if one[1] < 500]
        is_nobody = len(refused) == len(dispatch.recipients)
        if is_nobody or (put_off and dispatch.attempts < PATIENCE):
            connection.rset()
            if put_off:
                raise NotNow("; ".join(f"{who}: {code} {why}" for who, code, why in put_off))
            raise RefusedForGood(refused)
        code, words = connection.data(dispatch.content)
        if code != 250:
            raise smtplib.SMTPDataError(code, words)
        return refused

    def _connect(self) -> smtplib.SMTP:
        server = self._server
        context = ssl.create_default_context()
        if not server.is_checked:
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        connection = (
            smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT_SECONDS, context=context)
            if server.is_tls
            else smtplib.SMTP(server.host, server.port, timeout=TIMEOUT_SECONDS)
        )
        if server.is_starttls:
            connection.starttls(context=context)
        if server.user:
            connection.login(server.user, server.password)
        connection.ehlo_or_helo_if_needed()
        return connection


def _wishes(connection: smtplib.SMTP, dispatch: Dispatch) -> tuple[list[str], "ForEach"]:
    """Ask for reports of delivery (RFC 3461) where the server passes such wishes on."""
    options: list[str] = []
    if not all(address.isascii() for address in (dispatch.sender, *dispatch.recipients)):
        options.append("SMTPUTF8")
    if not connection.has_extn("dsn"):
        return options, ForEach(())
    options += ["RET=HDRS", f"ENVID={dispatch.outgoing.pk}"]
    when = "SUCCESS,FAILURE,DELAY" if dispatch.wants_report else "FAILURE"
    return options, ForEach((f"NOTIFY={when}",))


@dataclass(frozen=True)
class ForEach:
    """The wishes for one recipient."""

    wishes: tuple[str, ...]

    def __call__(self, address: str) -> list[str]:
        if not self.wishes or not address.isascii():
            return []
        return [*self.wishes, f"ORCPT=rfc822;{_xtext(address)}"]


def _xtext(text: str) -> str:
    return "".join(c if "!" <= c <= "~" and c not in "+=" else f"+{ord(c):02X}" for c in text)


def _meaning(code: int, words: bytes | str, dispatch: Dispatch) -> Exception:
    if code >= 500:
        return RefusedForGood([(one, code, _text(words)) for one in dispatch.recipients])
    return NotNow(f"{code} {_text(words)}")


def _text(words: bytes | str) -> str:
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return " ".join(text.split())
