"""A backup is restored apart, and the record keeps whether it was whole."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils.timezone import now

from gensvar.config.checking import _drill
from gensvar.config.tests.conftest import NewCentre
from gensvar.config.tests.running import gensvar
from gensvar.config.tests.test_restore_a_backup import FILLING, run_beside_database
from gensvar.foundation.events.drills import DrillFound
from gensvar.foundation.events.models import EventRecord, RestoreDrill
from gensvar.foundation.events.upkeep import note_drill

WHOLE = DrillFound(backup="gensvar-2026-05-01.backup", seconds=12, rows=14_711)
BROKEN = DrillFound(
    backup="gensvar-2026-05-01.backup", seconds=3, faults=("cases_case: 6 rows, not 7",)
)
KEPT = """
from gensvar.config.boot import boot
boot("owner")
from gensvar.foundation.events.models import EventRecord, RestoreDrill
drill = RestoreDrill.objects.order_by("-pk")[0]
told = EventRecord.objects.filter(name="events.restore-tried").order_by("-pk")[0]
print(drill.is_whole, drill.rows > 0, told.payload["faults"], EventRecord.objects.count())
"""


def test_a_drill_leaves_what_runs_alone_and_tells_the_record(
    new_centre: NewCentre, tmp_path: Path
) -> None:
    centre = new_centre("drilled")
    run_beside_database(FILLING, var=centre)
    made = gensvar("backup", var=centre)
    room = tmp_path / "room"
    room.mkdir()

    whole = gensvar("drill", "--in", str(room), var=centre)
    backup = next((centre / "backups").glob("*.backup"))
    content = bytearray(backup.read_bytes())
    content[len(content) // 2] ^= 1
    backup.write_bytes(bytes(content))
    cut = gensvar("drill", "--in", str(room), var=centre)

    assert made.returncode == 0, made.stderr
    assert whole.returncode == 0, whole.stderr
    assert "is whole" in whole.stdout
    assert cut.returncode == 1
    assert list(room.iterdir()) == []
    # The centre's 51 events stand, and one for each drill.
    assert run_beside_database(KEPT, var=centre).split() == ["False", "False", "1", "53"]


def test_a_drill_without_a_backup_says_what_to_do(tmp_path: Path) -> None:
    done = gensvar("drill", var=tmp_path / "var")

    assert done.returncode != 0
    assert "run gensvar backup" in done.stderr


def test_what_came_of_it_is_kept(db, noon):
    drill = note_drill(WHOLE, at=noon)

    assert RestoreDrill.objects.get() == drill
    event = EventRecord.objects.get(name="events.restore-tried")
    assert (event.payload["rows"], event.payload["faults"]) == (14_711, 0)


@pytest.mark.parametrize(
    ("found", "days", "told"),
    [
        (None, 0, "Ingen har på en månad provat"),
        (WHOLE, 36, "Ingen har på en månad provat"),
        (BROKEN, 1, "gick inte att återläsa hel"),
    ],
)
def test_the_overview_warns_when_it_is_overdue_or_failed(
    browser, admin, settings, found, days, told
):
    settings.REQUIRE_SECOND_FACTOR = False
    if found:
        note_drill(found, at=now() - timedelta(days=days))
    browser.force_login(admin)

    assert told in browser.get(reverse("setup")).content.decode()
    assert _drill()


def test_the_overview_tells_of_a_fresh_one(browser, admin, settings):
    settings.REQUIRE_SECOND_FACTOR = False
    note_drill(WHOLE, at=now() - timedelta(days=34))
    browser.force_login(admin)

    page = " ".join(browser.get(reverse("setup")).content.decode().split())

    assert "Återläst hel på prov" in page
    assert "14 711" in page
    assert "Ingen har på en månad provat" not in page
    assert _drill() == ""
