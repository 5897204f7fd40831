import os
import signal
from pathlib import Path

import pytest

from gensvar.config.tests.running import in_background, wait_until

# A supervisor over two children that write down each of their starts.
SUPERVISING = """
import os, sys
from pathlib import Path
from gensvar.config.child import Child
from gensvar.config.environment import var_folder
from gensvar.config.supervisor import Supervisor
folder = var_folder()
program = '''
import os, pathlib, sys, time
log = pathlib.Path(sys.argv[1])
with log.open("a") as file:
    file.write(f"{os.getpid()}\\\\n")
if sys.argv[2] == "hopeless":
    sys.exit(3)
if sys.argv[2] == "parent":
    os.fork()
time.sleep(600)
'''
children = [
    Child(name, [sys.executable, "-c", program, str(folder / name), kind])
    for name, kind in [item.split("=") for item in os.environ["CHILDREN"].split()]
]
supervisor = Supervisor(
    children,
    is_ready=lambda: all((folder / child.name).exists() for child in children),
    when_ready=lambda: supervisor.say("ready"),
    look_after=lambda: None,
)
sys.exit(supervisor.run())
"""


@pytest.fixture(autouse=True)
def children(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHILDREN", "one=lasting two=parent")


def starts(folder: Path, name: str) -> list[int]:
    path = folder / name
    return [int(line) for line in path.read_text().split()] if path.exists() else []


def is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(") ")[1][0]
    except FileNotFoundError:
        return False
    return state != "Z"


def in_group(group: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(") ")[1].split()
        except FileNotFoundError:
            continue
        if int(fields[2]) == group and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_signal_ends_the_children_and_their_children(
    tmp_path: Path, sign: signal.Signals
) -> None:
    with in_background(SUPERVISING, var=tmp_path) as supervisor:
        started = [starts(tmp_path, name)[0] for name in ("one", "two")]
        supervisor.send_signal(sign)

        assert supervisor.wait(15) == 0
        assert [in_group(process) for process in started] == [[], []]


def test_a_child_that_dies_is_started_again(tmp_path: Path) -> None:
    with in_background(SUPERVISING, var=tmp_path):
        first = starts(tmp_path, "two")[0]
        os.kill(first, signal.SIGKILL)

        wait_until(lambda: len(starts(tmp_path, "two")) == 2)

        wait_until(lambda: not in_group(first))
        assert is_alive(starts(tmp_path, "two")[1])
        assert len(starts(tmp_path, "one")) == 1


def test_children_end_when_the_supervisor_is_killed_by_force(tmp_path: Path) -> None:
    with in_background(SUPERVISING, var=tmp_path) as supervisor:
        children = [starts(tmp_path, name)[0] for name in ("one", "two")]
        supervisor.kill()

        wait_until(lambda: not any(is_alive(child) for child in children))
        # A real child ties its own children to itself; the one in this test does not.
        for orphan in in_group(children[1]):
            os.kill(orphan, signal.SIGKILL)


def test_a_child_that_never_starts_ends_the_run_with_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHILDREN", "one=lasting two=hopeless")
    program = SUPERVISING.replace("is_ready=lambda: all", "is_ready=lambda: False and all")
    program = program.replace(
        "sys.exit(supervisor", "print('ready', flush=True); sys.exit(supervisor"
    )

    with in_background(program, var=tmp_path) as supervisor:
        assert supervisor.wait(15) == 1
        assert supervisor.stdout is not None
        assert "two does not start" in supervisor.stdout.read()
        assert len(starts(tmp_path, "two")) == 4
        assert not is_alive(starts(tmp_path, "one")[0])
