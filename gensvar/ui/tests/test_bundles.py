import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.test import override_settings

from gensvar.ui.bundles import BUNDLES, joined
from gensvar.ui.collecting import collect_static
from gensvar.ui.jinja import stylesheets
from gensvar.ui.storage import HashedStaticFiles

STATIC = Path(__file__).parents[1] / "static"
ALONE = {
    *("ui/js/theme.js", "ui/js/ticking.js", "ui/js/phone.js"),
    *("ui/vendor/htmx.min.js", "ui/vendor/jssip.min.js"),
}


def test_every_style_and_script_is_in_a_bundle() -> None:
    bundled = {path for paths in BUNDLES.values() for path in paths}
    lying = {
        str(path.relative_to(STATIC))
        for kind in ("css", "js")
        for path in STATIC.rglob(f"*.{kind}")
    }

    assert bundled == lying - ALONE


@pytest.mark.parametrize(
    "path", sorted((STATIC / "ui/js").glob("*.js")), ids=lambda path: path.name
)
def test_behaviours_stand_alone(path: Path) -> None:
    assert not re.search(r"^\s*(import|export)\b", path.read_text(), re.MULTILINE)


def test_scripts_are_joined_so_that_their_names_do_not_meet() -> None:
    parts = dict.fromkeys(BUNDLES["ui/desk.js"], "const one = 1;\n")

    text = joined("ui/desk.js", parts)

    assert text.count("{\nconst one = 1;\n}") == len(parts)


def test_the_vendored_htmx_is_the_version_its_note_says() -> None:
    folder = STATIC / "ui/vendor"
    version = re.search(r'version:"([\d.]+)"', (folder / "htmx.min.js").read_text())

    assert version
    assert f"htmx {version[1]}," in (folder / "README.md").read_text()


def test_the_vendored_jssip_is_the_version_its_note_says() -> None:
    folder = STATIC / "ui/vendor"
    version = re.search(
        r'title:"JsSIP".*?version:"([\d.]+)"', (folder / "jssip.min.js").read_text()
    )

    assert version
    assert f"JsSIP {version[1]}," in (folder / "README.md").read_text()
    assert "Permission is hereby granted" in (folder / "jssip.licences.txt").read_text()


def test_uncollected_files_keep_their_plain_names(tmp_path: Path) -> None:
    storage = HashedStaticFiles(location=tmp_path, base_url="/static/")

    assert storage.url("ui/desk.css") == "/static/ui/desk.css"
    assert isinstance(storage, StaticFilesStorage)


def test_a_page_links_each_file_until_they_are_collected() -> None:
    assert stylesheets("desk").count("<link") == len(BUNDLES["ui/desk.css"])


def test_collecting_makes_one_named_file_and_is_not_repeated(tmp_path: Path, settings: Any) -> None:
    settings.STATIC_ROOT = tmp_path

    assert collect_static() is True
    assert collect_static() is False
    with override_settings(DEBUG=False):
        collected = HashedStaticFiles(location=tmp_path, base_url="/static/")
        address = collected.url("ui/desk.css")
    assert re.fullmatch(r"/static/ui/desk\.[0-9a-f]{12}\.css", address)
    text = (tmp_path / address.removeprefix("/static/")).read_text()
    assert text.startswith("/* The only place where the order of styles is decided.")
    assert "@layer screens" in text


def test_a_changed_file_is_collected_again(tmp_path: Path, settings: Any) -> None:
    settings.STATIC_ROOT = tmp_path
    collect_static()
    (tmp_path / ".collected").write_text("of another day")

    assert collect_static() is True
