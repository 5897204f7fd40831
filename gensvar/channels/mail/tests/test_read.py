"""Every mail of the corpus against what `corpus/expected.toml` says of it.

Keys are fields of Mail compared as they are, except: `x_has` and `x_lacks` look for words in the
field x; `sender` is the address and `sender_name` the name; `attachments` are names, `sizes` and
`inline` their lengths and flags; `auto` is the kind; `failed` are the bounced addresses with
`action`, `status` and `bounced_id`; `original…` is the first forwarded mail; `problems` are
codes that must be there, `is_clean` says there are none.
"""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gensvar.channels.mail.reading import Mail, chain, read

CORPUS = Path(__file__).parent / "corpus"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((CORPUS / "expected.toml").read_text("utf-8"))
SEEN: dict[str, Callable[[Mail], object]] = {
    "sender": lambda mail: mail.sender.address,
    "sender_name": lambda mail: mail.sender.name,
    "answer_to": lambda mail: mail.answer_to.address,
    "to": lambda mail: [one.address for one in mail.to],
    "cc": lambda mail: [one.address for one in mail.cc],
    "delivered_to": lambda mail: [one.address for one in mail.delivered_to],
    "original_to": lambda mail: [one.address for one in mail.original_to],
    "recipients": lambda mail: len(mail.to),
    "attachments": lambda mail: [one.name for one in mail.attachments],
    "sizes": lambda mail: [len(one.content) for one in mail.attachments],
    "types": lambda mail: [one.declared_type for one in mail.attachments],
    "inline": lambda mail: [one.is_inline for one in mail.attachments],
    "content_ids": lambda mail: [one.content_id for one in mail.attachments],
    "false_types": lambda mail: [one.has_false_type for one in mail.attachments],
    "auto": lambda mail: mail.auto.kind.value,
    "told_by": lambda mail: mail.auto.told_by,
    "failed": lambda mail: [one.address for one in mail.bounce.recipients] if mail.bounce else [],
    "action": lambda mail: mail.bounce.recipients[0].action.value if mail.bounce else "",
    "status": lambda mail: mail.bounce.recipients[0].status if mail.bounce else "",
    "bounced_id": lambda mail: mail.bounce.original_message_id if mail.bounce else "",
    "bounced_subject": lambda mail: mail.bounce.original_subject if mail.bounce else "",
    "original": lambda mail: mail.forwarded[0].sender.address if mail.forwarded else "",
    "original_name": lambda mail: mail.forwarded[0].sender.name if mail.forwarded else "",
    "original_subject": lambda mail: mail.forwarded[0].subject if mail.forwarded else "",
    "original_text": lambda mail: mail.forwarded[0].text if mail.forwarded else "",
    "protection": lambda mail: mail.secured.protection.value,
    "method": lambda mail: mail.secured.method,
    "signer": lambda mail: mail.secured.signer,
    "invitations": lambda mail: [one.summary for one in mail.invitations],
    "starts": lambda mail: [one.starts for one in mail.invitations],
    "date": lambda mail: mail.date.isoformat() if mail.date else "",
    "is_clean": lambda mail: not mail.problems,
}


def seen(mail: Mail, key: str) -> object:
    value = SEEN[key](mail) if key in SEEN else getattr(mail, key)
    return list(value) if isinstance(value, tuple) else value


@pytest.fixture
def strictly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an error in a filter rise: in production it becomes a problem on the mail."""
    monkeypatch.setattr(chain, "_apply", lambda one, draft: one(draft))


@pytest.mark.parametrize("name", EXPECTED)
@pytest.mark.usefixtures("strictly")
def test_a_mail_is_read_as_expected(name: str) -> None:
    mail = read((CORPUS / f"{name}.eml").read_bytes())

    for key, expected in EXPECTED[name].items():
        field, _, test = key.rpartition("_")
        if test in ("has", "lacks"):
            words = [expected] if isinstance(expected, str) else expected
            for one in words:
                assert (one in str(seen(mail, field))) is (test == "has"), (key, one, mail)
        elif key == "problems":
            assert set(expected) <= set(mail.problems), (expected, mail.problems)
        else:
            assert seen(mail, key) == expected, key


def test_every_mail_of_the_corpus_has_an_expectation() -> None:
    assert {path.stem for path in CORPUS.glob("*.eml")} == set(EXPECTED)
