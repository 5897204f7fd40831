"""Sound on the line: everybody sends a tone of their own, and a recording tells whose it holds."""

import cmath
import math
import re
import socket
import struct
import threading
import time
from bisect import bisect_left
from collections.abc import Sequence

from gensvar.channels.voice.rules.sounds import A_LAW, A_LAW_SILENCE, RATE

FRAME = 160
FRAME_SECONDS = FRAME / RATE
LOUD = 8_000
A_LAW_TYPE = 8
SDP = """v=0\r
o=somebody 1 1 IN IP4 127.0.0.1\r
s=-\r
c=IN IP4 127.0.0.1\r
t=0 0\r
m=audio {port} RTP/AVP 8\r
a=rtpmap:8 PCMA/8000\r
"""
_LEVELS = sorted((level, code) for code, level in enumerate(A_LAW))


def _code(level: float) -> int:
    place = min(bisect_left(_LEVELS, (round(level), 0)), len(_LEVELS) - 1)
    return _LEVELS[place][1]


class Sound:
    """One end of a line's sound: sends a tone (a multiple of 50 Hz), and keeps what comes back."""

    def __init__(self, frequency: int | None = None) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self._frame = A_LAW_SILENCE * FRAME
        if frequency is not None:
            turn = 2 * math.pi * frequency / RATE
            self._frame = bytes(_code(LOUD * math.sin(turn * place)) for place in range(FRAME))
        self.heard = bytearray()
        self._peer: tuple[str, int] | None = None
        self._is_closed = threading.Event()

    def send_to(self, sdp: str) -> None:
        """Begin to send, and to listen, as the other end has said where."""
        host = re.search(r"^c=IN IP4 (\S+)", sdp, re.MULTILINE)
        port = re.search(r"^m=audio (\d+)", sdp, re.MULTILINE)
        if host is None or port is None:
            return
        is_new = self._peer is None
        self._peer = (host.group(1), int(port.group(1)))
        if is_new:
            threading.Thread(target=self._send, daemon=True).start()
            threading.Thread(target=self._hear, daemon=True).start()

    def since(self) -> int:
        """Return how much has been heard by now."""
        return len(self.heard)

    def close(self) -> None:
        self._is_closed.set()
        self._socket.close()

    def _send(self) -> None:
        number, due = 0, time.monotonic()
        while not self._is_closed.is_set() and self._peer:
            head = struct.pack(
                "!BBHII", 0x80, A_LAW_TYPE, number % 65_536, number * FRAME, id(self) % 2**32
            )
            try:
                self._socket.sendto(head + self._frame, self._peer)
            except OSError:
                return
            number += 1
            due += FRAME_SECONDS
            time.sleep(max(0.0, due - time.monotonic()))

    def _hear(self) -> None:
        while not self._is_closed.is_set():
            try:
                self.heard += self._socket.recv(2_048)[12:]
            except OSError:
                return


def levels(track: bytes) -> list[int]:
    """Return A-law as levels."""
    return [A_LAW[code] for code in track]


def share(sound: Sequence[int], frequency: int) -> float:
    """Return how much of a sound's strength is one tone: 1 is nothing else, 0 none of it."""
    strength = sum(level * level for level in sound)
    if not strength:
        return 0.0
    wave = [cmath.exp(-2j * math.pi * frequency * place / RATE) for place in range(FRAME)]
    # Frame by frame, so that a frame that came late does not blur the tone.
    found = 0.0
    for begin in range(0, len(sound) - FRAME + 1, FRAME):
        frame = sound[begin : begin + FRAME]
        found += abs(sum(level * turn for level, turn in zip(frame, wave, strict=True))) ** 2
    return found * 2 / FRAME / strength


class DeskPhone:
    """A phone that lifts by itself and sends a tone: as much of SIP as that needs."""

    def __init__(self, name: str, *, frequency: int, lifts_after: float = 0.2) -> None:
        self.sound = Sound(frequency)
        self._name, self._lifts_after = name, lifts_after
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self.is_over = threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def contact(self) -> str:
        return f"sip:{self._name}@127.0.0.1:{self.port}"

    def leave(self) -> None:
        self.sound.close()
        self._socket.close()

    def _listen(self) -> None:
        while True:
            try:
                said, peer = self._socket.recvfrom(65_535)
            except OSError:
                return
            words = said.decode()
            method = words.partition(" ")[0]
            if method == "INVITE":
                self._answer(words, peer, "180 Ringing")
                threading.Timer(self._lifts_after, self._lift, [words, peer]).start()
            elif method in {"BYE", "CANCEL", "OPTIONS"}:
                self._answer(words, peer, "200 OK")
                if method != "OPTIONS":
                    self.is_over.set()

    def _lift(self, words: str, peer: tuple[str, int]) -> None:
        if not self.is_over.is_set():
            self._answer(words, peer, "200 OK", body=SDP.format(port=self.sound.port))
            self.sound.send_to(words)

    def _answer(self, words: str, peer: tuple[str, int], code: str, *, body: str = "") -> None:
        kept = []
        for line in words.partition("\r\n\r\n")[0].split("\r\n"):
            name = line.partition(":")[0]
            if name in {"Via", "From", "Call-ID", "CSeq", "Record-Route"}:
                kept.append(line)
            elif name == "To":
                kept.append(line if ";tag=" in line else f"{line};tag={self.port}")
        kind = ["Content-Type: application/sdp"] if body else []
        head = [f"SIP/2.0 {code}", *kept, f"Contact: <{self.contact}>", *kind]
        said = "\r\n".join([*head, f"Content-Length: {len(body)}", "", body])
        try:
            self._socket.sendto(said.encode(), peer)
        except OSError:
            return
