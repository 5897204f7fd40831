"""Which PostgreSQL this process talks to, and as whom.

Three roles: the owner migrates, the web role is bound by row-level security, the work role sees
all and says why. With your own server (DATABASE_URL) the role is taken at connection time, so
that RESET ROLE leads nowhere else.
"""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from psycopg import adapters
from psycopg.adapt import PyFormat
from psycopg.types.numeric import Int4, Int4Dumper, IntDumper

from gensvar.config.environment import BadSetting, env_int, env_str, var_folder

# A query asked three times is planned once per connection: under row-level security, planning is
# most of what a small query costs. Parameters go by themselves, never inside the text.
PREPARED = {"server_side_binding": True, "prepare_threshold": 3}
_SMALL = range(-(2**31), 2**31)
ROLES = {"owner": "gensvar_owner", "web": "gensvar_web", "work": "gensvar_work"}


class SteadyIntDumper(IntDumper):
    """Send small whole numbers as one type: a statement is planned anew for each that it meets."""

    _four_bytes = Int4Dumper(Int4)

    def upgrade(self, obj: int, format: PyFormat) -> Any:
        return self._four_bytes if obj in _SMALL else super().upgrade(obj, format)


adapters.register_dumper(int, SteadyIntDumper)


def role() -> str:
    """Return the database role of this process, chosen by the command that started it."""
    name = env_str("GENSVAR_DB_ROLE", "owner")
    if name not in ROLES:
        raise BadSetting(f"GENSVAR_DB_ROLE must be one of {', '.join(ROLES)}, not “{name}”.")
    return ROLES[name]


def databases() -> dict[str, dict[str, Any]]:
    settings = _own_server(env_str("DATABASE_URL")) if env_str("DATABASE_URL") else _embedded()
    pool_size = env_int("GENSVAR_DB_POOL", 10, least=1, most=500)
    settings |= {
        "ENGINE": "django.db.backends.postgresql",
        "ATOMIC_REQUESTS": True,
        "CONN_MAX_AGE": 0,
    }
    if role() != ROLES["owner"]:
        settings["OPTIONS"] |= PREPARED
    if role() == ROLES["web"]:
        settings["OPTIONS"]["pool"] = {"min_size": 1, "max_size": pool_size, "timeout": 10}
    return {"default": settings}


def _embedded() -> dict[str, Any]:
    from gensvar.config.postgres import socket_folder

    return {
        "NAME": "gensvar",
        "USER": role(),
        "HOST": str(socket_folder(var_folder())),
        "OPTIONS": {"application_name": f"gensvar {role()}"},
    }


def _own_server(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise BadSetting("DATABASE_URL must look like postgresql://user:password@host/database.")
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    host = options.pop("host", "") or unquote(parts.hostname or "")
    options["options"] = f"{options.get('options', '')} -c role={role()}".strip()
    return {
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
    }
