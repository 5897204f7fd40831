"""Tell new words from old: which lines of a mail quote an earlier one.

A line is old when it begins with «>», when HTML marks it, when an introduction of one of the
known kinds stands over it, or when it comes after a mark that ends what is new. Words are
never hidden altogether: if nothing new would be left, nothing is taken to be old.
"""

import re
from collections.abc import Sequence

from gensvar.channels.mail.reading.limits import MAX_LINES
from gensvar.channels.mail.reading.quote_words import (
    ROLE,
    WROTE,
    folded,
    is_forward_mark,
    is_original_mark,
)

# «EK> …» is how some programs quote: by the initials of who wrote.
QUOTED = re.compile(r"\s{0,3}(?:(?:[A-Z]{1,3})?>(?:\s|>|$)|>|&gt;)")
VERB = re.compile(
    r"(?:^|[\s>\])\"'’,.]|\d)(?:" + "|".join(map(re.escape, WROTE)) + r")(?=$|[\s:,(<\"'：*-])",
    re.IGNORECASE,
)
MOMENT = re.compile(
    r"\d{1,2}[.:h]\d{2}|\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}|\b(?:19|20)\d{2}\b"
)
STARTS = re.compile(
    r"(?:on|den|am|le|el|il|em|op|a|pe|dne|dňa|w dniu|dnia|på|the|em|в|на|у|στις|tarihinde|la|"
    r"från|von|from|de|lör|sön|mån|tis|ons|tors?|fre|mon|tue|wed|thu|fri|sat|sun|kl|\d"
    r"|[^\W\d_]{2,4}\.?,?\s\d)",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"[^\s<>@]+@[^\s<>@]+|\[mailto:")
LABEL = re.compile(
    r"[>\s|]*[*_]{0,3}([^\W\d_][^:：*\n]{0,24}?)\s*[*_]{0,3}\s*[:：][*_]{0,3}\s*(.*)"
)
RULE = re.compile(r"[>\s]*(?:_{10,}|-{20,}|={20,}|\*{20,}|—{10,})\s*")
# «2016-03-03 17:21 GMT+01:00 Eva Ek <eva@…>:», as Gmail wrote for years.
DATED = re.compile(
    r"\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:,? \d{1,2}:\d{2}(?::\d{2})?)?"
    r"(?: GMT[+-]\d{1,2}:\d{2} \S.{1,80}| [^\d\s<].{0,80}<[^<>@\s]+@[^<>@\s]+>?)\s*:?"
)
# «Eva Ek <eva@…> wrote:»
NAMED = re.compile(r"[^<>:@]{1,60}<[^<>\s]+@[^<>\s]+>\s[^\d<>:]{2,30}:")
TORN = re.compile(r"<mailto:[^<>]{0,200}(?:<[^<>\s]{3,320}>)?>\s?[^\d<>:]{2,30}:")
SHORT_RULE = re.compile(r"\s*(?:[-=_*~]{3,}|—{2,})\s*")
CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d{2}:\d{2}(?!\d)")
# Plain text made from HTML sometimes loses the colon after the verb.
ENDINGS = (":", "：", "wrote", "skrev", "schrieb", "écrit")
LOTUS = re.compile(
    r"[>\s]*-{2,}\s?.{3,200}?(?:wrote|schrieb|skrev|a écrit|kirjoitti|schreef)\s?:?\s?-{2,}\s*"
)
HORDE = re.compile(
    r"(?:quoting|citerar|citat från|zitat von|citando|citando a|citing|cytowanie|cituji|citace|"
    r"lainaus|citaat van|quoted from)\s.{2,200}:$",
    re.IGNORECASE,
)
ABOVE = re.compile(
    r"(?:reply|write|type|respond|svara|skriv|antworten|schreiben|répond|responda|rispondi).{0,40}"
    r"(?:above|ovanför|oberhalb|över|au-dessus|arriba|sopra|acima).{0,30}(?:line|rad|linje"
    r"|zeile|ligne|línea|riga|linha)",
    re.IGNORECASE,
)
BLOCK_LINES = 9
WRAPPED = 60
INTRODUCTION_LINES = 5
INTRODUCTION_LENGTH = 420


