"""Read the words of an RTF body, as Outlook sends it in winmail.dat."""

import re

from gensvar.channels.mail.reading.charsets import decode
from gensvar.channels.mail.reading.limits import MAX_TEXT

TOKEN = re.compile(
    rb"\\'([0-9a-fA-F]{2})|\\u(-?\d{1,6}) ?|\\([a-z]{1,32})(-?\d{1,10})? ?|\\([^a-z])"
    rb"|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.IGNORECASE,
)
SILENT = {b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"header", b"footer",
          b"generator", b"themedata", b"datastore", b"listtable", b"xmlnstbl"}  # fmt: skip
BREAKS = {b"par": "\n", b"line": "\n", b"tab": "\t", b"cell": "\t", b"row": "\n", b"page": "\n",
          b"emdash": "—", b"endash": "–", b"bullet": "•", b"lquote": "‘", b"rquote": "’",
          b"ldblquote": "“", b"rdblquote": "”"}  # fmt: skip
LZFU_START = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
    b"\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0"
    b"\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
MAX_RTF = 8_000_000


def uncompressed(packed: bytes) -> bytes:
    """Unpack Microsoft's compressed RTF (MS-OXRTFCP); nothing if it is not that."""
    if len(packed) < 16 or packed[8:12] == b"MELA":
        return packed[16:]
    if packed[8:12] != b"LZFu":
        return b""
    ring = bytearray(LZFU_START.ljust(4096, b"\x00"))
    write, read = len(LZFU_START), 16
    written = bytearray()
    while read < len(packed) and len(written) < MAX_RTF:
        control, read = packed[read], read + 1
        for bit in range(8):
            if control >> bit & 1:
                if read + 1 >= len(packed):
                    return bytes(written)
                offset = packed[read] << 4 | packed[read + 1] >> 4
                length = (packed[read + 1] & 15) + 2
                read += 2
                if offset == write:
                    return bytes(written)
                chunk = range(offset, offset + length)
            elif read < len(packed):
                chunk, ring[write] = range(write, write + 1), packed[read]
                read += 1
            else:
                return bytes(written)
            for at in chunk:
                one = ring[at & 4095]
                written.append(one)
                ring[write] = one
                write = write + 1 & 4095
    return bytes(written)


def rtf_text(rtf: bytes) -> str:
    """Return the words; HTML hidden in the RTF is left out, its words are there anyway."""
    found = re.search(rb"\\ansicpg(\d{3,5})", rtf[:500])
    codepage = f"cp{found[1].decode()}" if found else "cp1252"
    words: list[str] = []
    pending = bytearray()
    stack: list[tuple[bool, bool]] = []
    is_silent = is_rtf_only = False
    skip = 0
    for token in TOKEN.finditer(rtf[:MAX_RTF]):
        code, unicode_number, word, number, sign, brace, text = token.groups()
        if (code or text) and not (is_silent or is_rtf_only):
            raw = bytes.fromhex(code.decode()) if code else text
            if skip:
                raw, skip = raw[skip:], max(0, skip - len(raw))
            pending += raw
            continue
        if pending:
            words.append(decode(bytes(pending), codepage).text)
            pending.clear()
        if brace == b"{":
            stack.append((is_silent, is_rtf_only))
        elif brace == b"}":
            is_silent, is_rtf_only = stack.pop() if stack else (False, False)
        elif word == b"htmlrtf":
            is_rtf_only = number != b"0"
        elif word in SILENT or sign == b"*":
            is_silent = True
        elif not (is_silent or is_rtf_only):
            if unicode_number:
                words.append(chr(int(unicode_number) & 0xFFFF))
                skip = 1
            else:
                words.append(BREAKS.get(word or b"", ""))
                words.append(sign.decode("latin-1") if sign in (b"{", b"}", b"\\") else "")
        if sum(map(len, words[-1:])) and len(words) > MAX_TEXT:
            break
    words.append(decode(bytes(pending), codepage).text)
    return "".join(words).encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()
