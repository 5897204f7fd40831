"""HTTP to Asterisk, kept alive: commands do not wait for each other."""

import json
import logging
from typing import Any

import aiohttp

log = logging.getLogger(__name__)
# Below the 15 s after which Asterisk closes a connection that nobody uses.
IDLE_SECONDS = 10
ANSWER_SECONDS = 10


class Connection:
    def __init__(self, *, url: str, user: str, password: str) -> None:
        self.url = url.rstrip("/")
        self._headers = {"Authorization": aiohttp.encode_basic_auth(user, password)}
        self._session: aiohttp.ClientSession | None = None

    async def ask(
        self, method: str, path: str, *, params: dict[str, str] | None = None, body: Any = None
    ) -> Any:
        """Do something that may be too late; what answers badly is told in the log."""
        status, answer = await self.send(method, path, params=params, body=body)
        if status >= 400 and status not in {404, 409, 412}:
            log.warning("telephone_system_refused", extra={"status": status, "path": path})
        return answer if status < 300 else None

    async def send(
        self, method: str, path: str, *, params: dict[str, str] | None = None, body: Any = None
    ) -> tuple[int, Any]:
        try:
            async with self.open().request(
                method, self.url + path, params=params, json=body
            ) as answer:
                words = await answer.text()
                return answer.status, json.loads(words) if words.strip() else None
        # An Asterisk that is just starting, or dying, answers with words that are no JSON.
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
            log.warning(
                "telephone_system_silent", extra={"path": path, "trouble": type(error).__name__}
            )
            return 599, None

    def open(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                headers=self._headers,
                connector=aiohttp.TCPConnector(limit=32, keepalive_timeout=IDLE_SECONDS),
                timeout=aiohttp.ClientTimeout(total=ANSWER_SECONDS),
            )
        return self._session

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
