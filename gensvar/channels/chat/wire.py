"""What a browser sends about a chat, read strictly: each thing that is wrong is named."""

import json
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.core.exceptions import RequestDataTooBig, ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from gensvar.channels.chat.rules import LONGEST_TEXT, has_unseen, is_key, is_mark
from gensvar.foundation.refusals import Refused
from gensvar.operations.customers.rules import normal_mail, normal_phone

MOST_BYTES = 65_536
LANGUAGES = ("sv", "en")
View = Callable[..., HttpResponseBase]


class Malformed(Refused):
    message = _("This could not be read: %(what)s. Nothing was kept.")
    status = 400


class TooLarge(Refused):
    message = _("This is larger than 64 kB. Nothing was kept.")
    status = 413


class EmptyLine(Refused):
    message = _("Write something first.")
    status = 422


class LineTooLong(Refused):
    message = _("The text is too long: %(count)s signs, and %(most)s fit. Send it in parts.")
    status = 422


class UnseenSigns(Refused):
    message = _("The text holds signs that cannot be shown. Take them away and send it again.")
    status = 422


class NoAddress(Refused):
    message = _("Write a mail address such as name@example.se, or a number such as 070-123 45 67.")
    status = 422


class FromElsewhere(Refused):
    message = _("This may be sent from the chat's own page only.")
    status = 403


def answered_as_json(view: View) -> View:
    """Let a refusal be told as words and code, in the language of whoever asks."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        language = request.headers.get("X-Language", "")
        with translation.override(language if language in LANGUAGES else "sv"):
            try:
                refuse_from_elsewhere(request)
                response = view(request, *args, **kwargs)
            except Refused as refusal:
                response = JsonResponse(
                    {"code": refusal.code, "message": refusal.words()}, status=refusal.status
                )
        response["Cache-Control"] = "no-store"
        return response

    return shown


def refuse_from_elsewhere(request: HttpRequest) -> None:
    """Refuse what another site's page sends: the widget is a page of ours, wherever it stands."""
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"{request.scheme}://{request.get_host()}":
        raise FromElsewhere


def sent(request: HttpRequest) -> Mapping[str, Any]:
    """Return what was sent as a JSON object."""
    try:
        if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
            raise TooLarge
        found = json.loads(request.body or b"{}")
    except RequestDataTooBig as error:
        raise TooLarge from error
    except (ValueError, RecursionError) as error:
        raise Malformed(what="JSON") from error
    if not isinstance(found, dict):
        raise Malformed(what="JSON")
    return found


def key_in(request: HttpRequest) -> str:
    """Return the key that the request carries; empty where it is none."""
    scheme, _space, key = request.headers.get("Authorization", "").partition(" ")
    return key if scheme == "Bearer" and is_key(key) else ""


def text_in(given: Mapping[str, Any], name: str = "text") -> str:
    """Return words as they may be kept."""
    text = given.get(name, "")
    if not isinstance(text, str):
        raise Malformed(what=name)
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise EmptyLine
    return _checked(text, LONGEST_TEXT)


def line_in(given: Mapping[str, Any], name: str, most: int) -> str:
    """Return a short line, which may be empty."""
    text = given.get(name, "")
    if not isinstance(text, str):
        raise Malformed(what=name)
    return _checked(" ".join(text.split(" ")).strip(), most)


def mark_in(given: Mapping[str, Any]) -> str:
    mark = given.get("mark")
    if not is_mark(mark):
        raise Malformed(what="mark")
    return str(mark)


def number_in(given: Mapping[str, Any], name: str) -> int:
    number = given.get(name, 0)
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number < 2**62:
        raise Malformed(what=name)
    return number


def flag_in(given: Mapping[str, Any], name: str) -> bool:
    flag = given.get(name, False)
    if not isinstance(flag, bool):
        raise Malformed(what=name)
    return flag


def language_in(given: Mapping[str, Any]) -> str:
    language = given.get("language", "sv")
    return language if language in LANGUAGES else "sv"


def address_in(given: Mapping[str, Any], *, is_needed: bool) -> tuple[str, str]:
    """Return how somebody is reached, as kind and address; both empty where they say nothing."""
    written = line_in(given, "address", 320)
    if not written and not is_needed:
        return "", ""
    if "@" in written:
        mail = normal_mail(written)
        try:
            validate_email(mail)
        except ValidationError:
            mail = None
        if mail is not None:
            return "mail", mail
    elif phone := normal_phone(written):
        return "phone", phone
    raise NoAddress


def _checked(text: str, most: int) -> str:
    if len(text) > most:
        raise LineTooLong(count=len(text), most=most)
    if has_unseen(text):
        raise UnseenSigns
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UnseenSigns from error
    return text
