from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class CallBegun(Event):
    """Somebody called us, or one of us began to call."""

    name: ClassVar = "voice.call-begun"
    call_id: int
    contact_id: int
    client_id: int
    number_id: int | None
    agent_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class CallMoved(Event):
    """A call went from one state to another: `because` of what, after `seconds` in the first."""

    name: ClassVar = "voice.call-moved"
    call_id: int
    contact_id: int
    client_id: int
    before: str
    state: str
    because: str
    seconds: float
    agent_id: int | None
    # Why it goes to somebody else; only when it has been handed over.
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class CallEnded(Event):
    """A call is over; `held_seconds` are those in which the customer heard music in the talk."""

    name: ClassVar = "voice.call-ended"
    call_id: int
    contact_id: int
    client_id: int
    outcome: str
    seconds: float
    waited_seconds: float
    talked_seconds: float
    held_seconds: float


@dataclass(frozen=True, kw_only=True)
class WordLeft(Event):
    """A colleague asked the automatic telephonist that somebody calls them back."""

    name: ClassVar = "voice.word-left"
    call_id: int
    contact_id: int
    client_id: int
    entry_id: int


@dataclass(frozen=True, kw_only=True)
class TelephonistSet(Event):
    """It was decided which callers the automatic telephonist answers, or that it answers none."""

    name: ClassVar = "voice.telephonist-set"
    client_id: int
    agent_id: int | None
    is_ended: bool = False


@dataclass(frozen=True, kw_only=True)
class DirectoryChanged(Event):
    """So many in the directory of the automatic telephonist are new, changed, or there no more."""

    name: ClassVar = "voice.directory-changed"
    client_id: int
    agent_id: int | None
    changed: int
    ended: int


@dataclass(frozen=True, kw_only=True)
class CallAssisted(Event):
    """A call comes by way of a relay or with real-time text; no way: it does not, after all."""

    name: ClassVar = "voice.call-assisted"
    call_id: int
    contact_id: int
    client_id: int
    way: str
    agent_id: int | None


@dataclass(frozen=True, kw_only=True)
class RelayNumbersSet(Event):
    """Relays that call a client are known by other numbers."""

    name: ClassVar = "voice.relay-numbers-set"
    client_id: int
    agent_id: int | None


@dataclass(frozen=True, kw_only=True)
class PhoneLost(Event):
    """An agent's phone could not be rung, and they are away until they say otherwise."""

    name: ClassVar = "voice.phone-lost"
    agent_id: int
    client_id: int
    call_id: int


@dataclass(frozen=True, kw_only=True)
class PhoneNumberSet(Event):
    """A number leads to a queue from now on, or is in use no more."""

    name: ClassVar = "voice.phone-number-set"
    number_id: int
    client_id: int
    queue_id: int
    agent_id: int | None
    is_ended: bool = False


@dataclass(frozen=True, kw_only=True)
class AnnouncementSet(Event):
    """What callers of a number hear is another."""

    name: ClassVar = "voice.announcement-set"
    number_id: int
    client_id: int
    occasion: str
    agent_id: int | None


@dataclass(frozen=True, kw_only=True)
class PhoneGiven(Event):
    """An agent is rung at a phone from now on."""

    name: ClassVar = "voice.phone-given"
    owner_id: int
    client_id: int
    agent_id: int | None


@dataclass(frozen=True, kw_only=True)
class PhoneTaken(Event):
    """An agent is rung nowhere any more."""

    name: ClassVar = "voice.phone-taken"
    owner_id: int
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class PhoneOpened(Event):
    """An agent opened their phone in a browser, and it was given a password for a while."""

    name: ClassVar = "voice.phone-opened"
    owner_id: int
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class SoundKept(Event):
    """There is something new to say at numbers."""

    name: ClassVar = "voice.sound-kept"
    sound_id: int
    client_id: int
    agent_id: int | None


@dataclass(frozen=True, kw_only=True)
class SoundEnded(Event):
    """A recording is offered no more."""

    name: ClassVar = "voice.sound-ended"
    sound_id: int
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class CallbackPromised(Event):
    """Whoever waited on the line waits without one now: we call back when it is their turn."""

    name: ClassVar = "voice.callback-promised"
    call_id: int
    contact_id: int
    client_id: int
    queue_id: int
    waited_seconds: float