def old_lines(
    lines: Sequence[str], marked: Sequence[bool], *, is_forward: bool = False
) -> list[bool]:
    """Answer for each line whether it repeats an earlier mail; `marked` is what HTML says."""
    old = [mark or is_quoted(line) for line, mark in zip(lines, marked, strict=True)]
    _mark_wrapped_ends(lines, old)
    news = forward_begins(lines, old)
    if is_forward:
        news = min(news, _sent_on_from(lines, old))
    else:
        stop = min(news, MAX_LINES)
        _mark_introductions(lines, old, stop)
        cut = _cut(lines, old, stop)
        if cut < stop and _has_news(lines[:cut], old[:cut]):
            cut = _with_rule(lines, cut)
            old[cut:] = [True] * (len(old) - cut)
            news = len(lines)
    old[news:] = [False] * (len(lines) - news)
    return old if _has_news(lines, old) else [False] * len(lines)


def is_quoted(line: str) -> bool:
    """Tell whether the line repeats somebody's words; «> Only today! <» is decoration."""
    return QUOTED.match(line) is not None and not line.rstrip().endswith(" <")


def _has_news(lines: Sequence[str], old: Sequence[bool]) -> bool:
    return any(line.strip() and not gone for line, gone in zip(lines, old, strict=True))


def _with_rule(lines: Sequence[str], cut: int) -> int:
    """Take a ruled line above the old mail along with it."""
    above = cut - 1
    while above > 0 and not lines[above].strip():
        above -= 1
    return above if above > 0 and SHORT_RULE.fullmatch(lines[above]) else cut


def _mark_wrapped_ends(lines: Sequence[str], old: list[bool]) -> None:
    """Mark what a program broke off a long quoted line: «> … and the\nsidewalk\n> is …»."""
    if True not in old:
        return
    for at in range(1, min(len(lines) - 1, MAX_LINES)):
        if old[at] or not (old[at - 1] and old[at + 1]):
            continue
        line, before = lines[at].strip(), lines[at - 1].rstrip()
        if 0 < len(line) < len(before) and len(before) >= WRAPPED and not line[0].isupper():
            old[at] = not before.endswith((".", "?", "!", ":"))


def forward_begins(lines: Sequence[str], old: Sequence[bool] = ()) -> int:
    """Find where a forwarded mail begins: all of that is news to us, whatever it quotes."""
    for at, line in enumerate(lines[:MAX_LINES]):
        if line and is_forward_mark(line) and (at >= len(old) or opens_quote(lines, old, at)):
            return at
        if line and is_original_mark(line):
            break
    return len(lines)


def opens_quote(lines: Sequence[str], old: Sequence[bool], at: int) -> bool:
    """Tell whether nothing above says that what is quoted from this line on was answered."""
    if not old[at]:
        return True
    above = at - 1
    while above >= 0 and not lines[above].strip(" \t>"):
        above -= 1
    return above < 0 or not (old[above] or is_introduced(lines[max(0, above - 9) : above + 1]))


def _sent_on_from(lines: Sequence[str], old: Sequence[bool]) -> int:
    """Find the first quoted line in a mail sent on: it is what was sent if a header tells so."""
    first = next((at for at, gone in enumerate(old[:MAX_LINES]) if gone), len(lines))
    if first == len(lines):
        return first
    above = [line for line in lines[max(0, first - 9) : first] if line.strip()]
    begins = _next_line([line.lstrip("> \t") for line in lines[: first + 9]], first)
    if begins >= len(lines) or (above and is_introduced(above)):
        return first
    is_header = is_original_mark(lines[begins]) or is_header_block(lines, begins)
    return first if is_header else len(lines)


