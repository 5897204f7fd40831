"""Read clean HTML as lines of text, and know which lines programs have marked as old."""

import re
from dataclasses import dataclass
from html import unescape

from gensvar.channels.mail.reading.html_tokens import VOID, Token
from gensvar.channels.mail.reading.quote_words import is_forward_mark
from gensvar.channels.mail.reading.quotes import is_introduced

BLOCKS = {
    "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "div", "dl",
    "dt", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
    "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
}  # fmt: skip
SPACED = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "ul", "ol", "pre"}
# Marks that mail programs put around what they quote …
QUOTE_CLASS = re.compile(
    r"(?:^|\s)(?:x_)?(?:gmail_quote|gmail_quote_container|gmail_attr|yahoo_quoted|protonmail_quote"
    r"|moz-cite-prefix|tutanota_quote|zmail_extra|front-blockquote|airmail_quote|ydp\w*yahoo_quoted"
    r"|iwc-quote|freshdesk_quote|hs_reply|wmQuote|mailru-quote|cite-prefix|bloop_original_html"
    r"|OutlookMessageHeader|reply-intro|quoted-reply|mail-quote-collapse|skype_quote|spark_quote)"
    r"(?:\s|$)"
)
QUOTE_ID = re.compile(
    r"(?:x_|m_-?\d+)*(?:yahoo_quoted_\d+|mail-app-auto-quote|reply-intro|isReplyContent"
    r"|replySplit|messageReplySection|composeWebViewQuote\w*)",
)
# … and marks that say: everything from here on is old.
POINT = re.compile(
    r"(?:x_|m_-?\d+)*(?:divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION|stopSpelling"
    r"|mail-editor-reference-message-container|ms-outlook-mobile-reference-message|zwchr"
    r"|divRpF\d+|quoted_text_container)"
)
SIGNATURE = re.compile(
    r"(?:x_)*(?:gmail_signature|moz-signature|Signature|ms-outlook-mobile-signature"
    r"|ms-outlook-ios-signature|AppleMailSignature|yahoo_signature|ydp\w*signature"
    r"|protonmail_signature_block(?:-user)?|tutanota_signature)"
)
HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.IGNORECASE)
SPACE = re.compile(r"[ \t\r\n\f\u00a0]+")
WIDE = re.compile(r"[\t\r\n\f\u00a0]|  ")
INVISIBLE = re.compile("[\u200b\ufeff\u034f\u2060]")


@dataclass(slots=True)
class Line:
    """One line of text, the token where it begins, and what the HTML says of it."""

    text: str
    token: int
    is_old: bool = False
    is_signature: bool = False