@dataclass(frozen=True, kw_only=True)
class MenuSet(Event):
    """What callers of a number may choose is another."""

    name: ClassVar = "voice.menu-set"
    number_id: int
    client_id: int
    agent_id: int | None


@dataclass(frozen=True, kw_only=True)
class CallbackSettled(Event):
    """Somebody said that a callback is needed no more."""

    name: ClassVar = "voice.callback-settled"
    call_id: int
    contact_id: int
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class RecordingPlanned(Event):
    """Calls of a queue are recorded for a time, for a purpose."""

    name: ClassVar = "voice.recording-planned"
    plan_id: int
    client_id: int
    queue_id: int
    agent_id: int | None


@dataclass(frozen=True, kw_only=True)
class RecordingPlanEnded(Event):
    """Calls of a queue are recorded no more."""

    name: ClassVar = "voice.recording-plan-ended"
    plan_id: int
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class SubjectNotRecorded(Event):
    """Talks about a subject are never recorded, or may be again."""

    name: ClassVar = "voice.subject-not-recorded"
    subject_id: int
    client_id: int
    is_forbidden: bool
    agent_id: int | None


@dataclass(frozen=True, kw_only=True)
class RecordingDeclined(Event):
    """A caller does not want to be recorded."""

    name: ClassVar = "voice.recording-declined"
    call_id: int
    contact_id: int
    client_id: int


@dataclass(frozen=True, kw_only=True)
class CallRecordingBegun(Event):
    """What a caller and an agent say to each other is recorded from now on."""

    name: ClassVar = "voice.call-recording-begun"
    recording_id: int
    call_id: int
    contact_id: int
    client_id: int
    plan_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class CallRecordingEnded(Event):
    """Nothing more of a talk is recorded."""

    name: ClassVar = "voice.call-recording-ended"
    recording_id: int
    call_id: int
    contact_id: int
    client_id: int
    agent_id: int
    seconds: float


@dataclass(frozen=True, kw_only=True)
class CallRecordingKept(Event):
    """The sound of a recording is with us, sealed."""

    name: ClassVar = "voice.call-recording-kept"
    recording_id: int
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class CallRecordingHeard(Event):
    """Somebody has heard a recording."""

    name: ClassVar = "voice.call-recording-heard"
    recording_id: int
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class CallRecordingDeleted(Event):
    """The sound of a recording is gone for ever, and because of what."""

    name: ClassVar = "voice.call-recording-deleted"
    recording_id: int
    client_id: int
    because: str
    agent_id: int | None


@dataclass(frozen=True, kw_only=True)
class CoachMoved(Event):
    """A coach comes to a call, is there in another way, or has left; the agent sees it."""

    name: ClassVar = "voice.coach-moved"
    watch_id: int
    call_id: int
    contact_id: int
    client_id: int
    agent_id: int
    coach_id: int
    purpose: str
    before: str
    state: str


@dataclass(frozen=True, kw_only=True)
class MessageBoxSet(Event):
    """Whoever calls a number may leave a message where it is closed, or may no more."""

    name: ClassVar = "voice.message-box-set"
    number_id: int
    client_id: int
    is_open: bool
    agent_id: int | None


@dataclass(frozen=True, kw_only=True)
class VoiceMessageLeft(Event):
    """A caller was asked to leave a message, and has hung up or come to its end."""

    name: ClassVar = "voice.voice-message-left"
    message_id: int
    call_id: int
    contact_id: int
    client_id: int
    seconds: float


@dataclass(frozen=True, kw_only=True)
class VoiceMessageSettled(Event):
    """A message is a case, with its sound or without, or nothing was said in it."""

    name: ClassVar = "voice.voice-message-settled"
    message_id: int
    contact_id: int
    client_id: int
    case_id: int | None
    has_sound: bool


@dataclass(frozen=True, kw_only=True)
class VoiceMessageHeard(Event):
    """Somebody has heard a message."""

    name: ClassVar = "voice.voice-message-heard"
    message_id: int
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class VoiceMessageDeleted(Event):
    """The sound of a message is gone for ever, and because of what."""

    name: ClassVar = "voice.voice-message-deleted"
    message_id: int
    client_id: int
    because: str