def _mark_introductions(lines: Sequence[str], old: list[bool], stop: int) -> None:
    """Mark «On … Eva wrote:» wherever it stands directly over quoted lines."""
    for at in range(1, min(stop, len(lines))):
        if not old[at] or (old[at - 1] and lines[at - 1].strip()):
            continue
        last = at - 1
        while last >= 0 and not lines[last].strip():
            last -= 1
        if last < 0 or old[last]:
            continue
        first = _introduction(lines, old, last)
        old[first : last + 1] = [True] * (last + 1 - first)


def _introduction(lines: Sequence[str], old: Sequence[bool], last: int) -> int:
    """Return where the introduction ending at `last` begins, or the line after it if none does."""
    begins = last + 1
    for first in range(last, max(-1, last - INTRODUCTION_LINES), -1):
        if not lines[first].strip() or old[first]:
            break
        text = _joined(lines, first, last)
        if _introduces(text, over_quote=True):
            if MOMENT.search(text):
                return first
            begins = min(begins, last) if begins > last else begins
    return begins


def is_introduced(lines: Sequence[str]) -> bool:
    """Tell whether the last of `lines` says that somebody else's words follow."""
    last = len(lines) - 1
    while last >= 0 and not lines[last].strip():
        last -= 1
    return last >= 0 and _introduction(lines, [False] * len(lines), last) <= last


def _joined(lines: Sequence[str], first: int, last: int) -> str:
    return " ".join(line.strip() for line in lines[first : last + 1]).strip(" *_>")


def _introduces(text: str, *, over_quote: bool) -> bool:
    """Tell whether `text` is the sentence a program writes over a quoted mail."""
    if not 6 <= len(text) <= INTRODUCTION_LENGTH:
        return False
    if HORDE.match(text) or DATED.fullmatch(text):
        return True
    return _introduces_marked(text) if over_quote else _introduces_unmarked(text)


def _introduces_marked(text: str) -> bool:
    """Over marked lines little is needed: they are a quote whatever this line says."""
    ends = text.endswith((":", "：", ":*", "> :"))
    when, who = MOMENT.search(text), ADDRESS.search(text)
    if VERB.search(text) and (ends or when or who):
        return True
    return bool(ends and when and (who or "<" in text))


def _introduces_unmarked(text: str) -> bool:
    ends = text.endswith((":", "：", ":*", "> :"))
    has_verb = VERB.search(text) is not None
    when, who = MOMENT.search(text), ADDRESS.search(text)
    if not ends:
        ends = has_verb and text.endswith(ENDINGS)
    if has_verb and NAMED.fullmatch(text):
        return True
    if not (ends and when):
        return False
    if has_verb:
        return bool(who or (STARTS.match(text) and len(MOMENT.findall(text)) >= 2))
    return bool(who and re.search(r"<[^<>]+>\s*:$", text))


def _cut(lines: Sequence[str], old: Sequence[bool], stop: int) -> int:
    """Find the first line after which everything is old."""
    may_be_torn = "<" in lines
    for at in range(min(stop, len(lines))):
        line = lines[at]
        if not line or line.isspace():
            continue
        if old[at]:
            line = line.lstrip("> \t")
            if not (line and at == 0):
                continue
        if _ends_news(lines, at, line):
            return at
        if _introduced_without_marks(lines, old, at):
            return at
        if may_be_torn and _is_torn_introduction(lines, at):
            return at
    return len(lines)


def _ends_news(lines: Sequence[str], at: int, line: str) -> bool:
    if len(line) > 300:
        return is_header_block(lines, at) if ":" in line[:30] else False
    if line[0] in "-_=*—–> " or line[-1] in ":-_=":
        if is_original_mark(line) or LOTUS.fullmatch(line):
            return True
        if RULE.fullmatch(line):
            following = _next_line(lines, at + 1)
            return following < len(lines) and is_header_block(lines, following)
    if line[0] in "-#=*[" and ABOVE.search(line):
        return True
    return (":" in line or "：" in line) and is_header_block(lines, at)


