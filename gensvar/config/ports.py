"""Whether a port is free, and who has it when it is not."""

import errno
import os
import re
import socket
from pathlib import Path

from gensvar.config.refusals import CannotRun


def check_port(address: str, port: int, *, setting: str) -> None:
    """Refuse a port that cannot be used, and say who uses it when that can be known."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((address, port))
            trial.listen(1)
        except OSError as error:
            raise CannotRun(_sentence(error, address, port, setting)) from error


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
    inodes = _listening_inodes(port)
    for handle in Path("/proc").glob("[0-9]*/fd/*"):
        try:
            target = os.readlink(handle)
        except OSError:
            continue
        found = re.fullmatch(r"socket:\[(\d+)\]", target)
        if found and found[1] in inodes:
            process = handle.parts[2]
            return f"{Path('/proc', process, 'comm').read_text().strip()} (process {process})"
    return "another program"


def _listening_inodes(port: int) -> set[str]:
    rows = []
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        if Path(table).exists():
            rows += [line.split() for line in Path(table).read_text().splitlines()[1:]]
    return {row[9] for row in rows if row[3] == "0A" and int(row[1].rsplit(":")[-1], 16) == port}
