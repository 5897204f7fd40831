"""The template environment: translation, addresses, icons and formats for every page."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

from django.contrib.staticfiles.storage import staticfiles_storage
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from gensvar.ui import formats
from gensvar.ui.bundles import BUNDLES

_SPRITE: Final = Path(__file__).parent / "static" / "ui" / "icons.svg"


def environment(**options: Any) -> Environment:
    """Return the environment that Django's Jinja2 backend renders pages with."""
    options["undefined"] = StrictUndefined
    options.setdefault("extensions", ["jinja2.ext.i18n"])
    made = Environment(trim_blocks=True, lstrip_blocks=True, **options)  # noqa: S701 autoescape comes in options
    made.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext,
        translation.ngettext,
        newstyle=False,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )
    made.globals.update(
        url=url,
        static=static_address,
        icon=icon,
        stylesheets=stylesheets,
        scripts=scripts,
        language=language,
        share_of=share_of,
        # Pages rendered without a request, or before anybody signed in, still draw.
        viewer=None,
        nav=(),
        strip_part=str,
        strip_acts=list,
        request=None,
        csrf_token=None,
    )
    made.filters.update(_FILTERS)
    return made


@cache
def static_address(path: str) -> str:
    return static(path)


@lru_cache(maxsize=10_000, typed=True)
def url(name: str, *args: Any, **kwargs: Any) -> str:
    return reverse(name, args=args, kwargs=kwargs)


def language() -> str:
    return translation.get_language() or "en"


# Addresses of files never change while a process lives, so what is made of them is kept.
@cache
def icon(name: str, size: str | None = None) -> Markup:
    """Return the icon `name`, drawn with the colour of the text around it; `size` is s or l."""
    if name not in icon_names():
        raise LookupError(f"icons.svg has no icon called {name!r}")
    data_size = Markup(' data-size="{}"').format(size) if size else ""
    drawn = Markup('<svg class="icon"{} aria-hidden="true"><use href="{}#{}"/></svg>')
    return drawn.format(data_size, static("ui/icons.svg"), name)


@cache
def icon_names() -> frozenset[str]:
    """Return the names of all icons in the sprite."""
    drawn = ElementTree.parse(_SPRITE).getroot()  # noqa: S314 our own file
    return frozenset(symbol.attrib["id"] for symbol in drawn)


@cache
def stylesheets(bundle: str) -> Markup:
    """Return the links to a bundle's style: one file when collected, each file otherwise."""
    link = Markup('<link rel="stylesheet" href="{}">')
    return Markup("\n").join(link.format(static(path)) for path in _files(f"ui/{bundle}.css"))


@cache
def scripts(bundle: str) -> Markup:
    """Return the tags for a bundle's behaviours; they run once the page is read."""
    tag = Markup('<script type="module" src="{}"></script>')
    return Markup("\n").join(tag.format(static(path)) for path in _files(f"ui/{bundle}.js"))


def _files(bundle: str) -> tuple[str, ...]:
    is_collected = getattr(staticfiles_storage, "is_collected", False)
    return (bundle,) if is_collected else BUNDLES[bundle]


def _words() -> formats.Language:
    return formats.language(language())


def when(at: datetime) -> str:
    return formats.when(at, now=timezone.now(), zone=_zone(), words=_words())


def when_in_full(at: datetime) -> str:
    return formats.when_in_full(at, now=timezone.now(), zone=_zone(), words=_words())


def day(on: date) -> str:
    return formats.day(_local_date(on), today=timezone.localdate(), words=_words())


def day_in_full(on: date) -> str:
    return formats.day_in_full(_local_date(on), today=timezone.localdate(), words=_words())


def clock(at: datetime) -> str:
    return formats.clock(at, zone=_zone())


def number(value: int | float | Decimal, decimals: int | None = None) -> str:
    return formats.number(value, words=_words(), decimals=decimals)


def percent(share: float | Decimal | None, decimals: int = 1) -> str:
    return formats.percent(share, words=_words(), decimals=decimals)


def share_of(part: int, whole: int, decimals: int = 1) -> str:
    return formats.share_of(part, whole, words=_words(), decimals=decimals)


def filesize(size_bytes: int) -> str:
    return formats.filesize(size_bytes, words=_words())


def duration(length: timedelta | float) -> str:
    return formats.duration(length, words=_words())


def paragraphs(text: str) -> Markup:
    """Return plain text as paragraphs with its line breaks kept; everything in it is escaped."""
    blocks = (block for block in text.replace("\r\n", "\n").split("\n\n") if block.strip())
    broken = (Markup("<br>").join(block.strip("\n").split("\n")) for block in blocks)
    return Markup("\n").join(Markup("<p>{}</p>").format(block) for block in broken)


def _zone() -> Any:
    return timezone.get_current_timezone()


def _local_date(on: date) -> date:
    return timezone.localtime(on).date() if isinstance(on, datetime) else on


_FILTERS: Final = {
    "when": when,
    "when_in_full": when_in_full,
    "day": day,
    "day_in_full": day_in_full,
    "clock": clock,
    "number": number,
    "percent": percent,
    "filesize": filesize,
    "duration": duration,
    "stopwatch": formats.stopwatch,
    "paragraphs": paragraphs,
}
