from gensvar.foundation.people.access import identity_of
from gensvar.foundation.people.actions import create_agent, give_role
from gensvar.foundation.people.rules import Role


def test_a_new_account_has_the_roles_it_is_given(admin, exempelby, noon):
    agent = create_agent("Nils@Exempelby.example", name="Nils  Holm", by=admin, at=noon)

    give_role(agent, role=Role.AGENT, client=exempelby, by=admin, at=noon)

    assert agent.email == "nils@exempelby.example"
    assert agent.name == "Nils Holm"
    assert not agent.has_usable_password()
    assert identity_of(agent, at=noon).may("cases.answer", client_id=exempelby.pk)
