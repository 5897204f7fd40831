"""Logs are events with ids; personal data never enters them."""

import logging
import re
import sys
import traceback
from typing import Any

import psycopg
import structlog

# What the database adds to a refusal repeats the row: addresses, names, words.
ROW = re.compile(r"^DETAIL:.*$", re.MULTILINE)


def told(exc_info: Any) -> str:
    """Return where something broke and how, without the row that it broke on."""
    if words := _database_away(exc_info[1]):
        return f"The database cannot be reached: {words}"
    return ROW.sub("DETAIL: left out", "".join(traceback.format_exception(*exc_info))).rstrip()


def _database_away(error: BaseException | None) -> str:
    """Return what is said where a connection was lost or refused: no place in the code helps."""
    while error is not None:
        if isinstance(error, psycopg.OperationalError) and error.sqlstate in {None, "57P01"}:
            return str(error).partition("\n")[0]
        error = error.__cause__ or error.__context__
    return ""


def configure(_settings: dict[str, Any]) -> None:
    """Send every log line of this process through one structured formatter."""
    from django.conf import settings

    renderer: Any = (
        structlog.processors.JSONRenderer()
        if settings.LOG_FORMAT == "json"
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    )
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.ExceptionRenderer(told),
                renderer,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.LOG_LEVEL)
    # Django's own would send faults to nobody by mail, and keep them from us.
    logging.getLogger("django").handlers = []
    for chatty in ("procrastinate", "httpx", "httpcore", "mail.log"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
