"""46elks, by its published HTTP API (46elks.com/docs): basic auth, forms in, JSON out.

It does not sign its calls to us: the address that we give it carries an unguessable key instead.
"""

import hmac
import time
from urllib.parse import parse_qs, urlsplit

import httpx
from django.conf import settings
from django.utils.translation import gettext_noop as _

from gensvar.channels.sms.providers import (
    Account,
    Came,
    Malformed,
    NotFetched,
    NotNow,
    RefusedForGood,
    Report,
    Text,
    Unsure,
)

TIMEOUT = httpx.Timeout(15, connect=5)
FETCH_SECONDS = 30
MOST_FIELDS = 50
STATUSES = {"sent", "delivered", "failed"}
# The words of a refusal that speaks of the recipient's number, not of ours or of the account.
GONE = ("invalid to", "invalid phone number in to", "to number", "'to'", '"to"')


class Elks:
    def send(self, account: Account, text: Text, *, is_try: bool = False) -> str:
        form = {"from": text.sender, "to": text.recipient, "message": text.words}
        form |= {"dryrun": "yes"} if is_try else {"whendelivered": text.report_to}
        try:
            with httpx.Client(timeout=TIMEOUT, trust_env=False) as client:
                answer = client.post(
                    f"{settings.ELKS_URL}/sms", data=form, auth=(account.user, account.secret)
                )
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            raise NotNow(type(error).__name__) from error
        except httpx.HTTPError as error:
            raise Unsure(type(error).__name__) from error
        return _id_in(answer, is_try=is_try)

    def is_genuine(self, given: str, kept: str) -> bool:
        return hmac.compare_digest(given.encode(), kept.encode())

    def read_message(self, content: bytes) -> Came:
        form = _form(content, needs=("id", "from", "to"))
        names = sorted(
            (name for name in form if name.startswith("image") and name[5:].isdecimal()),
            key=lambda name: int(name[5:]),
        )
        pictures = tuple(form[name] for name in ("image", *names) if form.get(name))
        if "message" not in form and not pictures:
            raise Malformed("message")
        return Came(
            provider_id=form["id"][:120],
            sender=form["from"][:320],
            recipient=form["to"][:320],
            words=form.get("message", ""),
            pictures=pictures,
        )

    def read_report(self, content: bytes) -> Report:
        form = _form(content, needs=("id", "status"))
        if form["status"] not in STATUSES:
            raise Malformed("status")
        return Report(form["id"][:120], form["status"])

    def fetch(self, account: Account, url: str, *, most: int) -> bytes:
        if not _is_theirs(url):
            # Our password goes nowhere else, and nobody makes us ask inside the house.
            raise NotFetched(_("it does not lie at the provider"), is_final=True)
        began, content = time.monotonic(), bytearray()
        try:
            with (
                httpx.Client(timeout=TIMEOUT, trust_env=False) as client,
                client.stream("GET", url, auth=(account.user, account.secret)) as answer,
            ):
                if answer.status_code != httpx.codes.OK:
                    raise NotFetched(str(answer.status_code), is_final=answer.status_code == 410)
                for piece in answer.iter_bytes():
                    content += piece
                    if len(content) > most:
                        raise NotFetched(_("it is larger than 10 MB"), is_final=True)
                    if time.monotonic() - began > FETCH_SECONDS:
                        raise NotFetched(_("it took too long"))
        except httpx.HTTPError as error:
            raise NotFetched(type(error).__name__) from error
        return bytes(content)


def _id_in(answer: httpx.Response, *, is_try: bool) -> str:
    words = answer.text[:300].strip()
    if answer.status_code in {429, 503}:
        raise NotNow(f"{answer.status_code} {words}")
    if answer.is_client_error:
        is_gone = answer.status_code == 400 and any(sign in words.lower() for sign in GONE)
        raise RefusedForGood(f"{answer.status_code} {words}", is_gone=is_gone)
    try:
        said = answer.json() if answer.is_success else {}
    except ValueError:
        said = {}
    number = said.get("id") if isinstance(said, dict) else None
    if is_try and answer.is_success:
        return str(number or "")
    if not isinstance(number, str) or not number:
        raise Unsure(f"{answer.status_code} {words}")
    if said.get("status") == "failed":
        raise RefusedForGood("failed")
    return number[:120]


def _form(content: bytes, *, needs: tuple[str, ...]) -> dict[str, str]:
    """Return the fields of a form; what cannot be text in the database is left out."""
    try:
        fields = parse_qs(
            content.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS
        )
    except ValueError as error:
        raise Malformed("form") from error
    form = {name: values[0].replace("\0", "") for name, values in fields.items()}
    missing = [name for name in needs if not form.get(name, "").strip()]
    if missing:
        raise Malformed(", ".join(missing))
    return form


def _is_theirs(url: str) -> bool:
    try:
        asked, ours = urlsplit(url), urlsplit(settings.ELKS_URL)
        return (asked.scheme, asked.netloc) == (ours.scheme, ours.netloc)
    except ValueError:
        return False
