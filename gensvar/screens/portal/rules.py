"""A question on its way: what has been answered, what is asked next, and what robots do."""

import re
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import timedelta
from typing import Any, Final, Self

from gensvar.operations.customers.rules import shown_phone

# A question being written is kept this long after the last answer, and a receipt this long.
DRAFT_LASTS: Final = timedelta(hours=24)
RECEIPT_LASTS: Final = timedelta(hours=1)
# After the code a case may be read this long without touching it.
FOLLOWED_LASTS: Final = timedelta(minutes=60)

LONGEST_TEXT: Final = 20_000
MOST_TO_ADDRESS: Final = 10
MOST_CODES_FOR_NUMBER: Final = 3
MOST_CODES_FROM_SENDER: Final = 20
MOST_FOLLOWED_FROM_SENDER: Final = 10
# Somebody with a customer's code shall not have us write to half the town.
MOST_PARTICIPANTS_ADDED: Final = 10
SENDING_WINDOW: Final = timedelta(hours=1)

_LONGEST_TITLE: Final = 80
_LINK: Final = re.compile(r"https?://|www\.", re.IGNORECASE)
# A person needs longer to press through five pages; many links that quickly are advertising.
_QUICK: Final = timedelta(seconds=5)
_MANY_LINKS: Final = 3


@dataclass(frozen=True)
class DraftedFile:
    """A file that waits for the question to be sent."""

    pk: int
    name: str
    size: int


@dataclass(frozen=True)
class Question:
    """What somebody has answered so far; an empty `reply` or a false `…_done` is still to ask."""

    words: str = ""
    subject_id: int | None = None
    subject_done: bool = False
    text: str = ""
    files: tuple[DraftedFile, ...] = field(default=())
    files_done: bool = False
    name: str = ""
    reply: str = ""
    address: str = ""

    def with_answers(self, **answers: Any) -> Self:
        return replace(self, **answers)

    @property
    def size(self) -> int:
        return sum(file.size for file in self.files)

    @property
    def shown_address(self) -> str:
        return shown_phone(self.address) if self.reply == "phone" else self.address

    @property
    def next_step(self) -> str:
        """Return the first question without an answer; `check` when all are answered."""
        done = {
            "subject": self.subject_done,
            "text": bool(self.text),
            "files": self.files_done,
            "reply": bool(self.reply),
        }
        return next((step for step, answered in done.items() if not answered), "check")

    def as_plain(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Self:
        known = {one.name for one in fields(cls)}
        kept = {key: value for key, value in plain.items() if key in known}
        kept["files"] = tuple(DraftedFile(**file) for file in kept.get("files", ()))
        return cls(**kept)


STEPS: Final = ("subject", "text", "files", "reply", "check")


def title_of(text: str) -> str:
    """Return the first sentence of a text, short enough for a list.

    >>> title_of("Hål i gatan. Det är djupt.")
    'Hål i gatan.'
    """
    line = " ".join(text.strip().split("\n")[0].split())
    sentence = re.split(r"(?<=[.!?])\s", line, maxsplit=1)[0]
    if len(sentence) <= _LONGEST_TITLE:
        return sentence
    return sentence[: _LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"


def is_hasty_advertising(text: str, *, took: timedelta) -> bool:
    """Say whether a text is so full of links, so soon, that no person can have written it."""
    return took < _QUICK and len(_LINK.findall(text)) >= _MANY_LINKS
