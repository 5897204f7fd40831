"""How much of a mail is read; beyond this the raw file tells the rest."""

MAX_DEPTH = 250
MAX_PARTS = 1_000
MAX_BOUNDARY_LINES = 200_000
MAX_HEADERS = 1_000
MAX_HEADER_BLOCK = 1_000_000
MAX_HEADER_VALUE = 16_384
MAX_SUBJECT = 1_000
MAX_NAME = 200
MAX_ADDRESS_BYTES = 64_000
MAX_ADDRESSES = 1_000
MAX_IDS = 200
MAX_TEXT = 500_000
MAX_HTML = 1_000_000
MAX_HTML_TAGS = 40_000
MAX_HTML_DEPTH = 600
MAX_FILE_NAME = 150
MAX_LINES = 20_000
MAX_TEXT_LINES = 50_000


def clipped(text: str, limit: int) -> str:
    """Return `text`, cut to `limit` characters with a mark that something is gone."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
