import re
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]
TABLE = PACKAGE.parent / "docs" / "operations" / "configuration.md"


def settings_read() -> set[str]:
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        if "tests" not in path.parts:
            found |= set(re.findall(r"env_\w+\(\s*\"([A-Z_]+)\"", path.read_text()))
    return found


def test_every_setting_stands_in_the_table_and_no_other() -> None:
    documented = set(re.findall(r"^\| `([A-Z_]+)`", TABLE.read_text(), re.MULTILINE))

    assert settings_read() - documented == set()
    assert documented - settings_read() - {"GENSVAR_DEMO_PACE"} == set()
