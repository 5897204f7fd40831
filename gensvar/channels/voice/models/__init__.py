"""Numbers and what is said at them, phones, calls and their path, and who hears them."""

from gensvar.channels.voice.models.asking import Asked
from gensvar.channels.voice.models.directory import Entry, Sought, Telephonist
from gensvar.channels.voice.models.messages import MessageBox, VoiceMessage
from gensvar.channels.voice.models.recordings import (
    WHY_DELETED,
    CallRecording,
    Listening,
    Notice,
    NotRecorded,
    RecordingPlan,
)
from gensvar.channels.voice.models.relays import WAY_NAMES, Assisted, RelayNumbers
from gensvar.channels.voice.models.telephone import (
    BRIDGE_SECONDS,
    OUTCOME_NAMES,
    Account,
    Announcement,
    Bridge,
    Call,
    Choice,
    Leg,
    Phone,
    PhoneNumber,
    Sound,
    Station,
    Withheld,
)
from gensvar.channels.voice.models.watches import Watch, WatchPurpose

__all__ = [
    "BRIDGE_SECONDS",
    "OUTCOME_NAMES",
    "WAY_NAMES",
    "WHY_DELETED",
    "Account",
    "Announcement",
    "Asked",
    "Assisted",
    "Bridge",
    "Call",
    "CallRecording",
    "Choice",
    "Entry",
    "Leg",
    "Listening",
    "MessageBox",
    "NotRecorded",
    "Notice",
    "Phone",
    "PhoneNumber",
    "RecordingPlan",
    "RelayNumbers",
    "Sought",
    "Sound",
    "Station",
    "Telephonist",
    "VoiceMessage",
    "Watch",
    "WatchPurpose",
    "Withheld",
]
