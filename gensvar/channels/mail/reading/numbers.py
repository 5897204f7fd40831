"""Case numbers in the mail, such as 26-000123; the caller knows which ones exist."""

import re

from gensvar.channels.mail.reading.draft import Draft

NUMBER = re.compile(r"(?<![\w-])(\d{2})[-\u2010-\u2013\u2212](\d{6,8})(?![\w-])")
SEARCHED = 200_000


def case_numbers(text: str) -> tuple[str, ...]:
    """Return the numbers in `text`, each once, as first seen."""
    found = [f"{year}-{number}" for year, number in NUMBER.findall(text[:SEARCHED])]
    return tuple(dict.fromkeys(found))[:20]


def read_case_numbers(draft: Draft) -> None:
    """Find numbers in the subject, and in the body: new words before quoted ones."""
    draft.numbers_in_subject = case_numbers(draft.subject)
    draft.numbers_in_body = case_numbers(f"{draft.text}\n{draft.full_text}")
