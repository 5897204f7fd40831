"""What we ask of whoever carries text messages for us; one file per provider."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class NotNow(Exception):
    """The provider certainly did not take the message, but may later."""


class RefusedForGood(Exception):
    """The provider will not take the message; `is_gone` where the number does not exist."""

    def __init__(self, words: str, *, is_gone: bool = False) -> None:
        self.words, self.is_gone = words, is_gone
        super().__init__(words)


class Unsure(Exception):
    """Nobody can tell whether the provider took the message; it must not be sent again."""


class Malformed(Exception):
    """A call to us lacks what it must have."""


class NotFetched(Exception):
    """A picture could not be fetched; `is_final` where another try would change nothing."""

    def __init__(self, words: str, *, is_final: bool = False) -> None:
        self.words, self.is_final = words, is_final
        super().__init__(words)


@dataclass(frozen=True)
class Account:
    """How we are let in at a provider."""

    user: str
    secret: str


@dataclass(frozen=True, kw_only=True)
class Text:
    """A message to send, and where we are told how it fared."""

    sender: str
    recipient: str
    words: str
    report_to: str


@dataclass(frozen=True, kw_only=True)
class Came:
    """A message that a customer has sent."""

    provider_id: str
    sender: str
    recipient: str
    words: str
    pictures: Sequence[str] = ()


@dataclass(frozen=True)
class Report:
    """How a message of ours fared: sent, delivered or failed."""

    provider_id: str
    status: str


class Provider(Protocol):
    def send(self, account: Account, text: Text, *, is_try: bool = False) -> str:
        """Hand a message over and return the provider's id of it; nothing leaves if `is_try`.

        Raises NotNow, RefusedForGood or Unsure.
        """

    def is_genuine(self, given: str, kept: str) -> bool:
        """Say whether a call comes from the provider, in a time that tells nothing."""

    def read_message(self, content: bytes) -> Came:
        """Read a call about a customer's message; raises Malformed."""

    def read_report(self, content: bytes) -> Report:
        """Read a call about a message of ours; raises Malformed."""

    def fetch(self, account: Account, url: str, *, most: int) -> bytes:
        """Return a picture of at most so many bytes; raises NotFetched."""


def provider_named(name: str) -> Provider:
    """Return the provider that a number is kept at."""
    from gensvar.channels.sms.providers.elks import Elks

    return {"46elks": Elks}[name]()
