"""The API with 225,000 cases: creates on one connection, lists, one case, and a whole export."""

import json
import time
from collections.abc import Callable, Iterable, Iterator
from http.client import HTTPConnection
from statistics import median, quantiles

from benchmarks.house import fresh_folder, living_house

Figure = tuple[str, float, str, str]
BASE = "/healthz on the same connection"


class Program:
    """One connection that is kept open, as a program that talks much does."""

    def __init__(self, port: int, token: str) -> None:
        self.connection = HTTPConnection("127.0.0.1", port)
        self.headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def get(self, path: str) -> bytes:
        return self._ask("GET", path, None)

    def post(self, path: str, body: object) -> bytes:
        return self._ask("POST", path, json.dumps(body).encode())

    def _ask(self, method: str, path: str, body: bytes | None) -> bytes:
        self.connection.request(method, path, body, self.headers)
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {content[:300]!r}")
        return content


def run() -> Iterable[Figure]:
    with fresh_folder() as var, living_house(var) as house:
        token = house.command("token", "create", "benchmark", "--scope", "all").split()[-1]
        program = Program(house.port, token)
        count = json.loads(program.get("/api/v1/cases?limit=1"))["count"]
        yield "cases", count, "rows", "as the API counts them"
        yield from _timed("first answer", lambda _n: program.get("/healthz"), 300, BASE)
        yield from _timed("case made by API", _create(program), 1000, "target 250/s")
        for name, path in (
            ("list of 50", "/api/v1/cases"),
            ("list of open", "/api/v1/cases?is_open=true"),
            ("list by subject", "/api/v1/cases?subject=Gator%2C%20v"),
            ("list of contacts by mail", "/api/v1/contacts?channel=mail"),
            ("one case", "/api/v1/cases/1"),
        ):
            yield from _timed(name, lambda _n, path=path: program.get(path), 60, BASE)
        for kind in ("csv", "xlsx"):
            began = time.monotonic()
            size = len(program.get(f"/api/v1/cases?format={kind}"))
            yield f"export {kind}", time.monotonic() - began, "s", f"{size} bytes"


def _create(program: Program) -> Callable[[int], object]:
    def create(number: int) -> object:
        body = {
            "title": f"Hål i gatan {number}",
            "text": "Det är ett stort hål på Storgatan 3.",
            "channel": "web",
            "customer": {"name": "Eva Ek", "mail": f"eva.{number}@example.com"},
            "subject": "Gator, v",
        }
        return program.post("/api/v1/cases", body)

    return create


def _timed(
    name: str, ask: Callable[[int], object], times: int, compared_with: str
) -> Iterator[Figure]:
    for number in range(10):
        ask(-1 - number)
    taken = []
    for number in range(times):
        began = time.perf_counter()
        ask(number)
        taken.append(time.perf_counter() - began)
    yield f"{name}, on one connection", times / sum(taken), "/s", compared_with
    yield f"{name}, p50", median(taken) * 1000, "ms", compared_with
    yield f"{name}, p95", quantiles(taken, n=20)[18] * 1000, "ms", compared_with
