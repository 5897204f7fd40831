import csv
import json
import zipfile
from collections.abc import Iterator
from io import BytesIO, StringIO
from typing import Any
from xml.etree import ElementTree

import pytest

from gensvar.foundation.integrations.exports import Column, export

# An answer that is closed looks to the connections of its process.
pytestmark = pytest.mark.django_db
ROWS = [("Gator, v", 12, 34.5), ("=1+1", 1, 0.5), ("Å ä ö \u2028", 0, 1.25)]
COLUMNS: list[Column[Any]] = [
    Column("subject", lambda row: row[0]),
    Column("count", lambda row: row[1]),
    Column("share", lambda row: row[2], "Andel"),
]


def body(response: Any) -> bytes:
    whole = b"".join(response.streaming_content)
    response.close()
    return whole


def table(rows: Any = ROWS, **options: Any) -> list[list[str]]:
    text = body(export(rows, COLUMNS, "csv", **options)).decode("utf-8-sig")
    return list(csv.reader(StringIO(text), delimiter=";" if options.get("semicolon") else ","))


def test_a_csv_has_a_heading_and_every_row() -> None:
    assert table()[0] == ["subject", "count", "Andel"]
    assert table()[1] == ["Gator, v", "12", "34.5"]
    assert len(table()) == 4


def test_a_csv_for_swedish_spreadsheets_has_semicolons_and_decimal_commas() -> None:
    assert table(semicolon=True)[1] == ["Gator, v", "12", "34,5"]


def test_a_csv_begins_with_a_byte_order_mark_unless_asked_not_to() -> None:
    assert body(export(ROWS, COLUMNS, "csv")).startswith(b"\xef\xbb\xbf")
    assert body(export(ROWS, COLUMNS, "csv", bom=False)).startswith(b"subject")


@pytest.mark.parametrize(
    "start", ["=cmd|' /C calc'!A0", "+46701111111", "-1+1", "@SUM(A1)", "\t=1"]
)
def test_words_that_look_like_a_formula_stay_words(start: str) -> None:
    assert table([(start, 1, -2)])[1] == [f"'{start}", "1", "-2"]


def test_a_json_export_counts_its_items() -> None:
    answer = json.loads(body(export(ROWS, COLUMNS, "json")))

    assert answer["count"] == 3
    assert answer["items"][2] == {"subject": "Å ä ö \u2028", "count": 0, "share": 1.25}


def test_an_empty_list_is_still_a_whole_file() -> None:
    assert json.loads(body(export([], COLUMNS, "json"))) == {"items": [], "count": 0}
    assert table([]) == [["subject", "count", "Andel"]]


def test_a_workbook_holds_numbers_as_numbers_and_no_formula() -> None:
    book = zipfile.ZipFile(BytesIO(body(export(ROWS, COLUMNS, "xlsx", name="subjects"))))
    sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    cells = list(sheet.iter(f"{space}c"))

    assert len(cells) == 12
    assert not list(sheet.iter(f"{space}f"))
    assert [c.findtext(f"{space}v") for c in cells if c.get("t") is None][:2] == ["12", "34.5"]


def test_a_format_that_there_is_not_is_an_error() -> None:
    with pytest.raises(ValueError, match="doc"):
        export(ROWS, COLUMNS, "doc")


def test_rows_are_read_one_chunk_at_a_time() -> None:
    read = 0

    def rows() -> Iterator[tuple[str, int, float]]:
        nonlocal read
        for number in range(100_000):
            read += 1
            yield ("x" * 50, number, 0.5)

    answer: Any = export(rows(), COLUMNS, "csv")
    next(iter(answer.streaming_content))

    assert 0 < read < 2_000
    answer.close()
