from typing import Any

import pytest
from django.utils.timezone import now

from gensvar.operations.cases.actions import join_contact, open_case
from gensvar.operations.contacts.actions import Said, record_message, register_contact


@pytest.fixture
def as_ada(browser: Any, ada: Any) -> Any:
    """A browser in which Ada has signed in."""
    browser.force_login(ada)
    return browser


@pytest.fixture
def write(noon: Any) -> Any:
    """Let a customer write a mail, which begins a case or joins one."""

    def written(customer: Any, text: str, *, case: Any = None, **more: Any) -> Any:
        contact = register_contact(
            customer.client, channel="mail", direction="in", customer=customer, at=noon
        )
        said = {"sender_name": customer.name, "sender_address": "eva.ek@example.com", **more}
        record_message(contact, Said(text=text, **said), at=noon)
        if case is None:
            return open_case(
                customer.client, title="Gropar", channel="mail", at=noon, contact=contact
            )
        join_contact(case, contact, by=None, at=now())
        return contact

    return written


@pytest.fixture
def gropar(write: Any, eva: Any) -> Any:
    """Eva's mail about holes in the street, which nobody has taken."""
    return write(eva, "Tre djupa gropar på Skolgatan.")


@pytest.fixture
def energis(energi: Any, noon: Any) -> Any:
    """A case of Energi AB, which Kommunledningen's agents never see."""
    return open_case(energi, title="Hemligt avtal", channel="phone", at=noon)


@pytest.fixture
def representative(energi: Any) -> Any:
    """The client representative of Energi AB."""
    from gensvar.foundation.people.models import Agent, RoleGrant

    agent = Agent.objects.create_user("rep@energi.example", name="Rea Persson", created_at=now())
    RoleGrant.objects.create(
        agent=agent, role="client-representative", client=energi, since=now().replace(year=2025)
    )
    return agent
