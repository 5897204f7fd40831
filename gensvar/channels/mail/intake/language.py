"""Which language the words are in, by the small words that every sentence has; a guess, no more.

What the sender's program states comes second: many write Swedish in a program set to English.
"""

import re

from gensvar.channels.mail.intake.incoming import Incoming

WORDS = {
    "sv": "och att det som är på för med jag inte har ni vi en ett till av om när min hej tack",
    "en": "the and to of is in that for you i it not have we are my with when please hello thank",
    "fi": "ja on ei että se en ole minä hei kiitos kun olen mutta voi me milloin onko tai jos",
    "de": "und der die das ist nicht ich sie wir mit für ein eine zu auf bitte wann danke hallo",
    "fr": "et le la les de je vous est pas pour une un que nous bonjour merci dans avec quand mon",
    "es": "y el la los de que no es por para una un con mi hola gracias cuando usted en se",
    "pl": "i nie się na że do jest w z dzień dobry dziękuję proszę kiedy mam ja czy jak mój",
    "ar": "من في على إلى هل لا أن ما هذا شكرا",
    "so": "waa iyo in ku ka uu ay waan mahadsanid fadlan",
}
KNOWN = {language: frozenset(words.split()) for language, words in WORDS.items()}
TOKEN = re.compile(r"[^\W\d_]+")
LOOKED_AT = 3_000
LEAST_HITS = 2


def find(incoming: Incoming) -> None:
    mail = incoming.mail
    stated = mail.language[:2].lower()
    incoming.language = guessed(f"{mail.subject}\n{mail.text}") or stated


def guessed(text: str) -> str:
    """Return the language that most of the small words belong to, or nothing when unsure."""
    tokens = TOKEN.findall(text[:LOOKED_AT].lower())
    hits = {name: sum(token in words for token in tokens) for name, words in KNOWN.items()}
    first, second = sorted(hits, key=lambda name: hits[name], reverse=True)[:2]
    return first if hits[first] >= LEAST_HITS and hits[first] > hits[second] else ""
