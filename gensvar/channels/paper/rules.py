"""Pure decisions about paper: which scans are taken, which days can be meant, and what is late."""

from datetime import date, timedelta

# What scanners and fax servers save.
SCANS = ("pdf", "tif", "tiff", "jpg", "jpeg")
# Whoever must not be found is written to through the tax agency, which alone knows where they live.
FORWARDED_BY = ("Skatteverket", "Box 2820", "403 20 Göteborg")
LONGEST_AGO = timedelta(days=3_653)
# A letter that nobody has posted on the working day after it was written is worth a look.
POSTED_WITHIN = timedelta(days=1)


def is_scan(name: str) -> bool:
    """Say whether a file is called as a scan is.

    >>> is_scan("Brev 1.PDF"), is_scan("brev.docx")
    (True, False)
    """
    return name.rpartition(".")[2].lower() in SCANS


def can_be_received(on: date, *, today: date) -> bool:
    """Say whether something can have been received on a day: not to come, not absurdly old."""
    return today - LONGEST_AGO <= on <= today


def address_lines(written: str) -> list[str]:
    """Return a postal address line by line, as it stands in the window of an envelope.

    >>> address_lines("Storgatan 1, 931 31 Exempelby")
    ['Storgatan 1', '931 31 Exempelby']
    """
    parts = written.splitlines() if "\n" in written.strip() else written.split(",")
    return [part.strip() for part in parts if part.strip()]


def title_of(said: str, *, longest: int = 80) -> str:
    """Return the first sentence of what was said, short enough for a title."""
    first = " ".join(said.split()).split(". ")[0].rstrip(".")
    return first if len(first) <= longest else f"{first[: longest - 1].rsplit(' ', 1)[0]}…"
