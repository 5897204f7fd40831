"""Every pair of text and ground, in both themes and for every accent: WCAG 2.1 AA and more."""

import re
from itertools import product
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parents[1] / "static/ui/css/tokens.css").read_text()
COLOUR = re.compile(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
GROUNDS = ("sunken", "canvas", "surface", "raised", "hover")
TEXT_ON_GROUND = [
    *product(("ink", "quiet"), GROUNDS),
    *product(("accent", "good", "warn", "bad"), GROUNDS[:4]),
    *(("ink", f"{tone}-tint") for tone in ("accent", "good", "warn", "bad")),
    *((tone, f"{tone}-tint") for tone in ("accent", "good", "warn", "bad")),
    ("ink", "note"),
    ("quiet", "note"),
    ("on-accent", "accent-fill"),
    ("on-bad", "bad-fill"),
]  # fmt: skip
LINES_ON_GROUND = list(product(("edge", "accent"), ("canvas", "surface", "raised")))


def palettes() -> dict[str, dict[str, tuple[str, str]]]:
    """Return the standard colours, and the same with each accent laid over them."""
    blocks = re.findall(r'(:root|\[data-accent="(\w+)"\]) \{(.*?)\n  \}', TOKENS, re.DOTALL)
    read = {
        accent or "standard": {name: (light, dark) for name, light, dark in COLOUR.findall(body)}
        for selector, accent, body in blocks
        if "light-dark" in body
    }
    return {name: read["standard"] | colours for name, colours in read.items()}


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_accents_are_all_found() -> None:
    assert set(palettes()) == {"standard", *re.findall(r'data-accent="(\w+)"', TOKENS)}
    assert len(palettes()["standard"]) > 25


def test_the_formula_gives_the_known_extremes() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("name", palettes())
def test_text_can_be_read_on_every_ground(name: str, theme: int) -> None:
    colours = palettes()[name]

    weak = {
        f"{text} on {ground}": round(contrast(colours[text][theme], colours[ground][theme]), 2)
        for text, ground in TEXT_ON_GROUND
        if contrast(colours[text][theme], colours[ground][theme]) < 4.5
    }

    assert not weak


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("name", palettes())
def test_fields_and_focus_can_be_seen_on_every_ground(name: str, theme: int) -> None:
    colours = palettes()[name]

    weak = [
        (line, ground)
        for line, ground in LINES_ON_GROUND
        if contrast(colours[line][theme], colours[ground][theme]) < 3
    ]

    assert not weak


def test_colours_are_only_in_the_tokens() -> None:
    styles = (Path(__file__).parents[1] / "static/ui/css").rglob("*.css")
    loose = {
        path.name: re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(", path.read_text())
        for path in styles
        if path.name != "tokens.css"
    }

    assert {name: found for name, found in loose.items() if found} == {}
