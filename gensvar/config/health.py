"""What machines ask: does it live, may it have traffic, what are its figures.

No personal data here: numbers of all clients together, counted by functions that show no row.
"""

import hmac
import shutil
from collections.abc import Iterator

from django.conf import settings
from django.db import Error, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric

from gensvar.config.measuring import gathered
from gensvar.foundation.people.access import public
from gensvar.oversight.kpi.queries.live import live_figures

JOBS = "SELECT queue_name, status::text, count(*) FROM procrastinate_jobs GROUP BY 1, 2"
OLDEST_JOB = """SELECT coalesce(extract(epoch FROM now() - min(at)), 0)::float FROM (
    SELECT max(e.at) AS at FROM procrastinate_jobs j JOIN procrastinate_events e ON e.job_id = j.id
    WHERE j.status = 'todo' AND (j.scheduled_at IS NULL OR j.scheduled_at <= now())
      AND e.type IN ('deferred', 'deferred_for_retry', 'scheduled') GROUP BY j.id) waiting"""
BY_STATE = {
    "gensvar_cases": ("Cases by state", "SELECT state, count FROM cases_by_state()"),
    "gensvar_mails": ("Mails received, by state", "SELECT state, count FROM mails_by_state()"),
    "gensvar_outgoing": (
        "Messages on their way out, by state",
        "SELECT state, count FROM outgoing_by_state()",
    ),
    "gensvar_routing": (
        "Contacts that wait, offers and work in hand, what the dispatcher has yet to look at, and "
        "how often it has built its memory anew",
        "SELECT state, count FROM routing_by_state()",
    ),
}
DISPATCH_SILENT = "SELECT coalesce(routing_silent_seconds(), -1)"
READ_AGE = """SELECT coalesce(extract(epoch FROM now() - max(at)), -1)::float FROM kpi_reading"""
UNSEALED = "SELECT count(*) FROM events_unsealed"
DATABASE_BYTES = "SELECT pg_database_size(current_database())"
CONNECTIONS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"


@public
@require_safe
@never_cache
@transaction.non_atomic_requests
def healthz(_request: HttpRequest) -> HttpResponse:
    """Answer 200 while a page can be served, which takes the database."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return HttpResponse("no database\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


@public
@require_safe
@never_cache
@transaction.non_atomic_requests
def readyz(_request: HttpRequest) -> HttpResponse:
    """Answer 200 when traffic may come: the database is there and has this version's shape."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Error:
        return HttpResponse("no database\n", status=503, content_type="text/plain")
    if waiting:
        return HttpResponse("migrations wait\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


@public
@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """Give Prometheus its figures: with the token, or from this machine when there is none."""
    if not _may_measure(request):
        raise Http404
    now = CollectorRegistry()
    now.register(Figures())
    figures = generate_latest(now) + generate_latest(gathered())
    return HttpResponse(figures, content_type=CONTENT_TYPE_LATEST)


class Figures:
    """What is read from the database at the moment of asking."""

    def collect(self) -> Iterator[Metric]:
        jobs = GaugeMetricFamily(
            "gensvar_jobs", "Jobs by queue and status", labels=["queue", "status"]
        )
        for queue, status, count in _rows(JOBS):
            jobs.add_metric([str(queue), str(status)], float(str(count)))
        yield jobs
        yield _gauge(
            "gensvar_jobs_oldest_seconds", "How long the oldest job that is due waits", OLDEST_JOB
        )
        for name, (words, query) in BY_STATE.items():
            family = GaugeMetricFamily(name, words, labels=["state"])
            for state, count in _rows(query):
                family.add_metric([str(state)], float(str(count)))
            yield family
        yield _gauge(
            "gensvar_dispatch_silent_seconds",
            "How long no dispatcher has been heard of; -1 where none ever was",
            DISPATCH_SILENT,
        )
        yield from _measures()
        yield _gauge(
            "gensvar_kpi_read_age_seconds",
            "How long ago the record was last read for measures; -1 where it never was",
            READ_AGE,
        )
        yield _gauge("gensvar_events_unsealed", "Events that wait for their seal", UNSEALED)
        yield _gauge("gensvar_database_bytes", "Size of the database", DATABASE_BYTES)
        yield _gauge("gensvar_database_connections", "Connections to it", CONNECTIONS)
        free = shutil.disk_usage(settings.VAR).free
        yield GaugeMetricFamily("gensvar_disk_free_bytes", "Free space for data", value=free)


def _measures() -> Iterator[Metric]:
    """Tell the measures of calls and chats today so far, of all clients together."""
    values = GaugeMetricFamily(
        "gensvar_kpi", "Measures of calls and chats today so far", labels=["code", "key"]
    )
    wholes = GaugeMetricFamily(
        "gensvar_kpi_of", "Of how many, or how much, each of them is", labels=["code", "key"]
    )
    for one in live_figures(localdate()):
        values.add_metric([one.code, one.key], one.value)
        if one.of is not None:
            wholes.add_metric([one.code, one.key], one.of)
    yield from (values, wholes)


def _gauge(name: str, words: str, query: str) -> GaugeMetricFamily:
    (row,) = _rows(query)
    return GaugeMetricFamily(name, words, value=float(str(row[0])))


def _rows(query: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())


def _may_measure(request: HttpRequest) -> bool:
    if settings.METRICS_TOKEN:
        shown = request.headers.get("Authorization", "").removeprefix("Bearer ")
        return hmac.compare_digest(shown.encode(), settings.METRICS_TOKEN.encode())
    is_forwarded = "X-Forwarded-For" in request.headers or "Forwarded" in request.headers
    return request.META.get("REMOTE_ADDR") in {"127.0.0.1", "::1"} and not is_forwarded


urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("metrics", metrics, name="metrics"),
]
