"""A report as text, as a web page that stands by itself, and as a PDF: each to the byte."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from functools import cache
from html import escape
from pathlib import Path

from django.utils import translation

from gensvar.foundation.calendars.queries import zone
from gensvar.oversight.publications.models import Publication, Rendition
from gensvar.oversight.publications.sheets import LANGUAGES, Sheet, Table, sheet_of

LAYOUT = Path(__file__).parent / "report.typ"
# For the page alone: it must look the same where nothing else can be fetched.
STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%;margin:0 0 1rem}"
    "caption{text-align:start;font-weight:600;padding:.5rem 0}"
    "th,td{text-align:start;vertical-align:top;padding:.3rem .6rem .3rem 0;"
    "border-bottom:1px solid}"
    ".n{text-align:end;font-variant-numeric:tabular-nums}"
)


def renditions_of(report: Publication) -> Iterator[tuple[str, str, bytes]]:
    """Yield language, form and bytes of everything that a report is given out as."""
    for language in LANGUAGES:
        with translation.override(language):
            sheet = sheet_of(report)
            yield language, Rendition.Form.TEXT.value, text_of(sheet).encode()
            yield language, Rendition.Form.PAGE.value, page_of(sheet).encode()
            yield language, Rendition.Form.PRINT.value, pdf_of(sheet, at=report.at)


def text_of(sheet: Sheet) -> str:
    """Write a report in plain words, each row of a table on a line of its own."""
    parts = [f"{sheet.title}\n{sheet.client}, {sheet.period}", *sheet.notes]
    parts += ["\n".join(filter(None, pair)) for pair in sheet.words]
    parts += [_table_text(table) for table in sheet.tables]
    parts.append("\n".join(sheet.foot))
    return "\n\n".join(parts) + "\n"


def _table_text(table: Table) -> str:
    lines = [table.title]
    for row in table.rows:
        told = (f"{head}: {cell}" for head, cell in zip(table.heads[1:], row[1:], strict=True))
        lines.append(f"- {row[0]}. {'; '.join(told)}")
    return "\n".join([*lines, *filter(None, [table.note])])


def page_of(sheet: Sheet) -> str:
    """Write a report as a web page that needs nothing else, with captions, scopes and language."""
    parts = [
        f'<!doctype html>\n<html lang="{sheet.language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(sheet.title)}, '
        f"{escape(sheet.period)}</title><style>{STYLE}</style></head><body><main>",
        f"<h1>{escape(sheet.title)}</h1><p>{escape(sheet.client)}, {escape(sheet.period)}</p>",
        *(f"<p><strong>{escape(note)}</strong></p>" for note in sheet.notes),
        *(_words(title, words) for title, words in sheet.words),
        *(_table_page(table) for table in sheet.tables),
        *(f"<p><small>{escape(line)}</small></p>" for line in sheet.foot),
    ]
    return "\n".join(parts) + "\n</main></body></html>\n"


def _words(title: str, words: str) -> str:
    head = f"<h2>{escape(title)}</h2>" if title else ""
    paragraphs = (escape(one).replace("\n", "<br>") for one in words.split("\n\n"))
    return head + "".join(f"<p>{one}</p>" for one in paragraphs)


def _table_page(table: Table) -> str:
    if not table.rows:
        return f"<h2>{escape(table.title)}</h2><p>{escape(table.note)}</p>"
    kinds = ["" if place < table.labels else ' class="n"' for place in range(len(table.heads))]
    heads = "".join(
        f'<th scope="col"{kind}>{escape(head)}</th>'
        for head, kind in zip(table.heads, kinds, strict=True)
    )
    rows = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(
            f"<td{kind}>{escape(cell)}</td>" for cell, kind in zip(row[1:], kinds[1:], strict=True)
        )
        + "</tr>"
        for row in table.rows
    )
    note = f"<p><small>{escape(table.note)}</small></p>" if table.note else ""
    return (
        f"<table><caption>{escape(table.title)}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table>{note}"
    )


def pdf_of(sheet: Sheet, *, at: datetime) -> bytes:
    """Set a report as tagged PDF (PDF/UA-1); the same sheet and instant give the same bytes."""
    # Heavy to load, and only wanted where something is published.
    import typst

    local = at.astimezone(zone())
    given = asdict(sheet) | {"on": [local.year, local.month, local.day]}
    done: bytes = typst.compile(
        _layout(),
        sys_inputs={"sheet": json.dumps(given, ensure_ascii=False)},
        format="pdf",
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,
        timestamp=int(at.timestamp()),
    )
    return done


@cache
def _layout() -> bytes:
    return LAYOUT.read_bytes()