class _Reader:
    """Walks the tokens once, keeping count of what surrounds the current one."""

    def __init__(self, found: list[Token], *, keeps_point: bool) -> None:
        self.tokens = found
        self.keeps_point = keeps_point
        self.lines: list[Line] = []
        self.buffer: list[str] = []
        self.begin = 0
        self.stack: list[tuple[str, int, int, int]] = []
        self.old = self.hidden = self.signed = 0
        self.pre = 0
        self.is_past = False
        self.marks: dict[str, set[str]] = {}
        self.hidden_tokens: set[int] = set()

    def read(self) -> list[Line]:
        for at, token in enumerate(self.tokens):
            if not token.name:
                self._words(at, token)
            elif token.is_end:
                self._close(at, token.name)
            else:
                self._open(at, token)
        self._flush(len(self.tokens))
        return self.lines

    def _words(self, at: int, token: Token) -> None:
        if self.hidden:
            self.hidden_tokens.add(at)
            return
        text = token.raw if token.raw.isascii() else INVISIBLE.sub("", token.raw)
        if "&" in text:
            text = unescape(text)
        if self.pre:
            *whole, last = text.replace("\u00a0", " ").split("\n")
            for line in whole:
                self._say(at, line)
                self._flush(at)
            self._say(at, last)
            return
        self._say(at, SPACE.sub(" ", text) if WIDE.search(text) else text)

    def _say(self, at: int, words: str) -> None:
        if words and not self.buffer:
            self.begin = at
        if words:
            self.buffer.append(words)

    def _open(self, at: int, token: Token) -> None:
        name = token.name
        if name in BLOCKS:
            self._flush(at)
            if name in SPACED:
                self._blank(at)
        if name == "li":
            self._say(at, "- ")
        elif name in ("td", "th") and self.buffer:
            self._say(at, " ")
        if name in VOID:
            self._pass(at, token)
            return
        self.stack.append((name, self.old, self.hidden, self.signed))
        self.pre += name == "pre"
        self._enter(at, token)

    def _pass(self, at: int, token: Token) -> None:
        """Read a tag that holds nothing: a line break, a picture, a rule."""
        self.is_past = self.is_past or self._is_point(token)
        if self.hidden:
            self.hidden_tokens.add(at)
        elif token.name == "br":
            self._flush(at, is_break=True)
        elif token.name == "img" and 0 < len(token.get("alt")) <= 4:
            # Mail programs send an emoji as a picture of it.
            self._say(at, token.get("alt"))

    def _enter(self, at: int, token: Token) -> None:
        if token.name == "blockquote" and self._is_introduced(token):
            self.old += 1
        if not token.attributes:
            return
        marks = self.marks.get(token.raw)
        if marks is None:
            marks = self.marks[token.raw] = self._marks_of(token)
        self.hidden += "hidden" in marks
        self.signed += "signature" in marks
        if ("quote" in marks or "point" in marks) and not self._forwards(at):
            self.old += "quote" in marks
            self.is_past = self.is_past or "point" in marks

    def _marks_of(self, token: Token) -> set[str]:
        """Say what the attributes of a tag mean; a mail repeats few tags many times."""
        marks = set()
        if HIDDEN.search(token.get("style")):
            marks.add("hidden")
        elif _is_quote(token):
            marks.add("quote")
        elif self._is_point(token):
            marks.add("point")
        if SIGNATURE.fullmatch(token.get("id")) or SIGNATURE.search(token.get("class")):
            marks.add("signature")
        return marks

    def _is_introduced(self, token: Token) -> bool:
        """A bare blockquote is the writer's own unless «Eva wrote:» stands over it."""
        if self.keeps_point:
            return False
        is_drawn = "border-left" in token.get("style") and "solid" in token.get("style")
        return is_drawn or is_introduced([line.text for line in self.lines[-6:]])

    def _is_point(self, token: Token) -> bool:
        if self.keeps_point or not token.attributes:
            return False
        hints = (token.get("id"), *token.get("class").split())
        return any(POINT.fullmatch(hint) for hint in hints)

    def _forwards(self, at: int) -> bool:
        """Tell whether the marked block is a forwarded mail, which is news to the reader."""
        if self.keeps_point:
            return True
        seen = [one.text.strip() for one in self.tokens[at : at + 30] if not one.name]
        return any(is_forward_mark(text) for text in [one for one in seen if one][:3])

    def _close(self, at: int, name: str) -> None:
        if name in BLOCKS:
            self._flush(at)
            if name in SPACED:
                self._blank(at)
        if self.stack and self.stack[-1][0] == name:
            _, self.old, self.hidden, self.signed = self.stack.pop()
            self.pre -= name == "pre"

    def _blank(self, at: int) -> None:
        if self.lines and self.lines[-1].text:
            self.lines.append(Line("", at, self._is_old, self.signed > 0))

    @property
    def _is_old(self) -> bool:
        return self.old > 0 or self.is_past

    def _flush(self, at: int, *, is_break: bool = False) -> None:
        words = "".join(self.buffer)
        if not self.pre and WIDE.search(words):
            words = SPACE.sub(" ", words)
        text = words.rstrip() if self.pre else words.strip()
        if text or is_break:
            begin = self.begin if self.buffer else at
            self.lines.append(Line(text, begin, self._is_old, self.signed > 0))
        self.buffer.clear()


def _is_quote(token: Token) -> bool:
    if token.get("type") == "cite" or token.get("name") in ("quote", "messageReplySection"):
        return True
    marks = QUOTE_CLASS.search(token.get("class")) or QUOTE_ID.fullmatch(token.get("id"))
    return marks is not None


def html_lines(found: list[Token], *, is_forward: bool = False) -> tuple[list[Line], set[int]]:
    """Return the lines of the HTML and the tokens nobody was meant to see."""
    reader = _Reader(found, keeps_point=is_forward)
    return reader.read(), reader.hidden_tokens
