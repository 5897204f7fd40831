from typing import Any

import pytest

from conftest import NOON
from gensvar.operations.cases.actions import join_contact, open_case
from gensvar.operations.contacts.actions import Said, record_message, register_contact


@pytest.fixture
def said(exempelby: Any) -> Any:
    """Let a customer write, which begins a case or joins one; returns the contact."""

    def written(text: str, customer: Any = None, *, case: Any = None, at: Any = NOON) -> Any:
        contact = register_contact(
            exempelby, channel="mail", direction="in", customer=customer, at=at
        )
        record_message(contact, Said(text=text, sender_address="eva.ek@example.com"), at=at)
        if case is not None:
            join_contact(case, contact, by=None, at=at)
        return contact

    return written


@pytest.fixture
def begun(exempelby: Any, said: Any) -> Any:
    """Let a customer begin a case."""

    def opened(title: str, customer: Any = None) -> Any:
        contact = said(title, customer)
        return open_case(exempelby, title=title, channel="mail", contact=contact, at=NOON)

    return opened
