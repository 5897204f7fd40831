"""What `gensvar check` looks at. Each check is one question and returns the trouble, or nothing."""

import json
import os
import stat
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.core import checks as django_checks
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.timezone import now

from gensvar.config.backups.manifest import file_key_marks
from gensvar.config.environment import env_bool
from gensvar.config.refusals import CannotRun

Check = Callable[[], str]
BACKUP_DAYS = 2


def checks() -> list[Check]:
    return [
        _settings,
        _migrations,
        _web_role,
        _keys,
        _dead_jobs,
        _sealing,
        _addresses,
        _backup,
        _drill,
    ]


def _settings() -> str:
    """the settings fit together"""
    found = [str(message.msg) for message in django_checks.run_checks() if message.level >= 30]
    return "; ".join(found)


def _migrations() -> str:
    """the database has the shape that this version needs"""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return f"{len(plan)} migrations wait: run gensvar migrate" if plan else ""


def _web_role() -> str:
    """the web role is bound by row-level security"""
    row = _one(
        "SELECT bool_or(rolsuper OR rolbypassrls) FROM pg_roles WHERE rolname = 'gensvar_web'"
    )
    return "gensvar_web bypasses it: run deploy/roles.sql again" if row is not False else ""


def _keys() -> str:
    """the keys are there, and for us alone"""
    folder = settings.KEYS_FOLDER
    open_ones = [
        path.name
        for path in folder.glob("*")
        if stat.S_IMODE(path.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO)
    ]
    if open_ones:
        return f"others may read {', '.join(sorted(open_ones))} in {folder}: chmod 600"
    try:
        connection.ensure_connection()
        file_key_marks(connection.connection, folder)
    except CannotRun as missing:
        return str(missing.code)
    return ""


def _dead_jobs() -> str:
    """no job has given up"""
    dead = _one("SELECT count(*) FROM procrastinate_jobs WHERE status = 'failed'")
    return f"{dead} jobs have failed for good: see Setup, Jobs" if dead else ""


def _sealing() -> str:
    """the record is sealed as it grows"""
    late = _one("""
        SELECT count(*) FROM events_unsealed u JOIN events_eventrecord r ON r.id = u.record_id
        WHERE r.at < now() - interval '10 minutes'
    """)
    return f"{late} events have waited over ten minutes: does gensvar work run?" if late else ""


def _addresses() -> str:
    """browsers reach us safely"""
    is_local = settings.BASE_URL.startswith(("http://localhost", "https://"))
    return "" if is_local else f"GENSVAR_URL is {settings.BASE_URL}: use https outside this machine"


def _backup() -> str:
    """a backup was made lately"""
    if settings.DEMO or env_bool("GENSVAR_BACKUP_ELSEWHERE", default=False):
        return ""
    made = [path.stat().st_mtime for path in (settings.VAR / "backups").glob("*.backup")]
    if made and max(made) > (now() - timedelta(days=BACKUP_DAYS)).timestamp():
        return ""
    when = f"in {BACKUP_DAYS} days" if made else "yet"
    return f"none {when} in {os.fspath(settings.VAR / 'backups')}: run gensvar backup"


def _drill() -> str:
    """a backup was restored for a try lately"""
    if settings.DEMO:
        return ""
    row = _one(
        "SELECT json_build_array(at > now() - interval '35 days', faults)::text"
        " FROM events_restoredrill ORDER BY at DESC LIMIT 1"
    )
    is_fresh, faults = json.loads(str(row)) if row else (False, [])
    if faults:
        return f"the newest try failed: {faults[0]}"
    return "" if is_fresh else "not for a month: run gensvar drill"


def _one(query: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(query)
        row = cursor.fetchone()
    return row[0] if row else None
