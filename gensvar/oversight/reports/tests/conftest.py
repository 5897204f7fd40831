import pytest

from gensvar.foundation.people.models import Agent, Group, RoleGrant
from gensvar.operations.cases.tests.test_deadlines import handed, local, office
from gensvar.operations.knowledge.models import ServiceArea, Subject

__all__ = ["office"]


@pytest.fixture
def technical(office, tek_gata):
    """The office as it is in the specification, with TEK-GATA in Tekniska kontoret."""
    tek_gata.department = "Tekniska kontoret"
    tek_gata.save()
    return office


@pytest.fixture
def karin(exempelby, noon):
    """The manager of the contact centre."""
    agent = Agent.objects.create_user("karin@exempelby.example", name="Karin Wall", created_at=noon)
    RoleGrant.objects.create(
        agent=agent, role="manager", client=exempelby, since=noon.replace(year=2025)
    )
    return agent


@pytest.fixture
def stig(exempelby, noon):
    """The manager of SOC-FORS, in another department."""
    agent = Agent.objects.create_user("stig@exempelby.example", name="Stig Ahl", created_at=noon)
    RoleGrant.objects.create(
        agent=agent, role="department-manager", client=exempelby, since=noon.replace(year=2025)
    )
    group = Group.objects.create(
        client=exempelby,
        code="SOC-FORS",
        name="Försörjningsstöd",
        department="Socialkontoret",
        manager=agent,
    )
    area = ServiceArea.objects.create(client=exempelby, department="Socialkontoret", name="Stöd")
    Subject.objects.create(client=exempelby, area=area, name="Försörjningsstöd", group=group)
    return agent


@pytest.fixture
def late(technical, tek_gata, ada, gator, hanna):
    """Two late, one of them Hanna's and the oldest; and one within its time. It is 7 April."""
    oldest = handed(technical, tek_gata, ada, gator, at="2026-03-09T10:00")
    oldest.agent = hanna
    oldest.save()
    second = handed(technical, tek_gata, ada, gator, at="2026-03-30T10:00")
    fresh = handed(technical, tek_gata, ada, gator, at="2026-04-02T10:00")
    return oldest, second, fresh


TUESDAY = local("2026-04-07T07:00")
