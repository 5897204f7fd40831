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
    if packed[8:12] == b"MELA":
        return packed[16:]
    return _unpacked(packed) if packed[8:12] == b"LZFu" else b""


def _unpacked(packed: bytes) -> bytes:
    ring = bytearray(LZFU_START.ljust(4096, b"\x00"))
    write, read = len(LZFU_START), 16
    written = bytearray()
    while read < len(packed) and len(written) < MAX_RTF:
        control, read = packed[read], read + 1
        for bit in range(8):
            is_reference = control >> bit & 1
            if read + is_reference >= len(packed):
                return bytes(written)
            offset, length = write, 1
            if is_reference:
                offset = packed[read] << 4 | packed[read + 1] >> 4
                length = (packed[read + 1] & 15) + 2
                if offset == write:
                    return bytes(written)
            else:
                ring[write] = packed[read]
            read += 1 + is_reference
            for at in range(offset, offset + length):
                ring[write] = ring[at & 4095]
                written.append(ring[write])
                write = write + 1 & 4095
    return bytes(written)


def rtf_text(rtf: bytes) -> str:
    """Return the words; HTML hidden in the RTF is left out, its words are there anyway."""
    reader = _Reader(rtf[:500])
    for token in TOKEN.finditer(rtf[:MAX_RTF]):
        reader.take(token)
        if len(reader.words) > MAX_TEXT:
            break
    reader.decode()
    text = "".join(reader.words).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\x00", "").strip()


class _Reader:
    """Walks the RTF once; groups may silence what is in them."""

    def __init__(self, head: bytes) -> None:
        found = re.search(rb"\\ansicpg(\d{3,5})", head)
        self.codepage = f"cp{found[1].decode()}" if found else "cp1252"
        self.words: list[str] = []
        self.pending = bytearray()
        self.stack: list[tuple[bool, bool]] = []
        self.is_silent = self.is_rtf_only = False
        self.skip = 0

    def decode(self) -> None:
        """Turn the bytes seen so far into words."""
        if self.pending:
            self.words.append(decode(bytes(self.pending), self.codepage).text)
            self.pending.clear()

    def take(self, token: re.Match[bytes]) -> None:
        code, unicode_number, word, number, sign, brace, text = token.groups()
        is_heard = not (self.is_silent or self.is_rtf_only)
        if code or text:
            if is_heard:
                self._bytes(bytes.fromhex(code.decode()) if code else text)
            return
        self.decode()
        if brace:
            self._brace(brace)
        elif word == b"htmlrtf":
            self.is_rtf_only = number != b"0"
        elif word in SILENT or sign == b"*":
            self.is_silent = True
        elif is_heard and unicode_number:
            self.words.append(chr(int(unicode_number) & 0xFFFF))
            self.skip = 1
        elif is_heard:
            kept = sign.decode("latin-1") if sign in (b"{", b"}", b"\\") else ""
            self.words.append(BREAKS.get(word or b"", kept))

    def _bytes(self, raw: bytes) -> None:
        """Keep the bytes, but not the stand-in that follows a Unicode letter."""
        self.pending += raw[self.skip :]
        self.skip = max(0, self.skip - len(raw))

    def _brace(self, brace: bytes) -> None:
        if brace == b"{":
            self.stack.append((self.is_silent, self.is_rtf_only))
        else:
            self.is_silent, self.is_rtf_only = self.stack.pop() if self.stack else (False, False)
