"""What restoring a backup for a try came to."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DrillFound:
    """A backup was restored apart: how many rows came back, and what was wrong with it."""

    backup: str
    seconds: int
    # When the backup was made, as it says itself; unknown where it could not be opened.
    made_at: str = ""
    rows: int = 0
    faults: tuple[str, ...] = ()
