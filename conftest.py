"""One throw-away PostgreSQL per test run, one cast, one noon."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import hypothesis
import pytest
from django.test import Client as DjangoBrowser

# A slow machine is no fault of the code: properties have no deadline.
hypothesis.settings.register_profile("gensvar", deadline=None)
hypothesis.settings.load_profile("gensvar")
# Monday 4 May 2026, 12:00 in Exempelby.
NOON = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any) -> Iterator[None]:
    """Migrate the throw-away database as its owner, then test in it as its superuser."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.backends.postgresql.operations import DatabaseOperations

    from gensvar.config.database import PREPARED
    from gensvar.config.drawn_shape import lay
    from gensvar.config.postgres import throwaway

    flush = DatabaseOperations.execute_sql_flush

    def flush_even_the_record(self: DatabaseOperations, statements: list[str]) -> None:
        jobs = "TRUNCATE procrastinate_jobs CASCADE"
        flush(self, ["SET session_replication_role = replica", *statements, jobs])

    with throwaway() as server:
        # Only so long: a test that asks for no database must not be able to leave rows to the next.
        with django_db_blocker.unblock():
            connection.settings_dict |= {"HOST": str(server.socket_folder), "USER": "gensvar_owner"}
            with connection.cursor() as cursor:
                is_shaped = lay(cursor)
            if not is_shaped:
                call_command("migrate", verbosity=0)
            connection.close()
            connection.settings_dict["USER"] = "postgres"
            connection.settings_dict["OPTIONS"] |= PREPARED
        DatabaseOperations.execute_sql_flush = flush_even_the_record  # type: ignore[method-assign]
        yield
        connection.close()


@pytest.fixture(autouse=True)
def _spoken_in_swedish() -> Iterator[None]:
    """Let no page that a test before asked for decide the language."""
    from django.utils.translation import override

    with override("sv"):
        yield


class Browser(DjangoBrowser):
    """Ask for pages as the web process does: bound by row-level security."""

    def request(self, **environment: Any) -> Any:
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("SET ROLE gensvar_web")
        try:
            return super().request(**environment)
        finally:
            if not connection.needs_rollback:
                with connection.cursor() as cursor:
                    cursor.execute("RESET ROLE")


@pytest.fixture
def noon() -> datetime:
    return NOON


@pytest.fixture
def browser() -> Browser:
    """A browser in which nobody has signed in."""
    return Browser()


@pytest.fixture
def exempelby(db: None) -> Any:
    from gensvar.foundation.agreements.models import Client

    return Client.objects.create(
        code="exempelby", name="Kommunledningen", public_name="Exempelby kommun", created_at=NOON
    )


@pytest.fixture
def energi(db: None) -> Any:
    from gensvar.foundation.agreements.models import Client

    return Client.objects.create(
        code="energi",
        name="Energi AB",
        public_name="Energi AB",
        kind=Client.Kind.EXTERNAL,
        created_at=NOON,
    )


def _agent(name: str, email: str, role: str, client: Any, manager: Any = None) -> Any:
    from gensvar.foundation.people.models import Agent, RoleGrant

    agent = Agent.objects.create_user(email, name=name, manager=manager, created_at=NOON)
    RoleGrant.objects.create(agent=agent, role=role, client=client, since=NOON.replace(year=2025))
    return agent


@pytest.fixture
def cia(exempelby: Any) -> Any:
    """The team lead."""
    return _agent("Cia Berg", "cia@exempelby.example", "team-lead", exempelby)


@pytest.fixture
def ada(exempelby: Any, cia: Any) -> Any:
    """An agent who speaks Swedish, English and Arabic."""
    return _agent("Ada Lind", "ada@exempelby.example", "agent", exempelby, cia)


@pytest.fixture
def bo(exempelby: Any, cia: Any) -> Any:
    """An agent who speaks Swedish."""
    return _agent("Bo Alm", "bo@exempelby.example", "agent", exempelby, cia)


@pytest.fixture
def mats(exempelby: Any) -> Any:
    """The manager of TEK-GATA."""
    return _agent("Mats Åkesson", "mats@exempelby.example", "department-manager", exempelby)


@pytest.fixture
def hanna(exempelby: Any, tek_gata: Any, mats: Any) -> Any:
    """The handler in TEK-GATA."""
    from gensvar.foundation.people.models import Membership

    agent = _agent("Hanna Ström", "hanna@exempelby.example", "group-member", exempelby, mats)
    Membership.objects.create(group=tek_gata, agent=agent, since=NOON.replace(year=2025))
    return agent


@pytest.fixture
def admin(exempelby: Any) -> Any:
    """The administrator, who runs the system and reads no content."""
    return _agent("Alva Norén", "alva@exempelby.example", "administrator", None)


@pytest.fixture
def tek_gata(exempelby: Any, mats: Any) -> Any:
    from gensvar.foundation.people.models import Group

    return Group.objects.create(
        client=exempelby,
        code="TEK-GATA",
        name="Gata och park",
        email="tek-gata@exempelby.example",
        manager=mats,
    )


@pytest.fixture
def kundtjanst(exempelby: Any, ada: Any, bo: Any) -> Any:
    """The front desk's own group."""
    from gensvar.foundation.people.models import Group, Membership

    group = Group.objects.create(
        client=exempelby, code="KUNDTJANST", name="Kundtjänst", is_front=True
    )
    for agent in (ada, bo):
        Membership.objects.create(group=group, agent=agent, since=NOON.replace(year=2025))
    return group


@pytest.fixture
def gator(exempelby: Any, tek_gata: Any) -> Any:
    """The subject Gator, v in the area Underhåll, answered by TEK-GATA."""
    from gensvar.operations.knowledge.models import ServiceArea, Subject

    area = ServiceArea.objects.create(
        client=exempelby, department="Tekniska kontoret", name="Underhåll"
    )
    return Subject.objects.create(client=exempelby, area=area, name="Gator, v", group=tek_gata)


@pytest.fixture
def eva(exempelby: Any) -> Any:
    """The customer K-1001, Eva Ek."""
    from django.db import connection

    from gensvar.operations.customers.models import Address, Customer, Person

    with connection.cursor() as cursor:  # the next customer is K-1004
        cursor.execute("SELECT setval('customers_number', 1003)")
    customer = Customer.objects.create(
        person=Person.objects.create(created_at=NOON),
        client=exempelby,
        number="K-1001",
        name="Eva Ek",
        created_at=NOON,
    )
    for kind, value in (("mail", "eva.ek@example.com"), ("phone", "+46701111111")):
        Address.objects.create(
            customer=customer, client=exempelby, kind=kind, value=value, since=NOON
        )
    return customer
