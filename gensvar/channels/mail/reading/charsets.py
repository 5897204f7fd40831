"""Turn bytes into text, whatever the mail says they are.

A label is a hint: UTF-8 that decodes is UTF-8 whatever it is called, Latin-1 is always
read as Windows-1252, and single wrong bytes never spoil the rest of a text.
"""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from gensvar.channels.mail.reading.problems import Problem

ALIASES = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "l1": "cp1252",
    "iso8859-1": "cp1252", "iso_8859-1": "cp1252", "iso-8859-1-windows-3.1-latin-1": "cp1252",
    "windows-1252": "cp1252", "cp-1252": "cp1252", "win-1252": "cp1252", "x-ansi": "cp1252",
    "ansi": "cp1252", "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874",
    "windows-874": "cp874", "iso-8859-8-i": "cp1255", "iso-8859-8-e": "cp1255",
    "iso-8859-8": "cp1255", "iso-8859-6-i": "iso-8859-6", "logical": "cp1255",
    "win-1250": "cp1250", "win-1251": "cp1251", "windows1250": "cp1250",
    "windows1251": "cp1251", "x-cp1251": "cp1251", "windows-1251": "cp1251",
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030",
    "x-euc-cn": "gb18030", "euc-cn": "gb18030", "cp936": "gb18030", "hz-gb-2312": "hz",
    "ks_c_5601-1987": "cp949", "ks_c_5601-1989": "cp949", "ksc5601": "cp949", "korean": "cp949",
    "euc-kr": "cp949", "x-windows-949": "cp949", "windows-949": "cp949",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932",
    "ms_kanji": "cp932", "windows-31j": "cp932", "x-euc-jp": "euc_jp", "eucjp": "euc_jp",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "x-x-big5": "big5hkscs", "cn-big5": "big5hkscs",
    "macintosh": "mac_roman", "x-mac-roman": "mac_roman", "mac": "mac_roman",
    "x-mac-ce": "mac_latin2", "x-mac-cyrillic": "mac_cyrillic", "x-mac-greek": "mac_greek",
    "x-mac-turkish": "mac_turkish", "x-mac-icelandic": "mac_iceland", "koi8r": "koi8-r",
    "koi8": "koi8-r", "koi8u": "koi8-u", "unicode-1-1-utf-7": "utf-7", "utf7": "utf-7",
    "unicode-1-1-utf-8": "utf-8", "utf8mb4": "utf-8", "x-utf-8": "utf-8", "unicode": "utf-8",
    "utf_8": "utf-8", "iso-10646-ucs-2": "utf-16", "ucs-2": "utf-16", "cp-850": "cp850",
    "iso-2022-jp-1": "iso2022_jp_1", "iso-2022-jp-ms": "iso-2022-jp", "cp50220": "iso-2022-jp",
    "cp50221": "iso-2022-jp", "csiso2022jp": "iso-2022-jp",
}  # fmt: skip
SILENT = {
    "", "us-ascii", "ascii", "ansi_x3.4-1968", "unknown-8bit", "unknown", "x-unknown", "8bit",
    "7bit", "binary", "default", "none", "default_charset", "_autodetect", "x-user-defined",
    "utf-8", "utf8",
}  # fmt: skip
# Text codecs only: "punycode", "unicode_escape" and "idna" would let a mail choose odd work.
TEXT_CODEC = re.compile(
    r"(utf|iso|cp|ibm|windows|koi|mac|big5|gb|euc|shift|johab|hz|ptcp|kz|latin|hp|tis|cs)"
)
SINGLE_BYTE = re.compile(r"(cp125|cp874|cp8|iso-?8859|iso8859|koi8|mac|latin|hp|ptcp|kz|tis)")
MULTI_BYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
ASCII_LETTER = re.compile(rb"[A-Za-z]")
HIGH = re.compile(rb"[\x80-\xff]")
JIS_ESCAPE = re.compile(rb"\x1b(\$[@B]|\([BJI]|\$\(D)")
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# A header keeps its line breaks here so that an injection can be seen and told.
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff]")
SAMPLE = 3_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and what had to be overlooked to get it."""

    text: str
    problems: tuple[Problem, ...] = ()


def _one_byte_as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes UTF-8 refuses the way Windows would have meant them."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", "replace"), error.end


codecs.register_error("gensvar.windows1252", _one_byte_as_windows_1252)


def decode(content: bytes, label: str = "") -> Decoded:
    """Read `content` as text that can be stored; `label` is the charset the mail claims."""
    decoded = _decode(content, label)
    if decoded.text.isascii() and not CONTROL.search(decoded.text):
        return decoded
    text = CONTROL.sub("", decoded.text).encode("utf-8", "replace").decode("utf-8")
    return Decoded(text, decoded.problems)


def _decode(content: bytes, label: str) -> Decoded:
    for mark, codec in BOMS:
        if content.startswith(mark):
            return _lossy(content, codec)
    name = label.strip(" \t\"'<>;,").lower()
    if content.isascii() and not _is_escaping(name, content):
        return Decoded(content.decode("ascii"))
    if name in SILENT:
        return _unlabelled(content, claims_utf8=name.startswith("utf"))
    known = _codec_of(name)
    if known is None:
        text = _unlabelled(content, claims_utf8=False).text
        return Decoded(text, (Problem.UNKNOWN_CHARSET,))
    return _labelled(content, known)


def _is_escaping(name: str, content: bytes) -> bool:
    """Tell whether pure ASCII bytes still hide other letters (ISO-2022, HZ, UTF-7, UTF-16)."""
    if b"\x1b" in content:
        return True
    if name in ("", "us-ascii", "utf-8"):
        return False
    return name.startswith(
        ("utf-7", "utf7", "unicode-1-1-utf-7", "hz", "utf-16", "utf16", "utf-32")
    )


def _codec_of(name: str) -> str | None:
    codec = ALIASES.get(name) or ALIASES.get(name.replace("_", "-")) or name
    if not TEXT_CODEC.match(codec) or len(codec) > 40:
        return None
    try:
        codecs.lookup(codec)
    except (LookupError, ValueError):
        return _codec_of(re.sub(r"^(cs|x-)", "", codec)) if re.match("cs|x-", codec) else None
    return codec


def _labelled(content: bytes, codec: str) -> Decoded:
    if codec.replace("_", "-").startswith("iso-2022-jp") or codec.startswith("iso2022_jp"):
        return _japanese(content, codec)
    if SINGLE_BYTE.match(codec) and _is_utf8(content):
        return Decoded(content.decode("utf-8"), (Problem.WRONG_CHARSET,))
    try:
        return Decoded(_windows_1252(content) if codec == "cp1252" else content.decode(codec))
    except (UnicodeError, ValueError):
        if _is_utf8(content):
            return Decoded(content.decode("utf-8"), (Problem.WRONG_CHARSET,))
        return _lossy(content, codec)


def _windows_1252(content: bytes) -> str:
    """Read Windows-1252; its five empty places become the Latin-1 control they stand for."""
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(
            piece.decode("cp1252", "ignore") or piece.decode("latin-1")
            for piece in re.findall(rb"[^\x81\x8d\x8f\x90\x9d]+|.", content, re.DOTALL)
        )


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _unlabelled(content: bytes, *, claims_utf8: bool) -> Decoded:
    """Read text without a useful label: UTF-8 if it is, else what its bytes look like."""
    if JIS_ESCAPE.search(content):
        return _japanese(content, "iso-2022-jp")
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    proper = sum(len(found) for found in MULTI_BYTE.findall(content))
    if proper and proper * 2 > len(HIGH.findall(content)):
        text = content.decode("utf-8", "gensvar.windows1252")
        return Decoded(text, (Problem.LOST_CHARACTERS,))
    problems = (Problem.WRONG_CHARSET,) if claims_utf8 else ()
    return Decoded(_guess(content), problems)


def _guess(content: bytes) -> str:
    """Guess an alphabet: few high bytes are a Western text, many are another script."""
    high = len(HIGH.findall(content))
    if high < 5 or high < len(ASCII_LETTER.findall(content)):
        return _windows_1252(content)
    cyrillic = _cyrillic(content)
    if cyrillic:
        return cyrillic
    best = from_bytes(content[:SAMPLE]).best() if high > 8 else None
    codec = best.encoding if best and TEXT_CODEC.match(best.encoding) else "cp1252"
    return content.decode(codec, "replace") if codec != "cp1252" else _windows_1252(content)


def _cyrillic(content: bytes) -> str:
    """Read Russian and its neighbours: the common small letters tell which code it is."""
    best_text, best_share = "", 0.6
    for codec in ("cp1251", "koi8-r", "iso-8859-5", "cp866"):
        text = content.decode(codec, "replace")
        foreign = [sign for sign in text[:SAMPLE] if sign > "\x7f"]
        common = sum(sign in "оеаинтсрвлкмдпуяыьгзбчйхжшюіїєъ" for sign in foreign)
        share = common / max(len(foreign), 1)
        if share > best_share:
            best_text, best_share = text, share
    return best_text


def _japanese(content: bytes, codec: str) -> Decoded:
    """Read ISO-2022-JP; vendors' extra signs are outside the standard but common."""
    for name in (codec, "iso2022_jp_ext", "iso2022_jp_2004"):
        try:
            return Decoded(content.decode(name))
        except (UnicodeError, LookupError):
            continue
    pieces = re.split(rb"(\x1b(?:\$[@B]|\([BJI]|\$\(D))", content)
    text, is_kanji = [], False
    for piece in pieces:
        if piece.startswith(b"\x1b"):
            is_kanji = piece.startswith(b"\x1b$")
        elif is_kanji:
            raised = bytes(one | 0x80 if one > 0x20 else one for one in piece)
            text.append(raised.decode("euc_jis_2004", "replace"))
        else:
            text.append(piece.decode("cp932", "replace"))
    return Decoded("".join(text))


def _lossy(content: bytes, codec: str) -> Decoded:
    try:
        text = content.decode(codec, "replace")
    except (UnicodeError, ValueError, LookupError):
        text = content.decode("utf-8", "gensvar.windows1252")
    return Decoded(text, (Problem.LOST_CHARACTERS,) if "\ufffd" in text else ())
