"""What Asterisk has recorded: fetched whole, and removed there."""

from collections.abc import Sequence

import httpx

from gensvar.channels.voice.engine.recording import SIDES

TIMEOUT_SECONDS = 30.0


class Unfetched(Exception):
    """The telephone system did not answer, or goes on recording."""


def fetch(client: httpx.Client, track: str, sides: Sequence[str] = SIDES) -> list[bytes]:
    """Return the tracks of a recording, each empty where there is none."""
    found = []
    for side in sides:
        name = f"{track}-{side}"
        if _ask(client, "GET", f"recordings/live/{name}").status_code == httpx.codes.OK:
            _ask(client, "POST", f"recordings/live/{name}/stop")
            raise Unfetched("it goes on")
        answer = _ask(client, "GET", f"recordings/stored/{name}/file")
        found.append(answer.content if answer.status_code == httpx.codes.OK else b"")
    return found


def remove(client: httpx.Client, track: str, sides: Sequence[str] = SIDES) -> None:
    for side in sides:
        _ask(client, "DELETE", f"recordings/stored/{track}-{side}")


def _ask(client: httpx.Client, method: str, path: str) -> httpx.Response:
    try:
        answer = client.request(method, path)
    except httpx.HTTPError as error:
        raise Unfetched(type(error).__name__) from error
    if answer.is_server_error:
        raise Unfetched(str(answer.status_code))
    return answer
