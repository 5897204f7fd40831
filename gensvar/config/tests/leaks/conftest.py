"""Whom the suite keeps from knowing what."""

from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from gensvar.config.tests.leaks import planting
from gensvar.config.tests.leaks.walking import Walker
from gensvar.foundation.integrations.actions import create_token
from gensvar.foundation.people.models import Agent, Group, Membership, RoleGrant
from gensvar.foundation.people.rules import GROUP_BOUND, Role
from gensvar.foundation.secrecy.models import AccessEntry, AccessList
from gensvar.operations.cases import actions
from gensvar.operations.casetypes.actions import add_type
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.contacts.actions import Said, record_message, register_contact
from gensvar.operations.knowledge.models import Subject

BACKEND = settings.AUTHENTICATION_BACKENDS[-1]


@pytest.fixture
def secret_subject(exempelby: Any, gator: Any, noon: Any) -> Subject:
    """Orosanmälan, which only SOC-BARN may know of."""
    group = Group.objects.create(client=exempelby, code="SOC-BARN", name="Barn och unga")
    access = AccessList.objects.create(client=exempelby, name="Barn och unga")
    AccessEntry.objects.create(access=access, client=exempelby, group=group, since=noon)
    return Subject.objects.create(
        client=exempelby, area=gator.area, name="Orosanmälan", group=group, access=access
    )


@pytest.fixture
def tove(exempelby: Any, secret_subject: Subject, noon: Any) -> Agent:
    """Who may see."""
    agent = Agent.objects.create_user("tove@exempelby.example", name="Tove Falk", created_at=noon)
    RoleGrant.objects.create(agent=agent, role="agent", client=exempelby, since=noon)
    assert secret_subject.group
    Membership.objects.create(group=secret_subject.group, agent=agent, since=noon)
    return agent


@pytest.fixture
def curious(exempelby: Any, noon: Any) -> Agent:
    """Who may do everything that a role can give, and is on no list."""
    agent = Agent.objects.create_user("nils@exempelby.example", name="Nils Ny", created_at=noon)
    for role in set(Role) - GROUP_BOUND - {Role.SERVICE}:
        ends = noon.replace(year=2099) if role == Role.AUDITOR else None
        RoleGrant.objects.create(agent=agent, role=role, client=None, since=noon, until=ends)
    return agent


@pytest.fixture
def town(exempelby: Any, eva: Any, gator: Any, ada: Any, tek_gata: Any, noon: Any) -> None:
    """Three ordinary cases of Eva Ek, so that lists and counts have something in them."""
    for place in range(3):
        contact = register_contact(
            exempelby, channel="mail", direction="in", customer=eva, at=noon, agent=ada
        )
        said = Said(text="Hål i gatan", subject="Hål", sender_address="eva.ek@example.com")
        record_message(contact, said, at=noon)
        case = actions.open_case(
            exempelby,
            title=f"Grop {place}",
            channel="mail",
            contact=contact,
            subject=gator,
            need_type="opinion",
            by=ada,
            at=noon,
        )
    actions.hand_over(case, to=tek_gata, why="cannot", question="När?", by=ada, at=noon)
    ready = {Agent: ada, Group: tek_gata, Subject: gator}
    planting.prepare(ready | {CaseType: add_type(exempelby, "sales", by=None, at=noon)}, at=noon)


@pytest.fixture
def walkers(
    browser: Any, curious: Agent, hanna: Agent, mats: Agent, exempelby: Any, noon: Any
) -> dict[str, Walker]:
    from conftest import Browser

    signed_in, handler, manager = Browser(), Browser(), Browser()
    signed_in.force_login(curious, backend=BACKEND)
    handler.force_login(hanna, backend=BACKEND)
    manager.force_login(mats, backend=BACKEND)
    _token, secret = create_token("Prov", ["all"], at=noon)
    return {
        "everything but the list": Walker(signed_in),
        "a handler of another group": Walker(handler),
        "the manager of another department": Walker(manager),
        "nobody": Walker(browser),
        "a program": Walker(browser, {"Authorization": f"Bearer {secret}"}),
    }


@pytest.fixture
def settled(settings: Any, monkeypatch: Any) -> None:
    # An answer that is thrown away for a better one ends the request, and with it the connection.
    monkeypatch.setattr(connection, "close", lambda: None)
    settings.API_RATE = 1_000_000
    settings.API_RATE_WITHOUT_TOKEN = 1_000_000
    settings.REQUIRE_SECOND_FACTOR = False
