import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.http import HttpRequest
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory
from django.utils import translation
from jinja2 import UndefinedError

from gensvar.ui import navigation
from gensvar.ui.navigation import Entry
from gensvar.ui.views import states

HERE = Path(__file__).parents[1] / "templates"
NAMES = sorted(str(path.relative_to(HERE)) for path in HERE.rglob("*.html"))
ERRORS = ["400.html", "403.html", "403_csrf.html", "404.html", "ui/429.html"]


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def request_by_nobody() -> HttpRequest:
    return RequestFactory().get("/cases/")


@pytest.fixture
def request_by_ada() -> HttpRequest:
    request = RequestFactory().get("/cases/")
    request.user = SimpleNamespace(  # type: ignore[assignment]
        pk=7, name="Ada Lind", initials="AL", is_authenticated=True
    )
    request.identity = SimpleNamespace(may={"cases.read"}.__contains__)  # type: ignore[attr-defined]
    return request


@pytest.fixture
def rail(monkeypatch: pytest.MonkeyPatch) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    monkeypatch.setattr(navigation, "_entries", entries)
    monkeypatch.setattr("gensvar.ui.jinja.reverse", lambda name, **_: f"/{name}/")
    return entries


@pytest.mark.parametrize("name", NAMES)
def test_every_template_compiles(name: str) -> None:
    assert get_template(name)


def test_every_component_draws_in_every_state(request_by_ada: HttpRequest) -> None:
    page = states(request_by_ada).content.decode()

    for part in ("refusal", "empty", "skeleton", "timeline", "composer", "tasklist", "deadline"):
        assert f'class="{part}' in page
    assert "None" not in re.sub(r"<script.*?</script>", "", page)


def test_a_slip_in_a_name_is_an_error_not_an_empty_spot() -> None:
    from django.template import engines

    with pytest.raises(UndefinedError):
        engines["jinja2"].from_string("{{ viever }}").render({})


@pytest.mark.parametrize("name", ERRORS)
def test_errors_are_told_in_the_look_of_whoever_meets_them(
    name: str, request_by_ada: HttpRequest, request_by_nobody: HttpRequest
) -> None:
    for_ada = render_to_string(name, {}, request_by_ada)
    for_citizens = render_to_string(name, {}, request_by_nobody)

    assert 'class="login alone"' in for_ada
    assert 'class="portal"' in for_citizens
    assert for_ada.count("<h1>") == for_citizens.count("<h1>") == 1


def test_the_page_for_our_own_fault_needs_nothing() -> None:
    assert "Felet är vårt" in render_to_string("500.html")


def test_a_refusal_says_its_words_as_a_page_and_as_a_fragment(
    request_by_nobody: HttpRequest,
) -> None:
    refusal = SimpleNamespace(words=lambda: "Hanna <was> first.")

    for name in ("ui/refused.html", "ui/_refused.html"):
        told = render_to_string(name, {"refusal": refusal}, request_by_nobody)
        assert "Hanna &lt;was&gt; first." in told
        assert 'role="alert"' in told


def test_the_rail_shows_what_the_agent_may_open(
    request_by_ada: HttpRequest, rail: dict[str, Entry]
) -> None:
    navigation.register(
        Entry(url_name="cases", label="Cases", icon="inbox", permission="cases.read", order=2)
    )
    navigation.register(
        Entry(url_name="setup", label="Setup", icon="gear", permission="setup.read")
    )
    navigation.register(Entry(url_name="desk", label="Desk", icon="desk", order=1))

    page = render_to_string("ui/frame.html", {}, request_by_ada)
    shown = re.findall(r'<a class="to" href="(.+?)" (?:aria-current="(.+?)")?', page)

    assert shown == [("/desk/", ""), ("/cases/", "page")]


def test_entries_are_grouped_under_their_headings(rail: dict[str, Entry]) -> None:
    for name, section in (("a", ""), ("b", "Lead"), ("c", ""), ("d", "Lead")):
        navigation.register(Entry(url_name=name, label=name, icon="x", section=section))

    grouped = [(s, [e.url_name for e in es]) for s, es in navigation.sections(navigation.entries())]

    assert grouped == [("", ["a", "c"]), ("Lead", ["b", "d"])]


def test_an_unknown_icon_is_refused_by_name() -> None:
    from gensvar.ui.jinja import icon

    with pytest.raises(LookupError, match="unicorn"):
        icon("unicorn")


def render(source: str, **context: Any) -> str:
    from django.template import engines

    return str(engines["jinja2"].from_string(source).render(context)).replace("\u202f", " ")


def test_formats_follow_the_language_of_the_page() -> None:
    assert render("{{ 0.85|percent }} {{ 1234.5|number }} {{ share_of(0, 0) }}") == (
        "85.0 % 1,234.5 –"
    )
    with translation.override("sv"):
        assert render("{{ 0.85|percent }} {{ 1234.5|number }}") == "85,0 % 1 234,5"
        assert render("{{ at|clock }}", at=datetime(2026, 5, 5, 12, 10, tzinfo=UTC)) == "14:10"


def test_plain_text_keeps_its_lines_and_is_escaped() -> None:
    drawn = render("{{ text|paragraphs }}", text="Hej\r\n<b>du</b>\n\n\n\nEva")

    assert drawn == "<p>Hej<br>&lt;b&gt;du&lt;/b&gt;</p>\n<p>Eva</p>"


def test_words_in_a_translated_sentence_are_escaped() -> None:
    assert render('{{ _("Hello %(name)s") | format(name=name) }}', name="<i>") == "Hello &lt;i&gt;"
