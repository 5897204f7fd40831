"""Words that somebody looks for may name a person, so they stand in an address sealed.

The same words give the same address, which is what the back button and a colleague to whom the
address is sent expect. Whoever finds an address in a log or a history reads nothing in it. The key
comes from the secret key: while an old one is a fallback, its addresses open.
"""

import base64
import binascii

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from django.conf import settings
from django.utils.crypto import salted_hmac

SALT = "gensvar.operations.cases.words-in-an-address"


class NotOurs(ValueError):
    """What stands in the address was not sealed with a key of ours."""


def sealed(words: str) -> str:
    content = AESSIV(_key(settings.SECRET_KEY)).encrypt(words.encode(), None)
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def opened(text: str) -> str:
    try:
        content = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        raise NotOurs from None
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        try:
            return AESSIV(_key(secret)).decrypt(content, None).decode()
        except (InvalidTag, ValueError):
            continue
    raise NotOurs


def _key(secret: str) -> bytes:
    return salted_hmac(SALT, "", secret=secret, algorithm="sha512").digest()
