"""Any list as CSV, XLSX or JSON, however long it is.

Rows are read through a cursor of the server and written as they come: memory does not grow with
the list. A streamed answer leaves after the view's own transaction has ended, so `rows_seen_by`
opens one of its own and tells the database once more who is asking.
"""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from io import StringIO
from tempfile import TemporaryFile
from typing import Any, Generic, TypeVar

import xlsxwriter
from django.db import models, transaction
from django.http import FileResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.functional import Promise
from django.utils.timezone import localtime

from gensvar.foundation.people.access import Identity, reach, see_as

Row = TypeVar("Row")
AnyModel = TypeVar("AnyModel", bound=models.Model)
CHUNK = 2_000
# What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection").
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
# An XLSX sheet ends here; the format has no room for more.
SHEET_ROWS = 1_048_576
CELL_LETTERS = 32_767
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json; charset=utf-8",
}


class Format(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column: its name for programs, where its value is found, and its heading for people."""

    name: str
    value: Callable[[Row], object]
    title: str | Promise = ""

    @property
    def heading(self) -> str:
        return str(self.title or self.name)


def rows_seen_by(
    identity: Identity, permission: str, rows: models.QuerySet[AnyModel]
) -> Iterator[AnyModel]:
    """Yield the rows that this identity may see, from a transaction that lasts as long as they."""
    with transaction.atomic():
        see_as(reach(identity, permission))
        yield from rows.iterator(chunk_size=CHUNK)


def export(
    rows: Iterable[Row],
    columns: Sequence[Column[Row]],
    format: str,
    *,
    name: str = "export",
    semicolon: bool = False,
    bom: bool = True,
) -> HttpResponseBase:
    """Answer with all the rows as a file called `name`.

    `semicolon` writes CSV as Swedish spreadsheets expect it, with decimal commas; `bom` lets them
    know that it is UTF-8. Raises ValueError for a format that there is not.
    """
    kind = Format(format)
    if kind is Format.XLSX:
        return FileResponse(
            xlsx_file(rows, columns),
            as_attachment=True,
            filename=f"{name}.xlsx",
            content_type=MEDIA_TYPES[kind],
        )
    lines = json_lines(rows, columns)
    if kind is Format.CSV:
        lines = csv_lines(rows, columns, semicolon=semicolon, bom=bom)
    answer = StreamingHttpResponse(lines, content_type=MEDIA_TYPES[kind])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def csv_lines(
    rows: Iterable[Row], columns: Sequence[Column[Row]], *, semicolon: bool, bom: bool
) -> Iterator[str]:
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=";" if semicolon else ",", lineterminator="\r\n")
    buffer.write("\ufeff" if bom else "")
    writer.writerow([column.heading for column in columns])
    for row in rows:
        writer.writerow([_in_csv(column.value(row), comma=semicolon) for column in columns])
        if buffer.tell() > 64_000:
            yield _emptied(buffer)
    yield _emptied(buffer)


def json_lines(rows: Iterable[Row], columns: Sequence[Column[Row]]) -> Iterator[str]:
    """Write `{"items": [...], "count": n}`, the count last, when it is known."""
    buffer = StringIO()
    buffer.write('{"items":[')
    count = 0
    for row in rows:
        buffer.write(",\n" if count else "\n")
        buffer.write(_in_json({column.name: column.value(row) for column in columns}))
        count += 1
        if buffer.tell() > 64_000:
            yield _emptied(buffer)
    buffer.write(f'\n],"count":{count}}}\n')
    yield _emptied(buffer)


def xlsx_file(rows: Iterable[Row], columns: Sequence[Column[Row]]) -> Any:
    """Write a workbook to a temporary file, row by row, and return it ready to be read."""
    file = TemporaryFile()  # noqa: SIM115 closed by the response that streams it
    book = xlsxwriter.Workbook(
        file,
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
            "default_date_format": "yyyy-mm-dd hh:mm:ss",
        },
    )
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True})
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.heading, bold)
    sheet.freeze_panes(1, 0)
    for line, row in enumerate(rows, start=1):
        if line == SHEET_ROWS - 1:
            sheet.write_string(line, 0, "… more rows than a sheet holds: export as CSV.")
            break
        for place, column in enumerate(columns):
            _write_cell(sheet, line, place, column.value(row))
    book.close()
    file.seek(0)
    return file


def _write_cell(sheet: Any, line: int, place: int, value: object) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        sheet.write_boolean(line, place, value)
    elif isinstance(value, int | float | Decimal):
        sheet.write_number(line, place, value)
    elif isinstance(value, datetime):
        sheet.write_datetime(line, place, localtime(value).replace(tzinfo=None))
    elif isinstance(value, date):
        sheet.write_datetime(line, place, datetime(value.year, value.month, value.day))  # noqa: DTZ001
    else:
        sheet.write_string(line, place, _words(value)[:CELL_LETTERS])


def _in_csv(value: object, *, comma: bool) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float | Decimal):
        return str(value).replace(".", ",") if comma else str(value)
    words = _words(value)
    return f"'{words}" if words.startswith(FORMULA_STARTS) else words


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return localtime(value).isoformat(timespec="seconds")
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value)


def _in_json(row: dict[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False, default=_words)


def _emptied(buffer: StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
