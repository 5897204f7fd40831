"""What we ask of the kernel about processes: die with the parent, run masked, find by folder."""

import ctypes
import os
import pwd
import signal
from collections.abc import Callable
from pathlib import Path

PR_SET_PDEATHSIG = 1
CLONE_NEWUSER = 0x10000000
_libc = ctypes.CDLL(None, use_errno=True)


def die_with_parent(sign: signal.Signals) -> None:
    """Receive `sign` when the process that started this one is gone, even by kill -9."""
    _libc.prctl(PR_SET_PDEATHSIG, int(sign), 0, 0, 0)


def dying_with_me(sign: signal.Signals) -> Callable[[], None]:
    """Return what a new child runs before its program, so that it never outlives us."""
    me = os.getpid()

    def prepare_child() -> None:
        die_with_parent(sign)
        if os.getppid() != me:
            os._exit(1)

    return prepare_child


def masked() -> None:
    """Appear as an unprivileged user to the program that follows, without giving up our files.

    PostgreSQL refuses to run as root. In a user namespace it sees another user id while every
    file it makes still belongs to us.
    """
    uid, gid = os.geteuid(), os.getegid()
    nobody = _nobody()
    if _libc.unshare(CLONE_NEWUSER):
        raise OSError(ctypes.get_errno(), "unshare")
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/gid_map").write_text(f"{nobody.pw_gid} {gid} 1")
    Path("/proc/self/uid_map").write_text(f"{nobody.pw_uid} {uid} 1")


def demoted() -> None:
    """Become the unprivileged user for good, where user namespaces are not allowed."""
    nobody = _nobody()
    os.setgroups([])
    os.setgid(nobody.pw_gid)
    os.setuid(nobody.pw_uid)


def can_mask() -> bool:
    """Try a user namespace in a child that does nothing else."""
    child = os.fork()
    if child == 0:
        try:
            masked()
        except OSError:
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def has_a_name() -> bool:
    """Tell whether the system knows this user, which initdb insists on."""
    try:
        pwd.getpwuid(os.geteuid())
    except KeyError:
        return False
    return True


def working_in(folder: Path) -> list[int]:
    """Return the processes whose working folder is `folder`."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                is_there = Path(os.readlink(entry / "cwd")) == folder
            except OSError:
                continue
            if is_there:
                found.append(int(entry.name))
    return found


def nobody_ids() -> tuple[int, int]:
    nobody = _nobody()
    return nobody.pw_uid, nobody.pw_gid


def _nobody() -> pwd.struct_passwd:
    return pwd.getpwnam("nobody")
