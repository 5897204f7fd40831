"""How long answers take, counted by every worker and added up when somebody asks.

Workers count in files of a folder of their own, each its process's, which Prometheus's library maps
into memory: a request costs microseconds and no query. The folder lives as long as the server.
Labels are the name of the route and the class of the answer: no address, nobody's name.
"""

import os
import time
from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from prometheus_client import CollectorRegistry, Histogram
from prometheus_client.multiprocess import MultiProcessCollector

# The folder's name; the library looks for it when it is first imported, as `serving` sees to.
FOLDER = "PROMETHEUS_MULTIPROC_DIR"
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
REQUESTS = Histogram(
    "gensvar_request_seconds",
    "Time that answers took, by route and class of answer",
    labelnames=["route", "status"],
    buckets=SECONDS,
)


class Measured:
    """Stands outermost, so that what the others do counts too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        began = time.perf_counter()
        response = self.get_response(request)
        taken = time.perf_counter() - began
        REQUESTS.labels(_route(request), f"{response.status_code // 100}xx").observe(taken)
        return response


def _route(request: HttpRequest) -> str:
    """Return the name of the route; what leads nowhere, and what lies ready as a file, has none."""
    match = request.resolver_match
    return (match.view_name if match else "") or "none"


def gathered() -> CollectorRegistry:
    """Return what has been counted so far, by all workers where there are several."""
    registry = CollectorRegistry()
    if os.environ.get(FOLDER):
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry.register(REQUESTS)
    return registry
