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
OPENING = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)")
DOUBLE_COMMENT = re.compile(r"<!--\[if [^\]]{0,100}\]>.*?<!\[endif\]-->", re.DOTALL)
REVEALED = re.compile(r"<!\[(?:if [^\]]{0,100}|endif)\]>")
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
    if len(html) > MAX_HTML or html.count("<") > MAX_HTML_TAGS:
        return True
    depth = deepest = 0
    for tag in OPENING.finditer(html):
        if tag[2].lower() not in UNCLOSED:
            depth += -1 if tag[1] else 1
            depth = max(depth, 0)
            deepest = max(deepest, depth)
    return deepest > MAX_HTML_DEPTH


def tokens(html: str) -> list[Token]:
    """Return the clean tokens of any HTML; only allowed tags are left."""
    html = REVEALED.sub("", DOUBLE_COMMENT.sub("", html)) if "<![" in html else html
    found: list[Token] = []
    for piece in TOKEN.finditer(CLEANER.clean(html)):
        if piece[4] is not None:
            found.append(Token(piece[4]))
            continue
        attributes = dict(ATTRIBUTE.findall(piece[3])) if piece[3] else None
        found.append(Token(piece[0], piece[2], bool(piece[1]), attributes))
    return found


def bare_text(html: str) -> str:
    """Return the words of HTML that is too complicated to clean."""
    html = re.sub(r"<(script|style)\b.{0,200000}?</\1\s*>", " ", html[:MAX_HTML], flags=re.S | re.I)
    html = re.sub(r"<!--.{0,100000}?-->", " ", html, flags=re.S)
    html = re.sub(r"<(?:br|/p|/div|/tr|/li|/h\d)\b[^<>]{0,2000}>", "\n", html, flags=re.I)
    text = unescape(re.sub(r"<[a-zA-Z/!?][^<>]{0,20000}>?", "", html))
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))
