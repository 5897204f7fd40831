"""What Asterisk tells over ARI, in our words."""

from datetime import datetime
from typing import Any

from gensvar.channels.voice.engine.interface import (
    Left,
    LegHeard,
    Offered,
    Pressed,
    Said,
    Signal,
)
from gensvar.channels.voice.rules.legs import Heard

# Asterisk's own reason for a line without sound (Q.850: recovery by timer, here the RTP's).
NO_SOUND = 44
DIED = frozenset({NO_SOUND, 102})
# A soft request tells who asks for it where others tell why (AST_SOFTHANGUP_DEV in channel.h): this
# is the line itself, on which there was no sound for too long (res_pjsip_sdp_rtp.c).
OF_THE_DEVICE = 1
# What records a talk, or hears it for a coach, is nobody's line.
NOBODYS = ("track-", "ear-")
MESSAGE = "message-"
OFFERS_TEXT = "text"


class Hearing:
    """Remembers of each leg why it was hung up, which is told before its end."""

    def __init__(self) -> None:
        self._told_of: dict[str, int] = {}

    def heard(self, event: dict[str, Any]) -> list[Signal]:
        known = {
            "CallBroadcast": self._offered,
            "StasisStart": self._started,
            "ChannelHangupRequest": self._hanging_up,
            "StasisEnd": self._left,
            "ChannelDestroyed": self._destroyed,
            "PlaybackFinished": self._finished,
            "ChannelDtmfReceived": self._pressed,
            "RecordingFinished": self._recorded,
            "RecordingFailed": self._recorded,
        }
        if event.get("channel", {}).get("id", "").startswith(NOBODYS):
            return []
        act = known.get(event["type"])
        return act(event) if act else []

    def _offered(self, event: dict[str, Any]) -> list[Signal]:
        channel = event["channel"]
        way, _colon, to = (event.get("args") or ["in:"])[0].partition(":")
        to = to or channel["dialplan"]["exten"]
        party = channel["caller"]["number"]
        return [
            Offered(
                channel["id"],
                to,
                party,
                at_of(event),
                is_from_agent=way == "out",
                offers_text=_told_by_dialplan(channel) == OFFERS_TEXT,
            )
        ]

    def _started(self, event: dict[str, Any]) -> list[Signal]:
        """Of a phone that we rang this says that it was lifted."""
        leg = event["channel"]["id"]
        is_ours = leg.startswith("gensvar-")
        return [LegHeard(leg, Heard.UP, at_of(event))] if is_ours else []

    def _hanging_up(self, event: dict[str, Any]) -> list[Signal]:
        leg, cause = event["channel"]["id"], event.get("cause", 0)
        if not event.get("soft"):
            self._told_of[leg] = cause
        elif cause & OF_THE_DEVICE:
            self._told_of[leg] = NO_SOUND
        return []

    def _left(self, event: dict[str, Any]) -> list[Signal]:
        leg = event["channel"]["id"]
        cause = self._told_of.pop(leg, None)
        heard = Heard.DIED if cause in DIED else Heard.GONE
        return [LegHeard(leg, heard, at_of(event), cause)]

    def _destroyed(self, event: dict[str, Any]) -> list[Signal]:
        leg = event["channel"]["id"]
        cause = event.get("cause")
        heard = Heard.DIED if cause in DIED else Heard.GONE
        return [LegHeard(leg, heard, at_of(event), cause)]

    def _finished(self, event: dict[str, Any]) -> list[Signal]:
        return [Said(event["playback"]["id"].partition(".")[0], at_of(event))]

    def _recorded(self, event: dict[str, Any]) -> list[Signal]:
        """Of a talk nobody waits to hear that it was recorded."""
        name = event["recording"]["name"]
        is_message = name.startswith(MESSAGE)
        return [Left(name.rpartition("-")[0], at_of(event))] if is_message else []

    def _pressed(self, event: dict[str, Any]) -> list[Signal]:
        return [Pressed(event["channel"]["id"], event["digit"], at_of(event))]


def _told_by_dialplan(channel: dict[str, Any]) -> str:
    """Return what stands last in `StasisBroadcast`: the event itself tells nothing of it."""
    parts = str(channel["dialplan"].get("app_data", "")).split(",")
    return parts[3] if len(parts) > 3 else ""


def at_of(event: dict[str, Any] | None) -> datetime:
    """Return when something happened, by Asterisk's own clock."""
    if event is None or "timestamp" not in event:
        return datetime.now().astimezone()
    return datetime.strptime(event["timestamp"], "%Y-%m-%dT%H:%M:%S.%f%z")
