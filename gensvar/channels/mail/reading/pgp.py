"""PGP written straight into the text."""

import re

from gensvar.channels.mail.reading.draft import Draft
from gensvar.channels.mail.reading.mail import Protection, Secured
from gensvar.channels.mail.reading.problems import Problem

SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----"
SIGNATURE = "-----BEGIN PGP SIGNATURE-----"
SIGNATURE_END = "-----END PGP SIGNATURE-----"
ENCRYPTED = "-----BEGIN PGP MESSAGE-----"
ARMOUR_HEADER = re.compile(r"\A(?:[A-Za-z]+: ?[^\n]*\n)*\n?")


def open_inline_pgp(draft: Draft) -> None:
    """Show the words of a signed text without its armour; say when a text is encrypted."""
    text = draft.plain_source
    if ENCRYPTED in text and not text.lstrip().startswith(">"):
        draft.secured = Secured(Protection.ENCRYPTED, "PGP")
        draft.note(Problem.ENCRYPTED)
    elif SIGNED in text and SIGNATURE in text:
        before, _, rest = text.partition(SIGNED)
        words, _, signature = rest.partition(SIGNATURE)
        after = signature.partition(SIGNATURE_END)[2]
        words = ARMOUR_HEADER.sub("", words.lstrip("\n"), count=1)
        words = re.sub(r"^- ", "", words, flags=re.MULTILINE)
        draft.plain_source = before + words + after
        draft.secured = Secured(Protection.SIGNED, "PGP")
