"""Start PostgreSQL's programs as somebody who is not root, and tie them to our life."""

import os
import signal
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Self

from gensvar.config import processes

Command = Sequence[str | Path]


@dataclass(frozen=True)
class Launch:
    """How the programs are started here, and which user id then owns the files."""

    becomes: Callable[[], None] | None
    owner: int

    @classmethod
    def fitting(cls, folder: Path) -> Self:
        """Choose: as ourselves, masked in a user namespace, or as nobody."""
        if os.geteuid() and processes.has_a_name():
            return cls(None, os.geteuid())
        if processes.can_mask():
            launch = cls(processes.masked, os.geteuid())
        else:
            launch = cls(processes.demoted, processes.nobody_ids()[0])
        launch.own(folder)
        return launch

    def own(self, folder: Path) -> None:
        """Hand everything in the folder to the user that the server will be."""
        if os.geteuid():
            return
        for path in [folder, *folder.rglob("*")]:
            if path.lstat().st_uid != self.owner:
                os.chown(path, self.owner, -1, follow_symlinks=False)

    def run(self, command: Command) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            preexec_fn=self._before(signal.SIGKILL),
            env=_environment(),
            capture_output=True,
            text=True,
            check=False,
        )

    def start(self, command: Command, *, log: IO[bytes]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            command,
            # A group of its own, so that Ctrl-C reaches the server last and through us.
            process_group=0,
            preexec_fn=self._before(signal.SIGINT),
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )

    def _before(self, sign: signal.Signals) -> Callable[[], None]:
        bind = processes.dying_with_me(sign)

        def before() -> None:
            if self.becomes:
                self.becomes()
            # A change of user clears the wish to die with the parent: state it last.
            bind()

        return before


def _environment() -> dict[str, str]:
    """Keep our own settings, passwords among them, out of the server's environment."""
    return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"}
