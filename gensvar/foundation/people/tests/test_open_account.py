import pytest

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.access import identity_of
from gensvar.foundation.people.actions import (
    AddressTaken,
    NameMissing,
    NoSuchAddress,
    TooLong,
    create_agent,
    give_role,
)
from gensvar.foundation.people.models import Agent
from gensvar.foundation.people.rules import Role


def test_a_new_account_has_the_roles_it_is_given(admin, exempelby, noon):
    agent = create_agent("Nils@Exempelby.example", name="Nils  Holm", by=admin, at=noon)

    give_role(agent, role=Role.AGENT, client=exempelby, by=admin, at=noon)

    assert agent.email == "nils@exempelby.example"
    assert agent.name == "Nils Holm"
    assert not agent.has_usable_password()
    assert identity_of(agent, at=noon).may("cases.answer", client_id=exempelby.pk)
    opened = EventRecord.objects.get(name="people.account-opened")
    assert opened.payload == {"agent_id": admin.pk, "whom_id": agent.pk}


def test_one_address_has_one_account_however_it_is_written(admin, ada, noon):
    with pytest.raises(AddressTaken):
        create_agent("ADA@exempelby.example", name="Ada Två", by=admin, at=noon)


@pytest.mark.parametrize("email", ["", "ada", "ada@", "a b@exempelby.example"])
def test_what_is_no_address_is_refused(admin, noon, email):
    with pytest.raises(NoSuchAddress):
        create_agent(email, name="Ada", by=admin, at=noon)


def test_somebody_without_a_name_is_refused(admin, noon):
    with pytest.raises(NameMissing):
        create_agent("nils@exempelby.example", name="  ", by=admin, at=noon)


@pytest.mark.parametrize(
    "much",
    [
        {"email": f"x@{'y.' * 130}se"},
        {"name": "N" * 121},
        {"title": "T" * 121},
        {"phone": "0" * 41},
    ],
)
def test_what_does_not_fit_is_refused(admin, noon, much):
    fields = {"email": "nils@exempelby.example", "name": "Nils"} | much
    email = fields.pop("email")

    with pytest.raises((TooLong, NoSuchAddress)):
        create_agent(email, by=admin, at=noon, **fields)


def test_a_refused_account_leaves_nothing_behind(admin, ada, noon):
    before = Agent.objects.count()

    with pytest.raises(AddressTaken):
        create_agent(ada.email, name="Ada", by=admin, at=noon)

    assert Agent.objects.count() == before
    assert not EventRecord.objects.exists()
