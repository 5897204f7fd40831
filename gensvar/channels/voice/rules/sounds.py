"""Recordings as a telephone carries them: 8,000 samples a second, one channel, 16 bits."""

import io
import sys
import wave
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, pairwise

RATE = 8_000
LONGEST_SECONDS = 120.0
MOST_BYTES = 25 * 1024 * 1024
# Of 32,768; below a hundredth of full strength nobody hears anything.
SILENCE = 328
# How files begin that people save sound in, and that a telephone cannot play.
OTHERS = (
    (b"ID3", "MP3"),
    (b"\xff\xfb", "MP3"),
    (b"\xff\xf3", "MP3"),
    (b"OggS", "Ogg"),
    (b"fLaC", "FLAC"),
    (b"FORM", "AIFF"),
    (b"\x1aE\xdf\xa3", "WebM"),
)


class Fault(StrEnum):
    EMPTY = "empty"
    OTHER_KIND = "other-kind"
    COMPRESSED = "compressed"
    BROKEN = "broken"
    TOO_LONG = "too-long"
    SILENT = "silent"


class BadSound(ValueError):
    """The file cannot be played to callers; `kind` is what it is instead, where that is known."""

    def __init__(self, fault: Fault, kind: str = "") -> None:
        super().__init__(fault.value)
        self.fault, self.kind = fault, kind


@dataclass(frozen=True)
class Spoken:
    content: bytes
    seconds: float


def as_callers_hear(content: bytes) -> Spoken:
    """Return a WAV file of any common rate and width as one that a telephone plays.

    Raises BadSound for what is no such file, is silent, or lasts longer than anybody listens.
    """
    samples, rate = _read(content)
    seconds = len(samples) / rate
    if seconds > LONGEST_SECONDS:
        raise BadSound(Fault.TOO_LONG)
    if not samples or max(max(samples), -min(samples)) < SILENCE:
        raise BadSound(Fault.SILENT)
    return Spoken(_written(_resampled(samples, rate)), seconds)


def as_heard(tracks: Sequence[bytes]) -> Spoken:
    """Return what a telephone sent as WAV, a channel for each track; a shorter one ends in silence.

    A-law is how telephones carry sound: one byte a sample, finer where it is quiet (ITU-T G.711).
    """
    frames = max(map(len, tracks))
    together = array("h", bytes(2 * frames * len(tracks)))
    for place, track in enumerate(tracks):
        padded = track + A_LAW_SILENCE * (frames - len(track))
        together[place :: len(tracks)] = array("h", map(A_LAW.__getitem__, padded))
    return Spoken(_written(together, channels=len(tracks)), frames / RATE)


def _level(code: int) -> int:
    """Return the level of a byte of A-law, of 16 bits."""
    code ^= 0x55
    segment, rest = (code & 0x70) >> 4, (code & 0x0F) << 4
    level = rest + 8 if segment == 0 else (rest + 0x108) << (segment - 1)
    return level if code & 0x80 else -level


A_LAW = [_level(code) for code in range(256)]
A_LAW_SILENCE = b"\xd5"


def _read(content: bytes) -> tuple["array[int]", int]:
    if not content:
        raise BadSound(Fault.EMPTY)
    if not (content.startswith(b"RIFF") and content[8:12] == b"WAVE"):
        kinds = [kind for begins, kind in OTHERS if content.startswith(begins)]
        if content[4:8] == b"ftyp":
            kinds = ["M4A"]
        raise BadSound(Fault.OTHER_KIND, kinds[0] if kinds else "")
    try:
        with wave.open(io.BytesIO(content)) as file:
            width, channels, rate = file.getsampwidth(), file.getnchannels(), file.getframerate()
            frames = file.readframes(file.getnframes())
    except (wave.Error, EOFError) as error:
        is_other = "unknown format" in str(error)
        raise BadSound(Fault.COMPRESSED if is_other else Fault.BROKEN) from None
    if rate < 1 or channels < 1:
        raise BadSound(Fault.BROKEN)
    # Of several channels the first: a voice is in the middle, and so in each of them.
    return _numbers(frames[: len(frames) // (width * channels) * width * channels], width)[
        ::channels
    ], rate


def _numbers(frames: bytes, width: int) -> "array[int]":
    """Return samples of 16 bits: the two upper bytes of each; those of one byte have no sign."""
    if width == 1:
        return array("h", [(one - 128) * 256 for one in frames])
    upper = bytearray(len(frames) // width * 2)
    upper[::2], upper[1::2] = frames[width - 2 :: width], frames[width - 1 :: width]
    return _in_order(array("h", bytes(upper)))


def _resampled(samples: "array[int]", rate: int) -> "array[int]":
    """Return the same sound at a telephone's rate: each sample is the mean of those in its time."""
    if rate == RATE:
        return samples
    sums = [0, *accumulate(samples)]
    count = len(samples) * RATE // rate
    edges = [place * rate // RATE for place in range(count + 1)]
    return array(
        "h",
        [
            (sums[end] - sums[begin]) // (end - begin) if end > begin else samples[begin]
            for begin, end in pairwise(edges)
        ],
    )


def _written(samples: "array[int]", *, channels: int = 1) -> bytes:
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(_in_order(samples).tobytes())
    return made.getvalue()


def _in_order(samples: "array[int]") -> "array[int]":
    """Return samples with the bytes as they stand in a file, or here; on most machines the same."""
    if sys.byteorder == "big":
        samples = array("h", samples)
        samples.byteswap()
    return samples
