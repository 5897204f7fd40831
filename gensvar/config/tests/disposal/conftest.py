from datetime import date, datetime, timedelta
from typing import Any

import pytest

from conftest import NOON
from gensvar.foundation.files.actions import store_file
from gensvar.operations.cases import actions
from gensvar.operations.cases.actions.participating import add_participant
from gensvar.operations.cases.models import Case
from gensvar.operations.casetypes.actions import add_type, describe_type
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.casetypes.rules import Disposal, Words
from gensvar.operations.contacts.actions import (
    Attached,
    Said,
    record_message,
    register_contact,
)

# A day on which what was closed at NOON has been kept for six months.
IN_TIME = date(2026, 12, 31)
SECRET = "Zxqvord"


def decided(case_type: CaseType, admin: Any, **settings: Any) -> CaseType:
    given = {
        "name": Words("KC-enkla frågor", "Simple questions"),
        "retention_months": 6,
        "disposal": Disposal.ERASE,
        "disposal_decision": "KS 2026/17",
        **settings,
    }
    describe_type(case_type, by=admin, at=NOON, **given)
    return CaseType.objects.get(pk=case_type.pk)


@pytest.fixture
def simple(exempelby: Any, admin: Any) -> CaseType:
    """Simple questions: erased after six months, by decision KS 2026/17."""
    return decided(add_type(exempelby, "information", by=admin, at=NOON), admin)


@pytest.fixture
def asked(exempelby: Any, eva: Any, ada: Any, gator: Any) -> Any:
    """Let Eva ask something with words in every place, be answered, and have it closed."""

    def opened(
        word: str = SECRET, *, at: datetime = NOON, customer: Any = None, file: bytes = b""
    ) -> Case:
        contact = register_contact(
            exempelby,
            channel="mail",
            direction="in",
            customer=customer or eva,
            agent=ada,
            at=at,
            summary=word,
        )
        bytes_ = file or f"{word} i bilaga".encode()
        said = Said(
            text=f"Hej {word}",
            subject=word,
            sender_name=word,
            sender_address="eva.ek@example.com",
            message_id=f"<{word.lower()}@example.com>",
            raw=store_file(b"From: " + bytes_, at=at),
        )
        kept = Attached(file=store_file(bytes_, at=at), name=f"{word}.txt")
        record_message(contact, said, at=at, files=[kept])
        case = actions.open_case(
            exempelby,
            title=f"{word} om gatan",
            channel="mail",
            contact=contact,
            subject=gator,
            need_type="information",
            by=ada,
            at=at,
        )
        actions.write_note(case, f"Tänk på {word}", by=ada, at=at)
        add_participant(
            case, name=word, address=f"{word}@example.com", right="reply", by=ada, at=at
        )
        actions.answer(
            case,
            f"Svar om {word}",
            channel="mail",
            recipients=["eva.ek@example.com"],
            by=ada,
            at=at,
        )
        actions.close(Case.objects.get(pk=case.pk), by=ada, at=at + timedelta(minutes=5))
        return Case.objects.get(pk=case.pk)

    return opened
