"""Keep the parts of Gensvar running, show what they say, and stop them in order.

One thread, one loop: it sleeps until a child speaks, a child dies, a signal comes or a pause ends.
"""

import os
import selectors
import signal
import sys
import time
from collections.abc import Callable, Sequence
from types import FrameType

from gensvar.config.child import Child

STOP_SECONDS = 20
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
# So many deaths in a row before the first page: starting again would not help.
HOPELESS = 4
TICK_SECONDS = 0.2

Check = Callable[[], bool]


class Supervisor:
    def __init__(
        self,
        children: Sequence[Child],
        *,
        is_ready: Check,
        when_ready: Callable[[], None],
        look_after: Callable[[], None],
        later: Sequence[Child] = (),
    ) -> None:
        """`later` are started when the first page can be served: they need not slow it down."""
        self.children = list(children)
        self.later = later
        self.is_ready = is_ready
        self.when_ready = when_ready
        self.look_after = look_after
        self._width = max(len(child.name) for child in (*children, *later))
        self._selector = selectors.DefaultSelector()
        self._is_stopping = False
        self._was_ready = False

    def run(self) -> int:
        """Run until a stop signal; return 1 if it gave up, else 0."""
        self._listen_for_signals()
        for child in self.children:
            self._start(child)
        code = 0
        try:
            while not self._is_stopping and not code:
                code = self._turn()
        finally:
            self.stop()
        return code

    def stop(self) -> None:
        """Ask every child to finish, wait, and end those that do not."""
        for child in self.children:
            child.tell(signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        while any(child.is_running for child in self.children) and time.monotonic() < deadline:
            self._relay(0.05)
        for child in self.children:
            child.sweep()
        self._relay(0)

    def say(self, words: str, *, name: str = "") -> None:
        prefix = f"{name:<{self._width}} | " if name else ""
        sys.stdout.write(f"{prefix}{words}\n")
        sys.stdout.flush()

    def _turn(self) -> int:
        self._relay(TICK_SECONDS)
        self.look_after()
        for child in self.children:
            if self._keep_alive(child):
                return 1
        if not self._was_ready and self.is_ready():
            self._was_ready = True
            self.when_ready()
            for child in self.later:
                self._start(child)
            self.children += self.later
        return 0

    def _keep_alive(self, child: Child) -> bool:
        """Start a dead child again when its pause is over; tell whether it is hopeless."""
        now = time.monotonic()
        if child.is_running or self._is_stopping:
            return False
        if child.starts_again is None:
            self._drain(child)
            child.sweep()
            pause = child.schedule(at=now)
            if child.deaths >= HOPELESS and not self._was_ready:
                self.say(f"gensvar: {child.name} does not start; the lines above say why.")
                return True
            self.say(f"{_ending(child)}; starting it again in {pause:.0f} s.", name=child.name)
        if child.starts_again is not None and now >= child.starts_again:
            self._start(child)
        return False

    def _start(self, child: Child) -> None:
        output = child.start(at=time.monotonic())
        self._selector.register(output, selectors.EVENT_READ, child)

    def _relay(self, seconds: float) -> None:
        for key, _events in self._selector.select(seconds):
            if isinstance(key.data, Child):
                self._read(key, key.data)
            else:
                os.read(key.fd, 100)

    def _drain(self, child: Child) -> None:
        """Read what a dead child said last, then forget its pipe."""
        for key in list(self._selector.get_map().values()):
            if key.data is child:
                while self._read(key, child):
                    pass

    def _read(self, key: selectors.SelectorKey, child: Child) -> bool:
        """Show what the child has said; return whether it may say more."""
        try:
            chunk = os.read(key.fd, 65536)
        except BlockingIOError:
            chunk = b""
            if child.is_running:
                return False
        for line in child.lines(chunk or (b"\n" if child.unfinished else b"")):
            self.say(line, name=child.name)
        if not chunk:
            self._selector.unregister(key.fileobj)
            if child.output is not None:
                child.output.close()
        return bool(chunk)

    def _listen_for_signals(self) -> None:
        """Wake the loop by signals: they arrive as bytes in a pipe that it watches."""
        reading, writing = os.pipe()
        for handle in (reading, writing):
            os.set_blocking(handle, False)
        signal.set_wakeup_fd(writing)
        self._selector.register(reading, selectors.EVENT_READ, None)
        for sign in STOP_SIGNALS:
            signal.signal(sign, self._note_stop)
        signal.signal(signal.SIGCHLD, lambda _sign, _frame: None)

    def _note_stop(self, _sign: int, _frame: FrameType | None) -> None:
        self._is_stopping = True


def _ending(child: Child) -> str:
    code = child.process.returncode if child.process else None
    if code is not None and code < 0:
        return f"stopped by {signal.Signals(-code).name}"
    return f"stopped with exit code {code}"
