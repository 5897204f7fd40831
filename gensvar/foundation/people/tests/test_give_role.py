from datetime import timedelta

import pytest

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.access import identity_of
from gensvar.foundation.people.actions import (
    AlreadyHasRole,
    EndMissing,
    EndsBeforeItBegins,
    LastAdministrator,
    OwnRole,
    RoleAlreadyTaken,
    ServiceRoleOnly,
    give_role,
    take_role,
)
from gensvar.foundation.people.models import RoleGrant
from gensvar.foundation.people.rules import Role


def test_a_role_given_says_who_gave_it_and_when(admin, ada, energi, noon):
    grant = give_role(ada, role=Role.QUALITY, client=energi, by=admin, at=noon)

    assert (grant.given_by, grant.since, grant.until) == (admin, noon, None)
    given = EventRecord.objects.get()
    assert given.name == "people.role-given"
    assert (given.agent_id, given.client_id) == (admin.pk, energi.pk)
    assert given.payload["whom_id"] == ada.pk


def test_an_auditor_comes_for_a_time_only(admin, ada, exempelby, noon):
    with pytest.raises(EndMissing) as refused:
        give_role(ada, role=Role.AUDITOR, client=exempelby, by=admin, at=noon)
    end = noon + timedelta(days=5)
    give_role(ada, role=Role.AUDITOR, client=exempelby, by=admin, at=noon, until=end)

    assert "Revisor" in refused.value.words()
    assert identity_of(ada, at=noon).may("events.read")
    assert not identity_of(ada, at=end).may("events.read")


def test_a_role_does_not_end_before_it_begins(admin, ada, exempelby, noon):
    with pytest.raises(EndsBeforeItBegins):
        give_role(ada, role=Role.AUDITOR, client=exempelby, by=admin, at=noon, until=noon)


def test_nobody_gives_themselves_a_role(admin, exempelby, noon):
    with pytest.raises(OwnRole):
        give_role(admin, role=Role.AGENT, client=exempelby, by=admin, at=noon)


def test_the_same_role_is_not_given_twice_for_the_same_time(admin, ada, exempelby, energi, noon):
    with pytest.raises(AlreadyHasRole):
        give_role(ada, role=Role.AGENT, client=exempelby, by=admin, at=noon)

    assert give_role(ada, role=Role.AGENT, client=energi, by=admin, at=noon).pk


def test_a_role_may_be_given_anew_after_it_has_ended(admin, ada, exempelby, noon):
    take_role(RoleGrant.objects.get(agent=ada), by=admin, at=noon)

    assert give_role(ada, role=Role.AGENT, client=exempelby, by=admin, at=noon).pk


def test_people_and_services_do_not_swap_roles(admin, ada, exempelby, noon):
    with pytest.raises(ServiceRoleOnly):
        give_role(ada, role=Role.SERVICE, client=exempelby, by=admin, at=noon)


def test_a_role_taken_closes_at_once_and_stays_on_record(admin, ada, noon):
    grant = RoleGrant.objects.get(agent=ada)

    take_role(grant, by=admin, at=noon)

    assert not identity_of(ada, at=noon).grants
    assert RoleGrant.objects.get(agent=ada).until == noon
    assert EventRecord.objects.get().name == "people.role-taken"
    with pytest.raises(RoleAlreadyTaken):
        take_role(grant, by=admin, at=noon)


def test_the_last_administrator_keeps_the_role(admin, ada, noon):
    grant = RoleGrant.objects.get(agent=admin)
    with pytest.raises(LastAdministrator):
        take_role(grant, by=ada, at=noon)

    give_role(ada, role=Role.ADMINISTRATOR, client=None, by=admin, at=noon)
    take_role(grant, by=ada, at=noon)

    assert not identity_of(admin, at=noon).grants


def test_an_administrator_for_one_client_or_a_time_does_not_count_as_another(
    admin, ada, bo, exempelby, noon
):
    end = noon + timedelta(days=1)
    give_role(ada, role=Role.ADMINISTRATOR, client=exempelby, by=admin, at=noon)
    give_role(bo, role=Role.ADMINISTRATOR, client=None, by=admin, at=noon, until=end)

    with pytest.raises(LastAdministrator):
        take_role(RoleGrant.objects.get(agent=admin), by=ada, at=noon)
