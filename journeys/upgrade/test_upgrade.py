"""A database of yesterday becomes one of today, with everything in it; and an empty one does too.

`baseline.json` names the migrations of the schema to upgrade from, `released.json` those that a
release has carried: new ones are held to what a table in use can bear.
"""

import json
import logging
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.migration import Migration

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
# of `voice` and `kpi`, that no release has carried, and so are empty where these steps run.
# Of `linked_by_itself`: who made a link was never read by yesterday's code. Ready words are so few
# that their index is there at once.
HARMLESS = {
    "cases/0035_linked_by_itself",
    "cases/0039_variants_of_ready_words",
    "knowledge/0003_articles",
    "kpi/0020_count_how_cases_stood",
    "routing/0004_levers",
    "voice/0003_sounds_and_accounts",
    "voice/0004_menus_and_waits",
    "voice/0006_record_calls",
    "voice/0010_voice_messages",
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


@dataclass
class Upgrade:
    """A database that came from yesterday, and the SQL that each step of ours asked of it."""

    server: Server
    asked: dict[str, str]


@pytest.fixture(scope="module")
def upgrade(django_db_blocker: Any) -> Iterator[Upgrade]:
    """Yesterday's database with what was left in it, brought to today; all tests look at this one.

    To play every migration takes a minute or two, so it is done once.
    """
    before = dict(connection.settings_dict)
    connection.close()
    with throwaway() as server, django_db_blocker.unblock():
        connection.settings_dict |= {"HOST": str(server.socket_folder), "USER": "gensvar_owner"}
        # All at once: one by one, the whole state is worked out again for each app.
        MigrationExecutor(connection).migrate(list(BASELINE.items()))
        with psycopg.connect(server.dsn("owner")) as owner:
            owner.execute(YESTERDAY)
        with _listening() as (asked, listener):
            executor = MigrationExecutor(connection, listener)
            executor.migrate(executor.loader.graph.leaf_nodes())
        call_command("migrate", verbosity=0, interactive=False)
        yield Upgrade(server, asked)
        connection.close()
    connection.settings_dict.update(before)


@contextmanager
def _listening() -> Iterator[tuple[dict[str, str], Callable[..., None]]]:
    """Keep the SQL of each step of ours, which Django tells its log, by the step's name."""
    asked: dict[str, str] = {}
    words: list[str] = []

    def listener(action: str, migration: Migration | None = None, _fake: bool = False) -> None:
        if action == "apply_start":
            words.clear()
        elif action == "apply_success" and migration.__module__.startswith("gensvar."):
            told = ["BEGIN;", *words, "COMMIT;"] if migration.atomic else words
            asked[f"{migration.app_label}/{migration.name}"] = "\n".join(told)

    log = logging.getLogger("django.db.backends.schema")
    keeper = logging.Handler()
    keeper.emit = lambda told: words.append(connection.ops.compose_sql(told.sql, told.params) + ";")
    level = log.level
    log.setLevel(logging.DEBUG)
    log.propagate = False
    log.addHandler(keeper)
    try:
        yield asked, listener
    finally:
        log.removeHandler(keeper)
        log.setLevel(level)
        log.propagate = True


def test_nothing_is_left_to_do(upgrade: Upgrade) -> None:
    call_command("migrate", check_unapplied=True, verbosity=0)
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)


def test_yesterdays_database_has_the_shape_that_an_empty_one_is_given(upgrade: Upgrade) -> None:
    drawn = drawn_shape.draw(upgrade.server, "--schema-only")

    upgraded = drawn_shape.draw_again(drawn, "--schema-only")
    assert upgraded == drawn_shape.draw_again(drawn_shape.kept(), "--schema-only")


def test_yesterdays_rows_are_all_there_today_and_found_by_their_words(upgrade: Upgrade) -> None:
    from gensvar.foundation.events.actions import seal_records, verify_chain
    from gensvar.operations.cases.models import Case
    from gensvar.operations.contacts.models import Contact

    case = Case.objects.select_related("customer").get(number="26-000001")
    assert case.customer is not None
    assert (case.customer.name, case.title) == ("Eva Ek", "Gropar")
    assert Contact.objects.get(cases=case).messages.get().text == "Tre djupa gropar"
    with psycopg.connect(upgrade.server.dsn("owner")) as owner:
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
    upgrade: Upgrade, tmp_path: Path
) -> None:
    """Squawk reads the SQL of each migration that no release has yet carried."""
    paths = []
    for name, words in upgrade.asked.items():
        if name not in RELEASED | HARMLESS:
            path = tmp_path / f"{name.replace('/', '_')}.sql"
            path.write_text(words)
            paths.append(path)

    told = linted(*paths) if paths else None

    assert told is None or told.returncode == 0, told.stdout


def test_a_migration_that_locks_a_busy_table_would_be_found(tmp_path: Path) -> None:
    careless = tmp_path / "careless.sql"
    careless.write_text("CREATE INDEX slow ON cases_case (title);")

    assert "require-concurrent-index-creation" in linted(careless).stdout
