"""A database of yesterday becomes one of today, with everything in it; and an empty one does too.

`baseline.json` names the migrations of the schema to upgrade from, `released.json` those that a
release has carried: new ones are held to what a table in use can bear.
"""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from gensvar.config import drawn_shape
from gensvar.config.postgres import Server, throwaway

BASELINE: dict[str, str] = json.loads(Path(__file__).with_name("baseline.json").read_text())
RELEASED = set(json.loads(Path(__file__).with_name("released.json").read_text()))
# Rules that do not hold for us: Django names sizes on purpose; `gensvar migrate` sets timeouts.
ACCEPTED = (
    "prefer-robust-stmts",
    "prefer-bigint-over-int",
    "prefer-bigint-over-smallint",
    "prefer-identity",
    "prefer-text-field",
    "require-timeout-settings",
)
# What Squawk cannot see is harmless: the constraint is on tables that the same step has made, or,
# of `voice`, that no release has carried, and so are empty where these steps run.
# Of `linked_by_itself`: who made a link was never read by yesterday's code. Ready words are so few
# that their index is there at once.
HARMLESS = {
    "cases/0035_linked_by_itself",
    "cases/0039_variants_of_ready_words",
    "knowledge/0003_articles",
    "routing/0004_levers",
    "voice/0003_sounds_and_accounts",
    "voice/0004_menus_and_waits",
    "voice/0006_record_calls",
    "workorders/0001_initial",
}
# As somebody left it yesterday: a client, a case with a customer, a contact, and what happened.
YESTERDAY = """
INSERT INTO agreements_client (id, code, name, kind, public_name, phone, language, created_at)
    VALUES (1, 'exempelby', 'Kommunledningen', 'internal', 'Exempelby kommun', '', 'sv', now());
INSERT INTO people_agent (id, password, email, name, title, phone, language, spoken_languages,
    is_service, is_active, created_at)
    VALUES (1, '!', 'ada@exempelby.example', 'Ada Lind', '', '', 'sv', '[]', false, true, now());
INSERT INTO people_rolegrant (agent_id, role, client_id, since) VALUES (1, 'agent', 1, now());
INSERT INTO customers_person (id, created_at) VALUES (1, now());
INSERT INTO customers_customer (id, person_id, client_id, number, name, kind, language, created_at)
    VALUES (1, 1, 1, 'K-1001', 'Eva Ek', 'person', 'sv', now());
INSERT INTO contacts_contact (id, client_id, channel, direction, customer_id, language, started_at,
    summary) VALUES (1, 1, 'mail', 'in', 1, 'sv', now(), '');
INSERT INTO contacts_message (id, contact_id, client_id, direction, at, sender_name,
    sender_address, recipients, copies, subject, text, quoted, signature, html, automatic, problems,
    message_id) VALUES (1, 1, 1, 'in', now(), 'Eva Ek', 'eva.ek@example.com', '[]', '[]', 'Gropar',
    'Tre djupa gropar', '', '', '', '', '[]', '');
INSERT INTO cases_case (id, client_id, number, title, customer_id, need_type, channel, language,
    opened_at, state, state_since, code_version)
    VALUES (1, 1, '26-000001', 'Gropar', 1, '', 'mail', 'sv', now(), 'waiting-for-us', now(), 1);
INSERT INTO cases_casecontact (case_id, contact_id, client_id) VALUES (1, 1, 1);
INSERT INTO events_eventrecord (id, name, at, client_id, case_id, payload)
    VALUES (1, 'cases.case-opened', now(), 1, 1, '{"case_id": 1}');
INSERT INTO events_unsealed (record_id) VALUES (1);
"""


@pytest.fixture(scope="module")
def today(django_db_blocker: Any) -> Iterator[Server]:
    """A database that was migrated from nothing."""
    with _empty(django_db_blocker) as server:
        migrate()
        yield server


@pytest.fixture
def yesterday(django_db_blocker: Any) -> Iterator[Server]:
    """A database with what was left in it yesterday."""
    with _empty(django_db_blocker) as server:
        # All at once: one by one, the whole state is worked out again for each app.
        MigrationExecutor(connection).migrate(list(BASELINE.items()))
        with psycopg.connect(server.dsn("owner")) as owner:
            owner.execute(YESTERDAY)
        yield server


@contextmanager
def _empty(django_db_blocker: Any) -> Iterator[Server]:
    before = dict(connection.settings_dict)
    connection.close()
    with throwaway() as server, django_db_blocker.unblock():
        connection.settings_dict |= {"HOST": str(server.socket_folder), "USER": "gensvar_owner"}
        yield server
        connection.close()
    connection.settings_dict.update(before)


def migrate() -> None:
    call_command("migrate", verbosity=0, interactive=False)


def test_an_empty_database_gets_todays_schema_and_nothing_is_left_to_do(today: Server) -> None:
    call_command("migrate", check_unapplied=True, verbosity=0)
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)
    connection.close()
    # What an empty database is given in one go is what the migrations give it one by one.
    assert drawn_shape.draw_again(drawn_shape.draw(today)) == drawn_shape.kept()


def test_yesterdays_rows_are_all_there_today_and_found_by_their_words(yesterday: Server) -> None:
    migrate()

    from gensvar.foundation.events.actions import seal_records, verify_chain
    from gensvar.operations.cases.models import Case
    from gensvar.operations.contacts.models import Contact

    case = Case.objects.select_related("customer").get(number="26-000001")
    assert case.customer is not None
    assert (case.customer.name, case.title) == ("Eva Ek", "Gropar")
    assert Contact.objects.get(cases=case).messages.get().text == "Tre djupa gropar"
    with psycopg.connect(yesterday.dsn("owner")) as owner:
        assert owner.execute("SELECT case_id FROM search_casewords").fetchall() == [(1,)]
    seal_records(at=case.opened_at)
    assert str(verify_chain()) == "1 events, 0 breaks"


def linted(*paths: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [".venv/bin/squawk", "--exclude", ",".join(ACCEPTED), *map(str, paths)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_migration_since_the_release_locks_no_busy_table_for_long(
    today: Server, tmp_path: Path
) -> None:
    """Squawk reads the SQL of each migration that no release has yet carried."""
    paths = []
    for name, words in _sql_since_the_release():
        path = tmp_path / f"{name.replace('/', '_')}.sql"
        path.write_text(words)
        paths.append(path)

    told = linted(*paths) if paths else None

    assert told is None or told.returncode == 0, told.stdout


def test_a_migration_that_locks_a_busy_table_would_be_found(tmp_path: Path) -> None:
    careless = tmp_path / "careless.sql"
    careless.write_text("CREATE INDEX slow ON cases_case (title);")

    assert "require-concurrent-index-creation" in linted(careless).stdout


def _sql_since_the_release() -> Iterator[tuple[str, str]]:
    """Yield name and SQL of each new migration of ours, in the order in which they are carried."""
    loader = MigrationLoader(connection, replace_migrations=False)
    state = loader.project_state(())
    plan = MigrationExecutor(connection).migration_plan(loader.graph.leaf_nodes(), clean_start=True)
    for migration, _backwards in plan:
        with connection.schema_editor(collect_sql=True, atomic=migration.atomic) as editor:
            state = migration.apply(state, editor, collect_sql=True)
        name = f"{migration.app_label}/{migration.name}"
        if migration.__module__.startswith("gensvar.") and name not in RELEASED | HARMLESS:
            words = editor.collected_sql
            yield name, "\n".join(["BEGIN;", *words, "COMMIT;"] if migration.atomic else words)
