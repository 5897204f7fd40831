"""Somebody who calls, presses keys and hangs up when the story says so: SIP by hand, and a tone.

Only what a caller needs of RFC 3261; keys go as INFO, which Asterisk takes where no sound goes.
"""

import random
import re
import socket
import threading
import time

from tones import SDP, Sound

PATIENCE_SECONDS = 10.0
TEXT = "m=text 9002 RTP/AVP 98\r\na=rtpmap:98 t140/1000\r\n"


class Caller:
    """One call by one person, who is `answered`, and at the end `is_over`."""

    def __init__(
        self,
        sip: int,
        to: str,
        *,
        party: str,
        frequency: int | None = None,
        with_text: bool = False,
    ) -> None:
        self._peer = ("127.0.0.1", sip)
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self.sound, self._sends = Sound(frequency), frequency is not None
        self._port = self._socket.getsockname()[1]
        self._id = f"{random.getrandbits(64):x}"
        self._uri = f"sip:{to}@127.0.0.1:{sip}"
        self._target, self._to = self._uri, f"<{self._uri}>"
        self._from = f"<sip:{party}@127.0.0.1:{self._port}>;tag={self._id}"
        self._number = 0
        self.codes: list[int] = []
        # Keys that we were sent.
        self.keys = ""
        self.answered, self.is_over = threading.Event(), threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()
        body = SDP.format(port=self.sound.port)
        # What we were answered about sound and text.
        self.agreed = ""
        # Real-time text beside the sound (RFC 4103), and what a proxy before Asterisk says of it.
        self._more = ["X-Gensvar-Offers: text"] if with_text else []
        self._send("INVITE", body=body + (TEXT if with_text else ""), kind="application/sdp")

    def press(self, keys: str) -> None:
        """Press keys, one after the other."""
        assert self.answered.wait(PATIENCE_SECONDS), f"nobody answered: {self.codes}"
        for key in keys:
            self._send(
                "INFO", body=f"Signal={key}\r\nDuration=160\r\n", kind="application/dtmf-relay"
            )
            time.sleep(0.3)

    def hang_up(self) -> None:
        if not self.is_over.is_set():
            self._send("BYE" if self.answered.is_set() else "CANCEL")
            self.is_over.set()

    def leave(self) -> None:
        self.hang_up()
        self._socket.close()
        self.sound.close()

    def _send(self, method: str, *, body: str = "", kind: str = "") -> None:
        if method not in {"ACK", "CANCEL"}:
            self._number += 1
        branch = f"z9hG4bK{self._id}{1 if method == 'CANCEL' else f'{method}{self._number}'}"
        if method == "INVITE":
            branch = f"z9hG4bK{self._id}1"
        lines = [
            f"{method} {self._target} SIP/2.0",
            f"Via: SIP/2.0/UDP 127.0.0.1:{self._port};branch={branch}",
            f"From: {self._from}",
            f"To: {self._to}",
            f"Call-ID: {self._id}",
            f"CSeq: {1 if method in {'ACK', 'CANCEL'} else self._number} {method}",
            f"Contact: <sip:caller@127.0.0.1:{self._port}>",
            "Max-Forwards: 70",
            *(self._more if method == "INVITE" else []),
            *([f"Content-Type: {kind}"] if kind else []),
            f"Content-Length: {len(body)}",
        ]
        self._socket.sendto(("\r\n".join(lines) + "\r\n\r\n" + body).encode(), self._peer)

    def _listen(self) -> None:
        while True:
            try:
                said = self._socket.recv(65_535).decode()
            except OSError:
                return
            first = said.partition("\r\n")[0]
            if first.startswith("SIP/2.0"):
                self._hear(int(first.split()[1]), said)
            elif not first.startswith("ACK"):
                kept = [
                    line
                    for line in said.split("\r\n")
                    if line.partition(":")[0] in {"Via", "From", "To", "Call-ID", "CSeq"}
                ]
                answer = ["SIP/2.0 200 OK", *kept, "Content-Length: 0", "", ""]
                self._socket.sendto("\r\n".join(answer).encode(), self._peer)
                if first.startswith("BYE"):
                    self.is_over.set()
                pressed = re.search(r"^Signal=\s*(\S)", said, re.MULTILINE)
                self.keys += pressed[1] if first.startswith("INFO") and pressed else ""

    def _hear(self, code: int, said: str) -> None:
        """Follow what becomes of our INVITE; other answers need nothing."""
        if not re.search(r"^CSeq: 1 INVITE", said, re.MULTILINE) or code < 180:
            return
        self.codes.append(code)
        if code >= 200:
            self._to = _header(said, "To")
            if code < 300:
                self.agreed = said.partition("\r\n\r\n")[2]
                self._target = _header(said, "Contact").strip("<>")
                if self._sends:
                    self.sound.send_to(said)
                self.answered.set()
            else:
                self.is_over.set()
            self._send("ACK")


def _header(said: str, name: str) -> str:
    found = re.search(rf"^{name}: *(.*?)\r$", said, re.MULTILINE)
    assert found, f"no {name} in {said}"
    return found.group(1)
