"""A client that costs little itself: prepared requests over kept connections, on this machine."""

import socket
import statistics
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

# Never more than this many requests or seconds in one measurement.
MOST_REQUESTS = 5_000
MOST_SECONDS = 20.0


@dataclass(frozen=True)
class Timing:
    """How long requests took, in milliseconds, and how many were answered a second."""

    p50: float
    p95: float
    per_second: float
    count: int


class Connection:
    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._left = b""

    def ask(self, request: bytes) -> tuple[int, bytes]:
        """Send one request and return status and body."""
        self._socket.sendall(request)
        while b"\r\n\r\n" not in self._left:
            self._read()
        head, _, body = self._left.partition(b"\r\n\r\n")
        lines = head.split(b"\r\n")
        length = next(
            int(line.split(b":")[1]) for line in lines if line.lower().startswith(b"content-length")
        )
        while len(body) < length:
            self._left = body
            self._read()
            body = self._left
        self._left = body[length:]
        return int(lines[0].split()[1]), body[:length]

    def close(self) -> None:
        self._socket.close()

    def _read(self) -> None:
        piece = self._socket.recv(262_144)
        if not piece:
            raise ConnectionError("the server closed the connection")
        self._left += piece


def request(
    method: str, path: str, *, headers: dict[str, str] | None = None, body: bytes = b""
) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", "Host: localhost"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if body or method == "POST":
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def that_answer(port: int, requests: Sequence[bytes]) -> list[bytes]:
    """Return the requests that are answered with 200; whoever asks may not see everything."""
    connection = Connection(port)
    found = [one for one in requests if connection.ask(one)[0] == 200]
    connection.close()
    return found


def measure(
    port: int,
    requests: Sequence[bytes] | Callable[[int], bytes],
    *,
    connections: int = 1,
    count: int = 600,
    expected: int = 200,
    warm_up: int = 40,
) -> Timing:
    """Ask again and again over some connections at once, and time each answer."""
    taken: list[float] = []
    faults: list[str] = []

    def run(share: int, offset: int) -> None:
        connection = Connection(port)
        for number in range(offset, offset + share):
            prepared = requests(number) if callable(requests) else requests[number % len(requests)]
            began = time.perf_counter()
            status, _body = connection.ask(prepared)
            taken.append(time.perf_counter() - began)
            if status != expected:
                faults.append(f"status {status} instead of {expected}")
                break
            if time.perf_counter() - started > MOST_SECONDS:
                break
        connection.close()

    count = min(count, MOST_REQUESTS)
    started = time.perf_counter()
    run(warm_up, 0)
    taken.clear()
    started = time.perf_counter()
    threads = [
        threading.Thread(target=run, args=(count // connections, warm_up + place * count))
        for place in range(connections)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    elapsed = time.perf_counter() - started
    if faults:
        raise RuntimeError(faults[0])
    cuts = statistics.quantiles(taken, n=20)
    return Timing(
        1000 * statistics.median(taken), 1000 * cuts[18], len(taken) / elapsed, len(taken)
    )
