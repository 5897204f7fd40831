"""Whether a port is free, and who has it when it is not."""

import errno
import os
import re
import socket
import time
from pathlib import Path

from gensvar.config.refusals import CannotRun

# How long the processes of a run that was killed may take to put their work down.
LEAVING_SECONDS = 20.0
# How long a port that nobody seems to hold may stay taken: its holder has just left.
UNSEEN_SECONDS = 1.0


def check_port(address: str, port: int, *, setting: str) -> None:
    """Refuse a port that cannot be used, and say who uses it when that can be known.

    What a killed run of ours left behind is about to stop, and is waited for.
    """
    began = time.monotonic()
    while (error := _fault(address, port)) is not None:
        if time.monotonic() - began >= _patience(port):
            raise CannotRun(_sentence(error, address, port, setting)) from error
        time.sleep(0.1)


def _fault(address: str, port: int) -> OSError | None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((address, port))
            trial.listen(1)
        except OSError as error:
            return error
    return None


def _patience(port: int) -> float:
    """Return for how many seconds it is worth waiting for the port.

    What listens there may be ours with no `gensvar up` above it any more: then it is leaving.
    """
    process, above = _listening_process(port), None
    if process is None:
        return UNSEEN_SECONDS
    try:
        while words := _command_of_ours(process):
            above = words
            process = Path("/proc", process, "stat").read_text().rpartition(")")[2].split()[1]
    except OSError:
        return UNSEEN_SECONDS
    return LEAVING_SECONDS if above is not None and b"up" not in above else 0.0


def _command_of_ours(process: str) -> list[bytes]:
    """Return the words that a process of ours was started with; none for other programs."""
    words = Path("/proc", process, "cmdline").read_bytes().split(b"\0")
    is_ours = any(word == b"gensvar.config.command" or word.endswith(b"/gensvar") for word in words)
    return words if is_ours else []


def _sentence(error: OSError, address: str, port: int, setting: str) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is in use by {_listener(port)}; "
            f"stop that, or choose another port with {setting}=number."
        )
    if error.errno == errno.EACCES:
        return f"This user may not use port {port}; choose one above 1023 with {setting}=number."
    return f"Cannot listen on {address} port {port} ({error.strerror}); see {setting}."


def _listener(port: int) -> str:
    """Name the program that listens, as far as this user may see."""
    process = _listening_process(port)
    if process is None:
        return "another program"
    return f"{Path('/proc', process, 'comm').read_text().strip()} (process {process})"


def _listening_process(port: int) -> str | None:
    inodes = _listening_inodes(port)
    for handle in Path("/proc").glob("[0-9]*/fd/*"):
        try:
            target = os.readlink(handle)
        except OSError:
            continue
        found = re.fullmatch(r"socket:\[(\d+)\]", target)
        if found and found[1] in inodes:
            return handle.parts[2]
    return None


def _listening_inodes(port: int) -> set[str]:
    rows = []
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        if Path(table).exists():
            rows += [line.split() for line in Path(table).read_text().splitlines()[1:]]
    return {row[9] for row in rows if row[3] == "0A" and int(row[1].rsplit(":")[-1], 16) == port}
