"""Take HTML apart safely: nh3 makes it well-formed first, so that simple steps are enough."""

import re
from dataclasses import dataclass
from html import unescape

import nh3

from gensvar.channels.mail.reading.limits import MAX_HTML, MAX_HTML_DEPTH, MAX_HTML_TAGS

TAGS = {
    "a", "abbr", "address", "article", "aside", "b", "big", "blockquote", "br", "caption", "center",
    "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em",
    "figcaption", "figure", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "i", "img", "ins", "kbd", "li", "main", "mark", "ol", "p", "pre", "q", "s", "samp", "section",
    "small", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot",
    "th", "thead", "time", "tr", "tt", "u", "ul", "var", "wbr",
}  # fmt: skip
VOID = {"br", "col", "hr", "img", "wbr"}
DROPPED = {"script", "style", "title", "template", "noscript", "svg", "math", "select", "iframe"}
HINTS = {"class", "id", "style"}
CLEANER = nh3.Cleaner(
    tags=TAGS,
    clean_content_tags=DROPPED,
    attributes={
        "*": HINTS,
        "a": {"href", "title"},
        "img": {"src", "alt", "width", "height"},
        "td": {"colspan", "rowspan"},
        "th": {"colspan", "rowspan"},
        "ol": {"start"},
        "blockquote": {"type"},
        "div": {"name"},
    },
    url_schemes={"http", "https", "mailto", "tel", "cid", "data"},
    link_rel=None,
)
TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:\s[\w:-]+(?:="[^"]*")?)*)\s*/?>|([^<]+)')
ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
FEW_TAGS = 5_000
OPENING = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)")
UNSEEN = tuple(
    (re.compile(begin, re.IGNORECASE), re.compile(end, re.IGNORECASE))
    for begin, end in (
        (r"<!--", r"-->"),
        (r"<script\b", r"</script\s{0,20}>"),
        (r"<style\b", r"</style\s{0,20}>"),
    )
)
BREAKING = re.compile(r"<(?:br|/p|/div|/tr|/li|/h\d)\b[^<>]{0,2000}>", re.IGNORECASE)
ANY_TAG = re.compile(r"<[a-zA-Z/!?][^<>]{0,20000}>?")
UNCLOSED = {"br", "img", "hr", "meta", "link", "input", "col", "area", "base", "wbr", "p", "li",
            "td", "tr", "th", "option", "dt", "dd"}  # fmt: skip


@dataclass(slots=True)
class Token:
    """A piece of clean HTML: a tag (name in small letters) or text (name empty)."""

    raw: str
    name: str = ""
    is_end: bool = False
    attributes: dict[str, str] | None = None

    @property
    def text(self) -> str:
        return unescape(self.raw)

    def get(self, name: str) -> str:
        return unescape(self.attributes.get(name, "")) if self.attributes else ""


def is_too_complicated(html: str) -> bool:
    """Tell whether cleaning would take too long: the work grows with depth times size."""
    count = html.count("<")
    if len(html) > MAX_HTML or count > MAX_HTML_TAGS:
        return True
    if count < FEW_TAGS:
        return False
    depth = deepest = 0
    for tag in OPENING.finditer(html):
        if tag[2].lower() not in UNCLOSED:
            depth += -1 if tag[1] else 1
            depth = max(depth, 0)
            deepest = max(deepest, depth)
    return deepest > MAX_HTML_DEPTH


def tokens(html: str) -> list[Token]:
    """Return the clean tokens of any HTML; only allowed tags are left."""
    found: list[Token] = []
    tags: dict[str, Token] = {}
    for piece in TOKEN.finditer(CLEANER.clean(html)):
        raw, end, name, attributes, text = piece[0], *piece.groups()
        if text is not None:
            found.append(Token(raw))
            continue
        token = tags.get(raw)
        if token is None:
            pairs = dict(ATTRIBUTE.findall(attributes)) if attributes else None
            token = tags[raw] = Token(raw, name, bool(end), pairs)
        found.append(token)
    return found


def bare_text(html: str) -> str:
    """Return the words of HTML that is too complicated to clean, in one pass for each kind."""
    html = html[:MAX_HTML]
    for begin, end in UNSEEN:
        html = _without(html, begin, end)
    html = BREAKING.sub("\n", html)
    text = unescape(ANY_TAG.sub("", html))
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


def _without(html: str, begin: re.Pattern[str], end: re.Pattern[str]) -> str:
    kept: list[str] = []
    position = 0
    while first := begin.search(html, position):
        kept.append(html[position : first.start()])
        last = end.search(html, first.end())
        if last is None:
            return " ".join(kept)
        position = last.end()
    return " ".join([*kept, html[position:]])
