"""What the content security policy forbids must not be written anywhere, in any slice."""

import re
from pathlib import Path

import pytest

import gensvar
from gensvar.ui.jinja import icon_names

PACKAGE = Path(gensvar.__file__).parent
TEMPLATES = sorted(path for path in PACKAGE.rglob("templates/**/*.html"))
FORBIDDEN = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "an inline script": re.compile(r"<script\b(?![^>]*\bsrc=)", re.IGNORECASE),
    "an event handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a javascript address": re.compile(r"javascript:", re.IGNORECASE),
    "htmx that needs eval": re.compile(r"\bhx-on\b|hx-vals=[\"']js:|hx-vars=", re.IGNORECASE),
    "something from another site": re.compile(r"(?:src|href)=[\"']https?://", re.IGNORECASE),
}
ICON = re.compile(r"""\bicon\(\s*["']([a-z-]+)["']""")
ICON_ARGUMENT = re.compile(r"""\b(?:icon|icon_name)\s*=\s*["']([a-z-]+)["']""")


def offences(text: str) -> list[str]:
    without_comments = re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)
    return [what for what, pattern in FORBIDDEN.items() if pattern.search(without_comments)]


@pytest.mark.parametrize(
    "text",
    [
        '<p style="color:red">', "<style>p{}</style>", "<script>alert(1)</script>",
        '<a onclick="x()">', '<a href="javascript:x()">', '<p hx-on:click="x()">',
        '<img src="https://elsewhere.example/x.png">',
    ],
)  # fmt: skip
def test_the_guard_sees_what_it_looks_for(text: str) -> None:
    assert offences(text)


def test_templates_are_found() -> None:
    assert len(TEMPLATES) > 20


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_template_has_anything_inline(path: Path) -> None:
    assert offences(path.read_text()) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_template_is_too_long(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 120


def test_every_icon_asked_for_is_drawn() -> None:
    sources = [*TEMPLATES, *PACKAGE.rglob("screens/**/*.py")]
    asked = {
        name
        for path in sources
        for pattern in (ICON, ICON_ARGUMENT)
        for name in pattern.findall(path.read_text())
    }

    assert len(asked) > 10
    assert asked - icon_names() == set()