def _introduced_without_marks(lines: Sequence[str], old: Sequence[bool], at: int) -> bool:
    """Find «Den … skrev Eva <…>:» over an old mail that nothing marks as quoted."""
    for last in range(at, min(at + 4, len(lines))):
        if not lines[last].strip() or (old[last] and last > at):
            return False
        if lines[last].rstrip(" *_").endswith(ENDINGS) or _is_dated(lines[last]):
            if not _introduces(_joined(lines, at, last), over_quote=False):
                return False
            if last > at and _begins_later(lines, at, last):
                return False
            following = _next_line(lines, last + 1)
            # Over marked lines the sentence was taken already: new words may follow them.
            return following < len(lines) and not old[following]
    return False


def introduction_ends(lines: Sequence[str], at: int) -> int:
    """Return the line after «On … Eva wrote:» that begins at this line, or 0 if none does."""
    for last in range(at, min(at + 3, len(lines))):
        if not lines[last].strip():
            return 0
        if lines[last].rstrip(" *_").endswith(ENDINGS) and _introduces(
            _joined(lines, at, last), over_quote=False
        ):
            return 0 if _begins_later(lines, at, last) else last + 1
    return 0


def _is_dated(line: str) -> bool:
    stripped = line.strip()
    return stripped[0].isdigit() and DATED.fullmatch(stripped) is not None


def _is_torn_introduction(lines: Sequence[str], at: int) -> bool:
    """Find «On … Eva», «<», «mailto:Eva <eva@…>», «> wrote:», each on a line of its own."""
    following = _next_line(lines, at + 1)
    if following >= len(lines) or lines[following].strip() != "<":
        return False
    near = "".join(line.strip() for line in lines[following : following + 8])
    return TORN.match(near) is not None and MOMENT.search(lines[at]) is not None


def _begins_later(lines: Sequence[str], at: int, last: int) -> bool:
    """Tell whether the first of these lines still is somebody's own words."""
    if MOMENT.search(lines[at]) or (STARTS.match(lines[at].lstrip()) and VERB.search(lines[at])):
        return False
    return any(
        _introduces(_joined(lines, later, last), over_quote=False)
        for later in range(at + 1, last + 1)
    )


def _next_line(lines: Sequence[str], at: int) -> int:
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at


def label(line: str) -> tuple[str, str]:
    """Return the role of a header line such as «Från: Eva» and its value."""
    found = LABEL.match(line[:1_000])
    if not found:
        return "", ""
    return ROLE.get(folded(found[1].strip(" .*_")), ""), found[2].strip(" *_")


def is_header_block(lines: Sequence[str], at: int) -> bool:
    """Tell whether the small header of an old mail begins at this line."""
    role, value = label(lines[at])
    if role not in ("from", "date", "subject", "to"):
        return False
    if _is_two_line_header(lines, at):
        return True
    if role == "from" and len(lines[at]) > 40 and _is_one_line_header(lines[at]):
        return True
    roles, seen = {role}, 0
    blanks = 0
    for line in lines[at + 1 : at + 1 + 2 * BLOCK_LINES]:
        if not line.strip():
            blanks += 1
            if blanks > 4:
                break
            continue
        seen += 1
        if seen > BLOCK_LINES:
            break
        role, _ = label(line)
        roles.add(role)
    roles.discard("")
    needed = 3 if value or blanks else 4
    return "from" in roles and len(roles & {"from", "date", "to", "subject"}) >= min(needed, 3)


def _is_two_line_header(lines: Sequence[str], at: int) -> bool:
    """Tell whether an address and a moment as programs write it stand there, and nothing else."""
    if at + 2 < len(lines) and lines[at + 2].strip():
        return False
    values = dict(label(line) for line in lines[at : at + 2])
    people = values.get("from") or values.get("to") or ""
    return bool(ADDRESS.search(people) and CLOCK.search(values.get("date", "")))


def _is_one_line_header(line: str) -> bool:
    words = re.findall(r"(?:^|\s)\*?([^\W\d_][^\s:*]{0,20})\*?:", line[:600])
    return len({ROLE.get(folded(word), "") for word in words} - {""}) >= 3
