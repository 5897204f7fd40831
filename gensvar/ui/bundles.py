"""Which files make up the style and the script of a page.

While developing, a page links each file. When static files are collected, `HashedStaticFiles`
joins them, so that a page loads one stylesheet and one script, named by content and cached forever.
Scripts are joined as blocks: they neither import nor export, but speak through DOM events.
"""

from collections.abc import Mapping
from typing import Final

_BASE = ("layers", "tokens", "base", "button", "tag", "personchip", "summary", "deadline")
_PARTS = ("timeline", "table", "form", "dialog", "empty", "refusal", "tasklist", "menu")
_DESK = (
    *("frame", "composer", "worklist", "filterbar", "palette", "tile", "pager", "offer"),
    "softphone",
    "intervalchart",
    "chatpanel",
)
_DESK_SCREENS = (
    "cases",
    "case",
    "desk",
    "floor",
    "wallboard",
    "backoffice",
    "setup",
    "login",
    "figures",
    "performing",
    "phone",
    "paper",
    "counter",
    "reference",
)
_PORTAL_SCREENS = ("start", "ask", "follow", "visit")

_ALWAYS = ("relative-time", "unsaved", "drafts", "files")
_DESK_BEHAVIOURS = (
    "htmx",
    "menu",
    "dialog",
    "tabs",
    "presence",
    "beat",
    "live",
    "phone-link",
    "steady",
    "still",
    "selection",
    "shortcuts",
    "sending",
    "palette",
    "print",
)


def _styles(*names: str) -> tuple[str, ...]:
    return tuple(f"ui/css/{name}.css" for name in names)


def _screens(*names: str) -> tuple[str, ...]:
    return tuple(f"ui/css/screens/{name}.css" for name in names)


def _scripts(*names: str) -> tuple[str, ...]:
    return tuple(f"ui/js/{name}.js" for name in names)


BUNDLES: Final[Mapping[str, tuple[str, ...]]] = {
    "ui/desk.css": _styles(*_BASE, *_PARTS, *_DESK) + _screens(*_DESK_SCREENS, "knowledge"),
    "ui/portal.css": _styles(*_BASE, *_PARTS, "portal", "pager")
    + _screens(*_PORTAL_SCREENS, "knowledge"),
    "ui/desk.js": _scripts(*_ALWAYS, *_DESK_BEHAVIOURS, "insert", "lix", "texting"),
    "ui/portal.js": _scripts(*_ALWAYS, "dialog", "print"),
    "ui/chat.css": _styles("layers", "tokens", "base", "button", "form", "chat"),
    "ui/chat.js": _scripts("chat"),
}


def joined(name: str, parts: Mapping[str, str]) -> str:
    """Return one file made of `parts`, a mapping from path to text, in the bundle's order."""
    texts = (parts[path] for path in BUNDLES[name])
    if name.endswith(".js"):
        return "\n".join(f"{{\n{text}}}" for text in texts) + "\n"
    return "\n".join(texts)
