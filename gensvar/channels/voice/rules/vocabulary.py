"""The words in which calls are told of: who, where it stands, what happens, and what is done."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Who is at the other end of a leg."""

    CALLER = "caller"
    AGENT = "agent"
    # Anybody whom an agent asks in: a colleague, a department, an interpreter.
    COLLEAGUE = "colleague"


class State(StrEnum):
    OFFERED = "offered"
    GREETING = "greeting"
    # What is said where nobody answers: closed, or a message for the day.
    CLOSED = "closed"
    # Is told what there is to choose; then has been, and time to press a key.
    MENU = "menu"
    CHOOSING = "choosing"
    # Is asked to leave a message, leaves one after the tone, and is thanked.
    INVITED = "invited"
    LEAVING = "leaving"
    THANKED = "thanked"
    QUEUED = "queued"
    # Asked, while the wait goes on, at which number to be called back; keys in another.
    CONFIRMING = "confirming"
    DICTATING = "dictating"
    # Chooses when to be called: when it is their turn, or within a time.
    TIMING = "timing"
    # Is told that we call back, and let go of then.
    PROMISED = "promised"
    RINGING = "ringing"
    # Accepted in the browser while the phone still rings.
    PICKING_UP = "picking-up"
    TALKING = "talking"
    HELD = "held"
    ASKING = "asking"
    CONSULTING = "consulting"
    CONFERENCE = "conference"
    TRANSFERRING = "transferring"
    # Nobody took a transfer: whoever sent it is rung again.
    RETURNING = "returning"
    HANDED_OVER = "handed-over"
    # Nobody is on the line; the wait in the queue goes on.
    CALLBACK = "callback"
    DIALLING_AGENT = "dialling-agent"
    DIALLING = "dialling"
    # Of a colleague who calls: keys in whom they seek, chooses among several, is told of one.
    SEEKING = "seeking"
    LISTED = "listed"
    FOUND = "found"
    CONNECTING = "connecting"
    # Is told that whoever they seek will hear of it.
    NOTED = "noted"
    ENDED = "ended"


class Event(StrEnum):
    # What was found out when the call came.
    IS_OPEN = "is-open"
    IS_OPEN_IN_SILENCE = "is-open-in-silence"
    IS_CLOSED = "is-closed"
    HAS_MENU = "has-menu"
    # Of whoever calls: what a key meant, or that none was pressed for a while.
    CHOSE = "chose"
    CHOSE_MORE = "chose-more"
    CHOSE_NOTHING = "chose-nothing"
    NO_SUCH_CHOICE = "no-such-choice"
    CHOSE_MESSAGE = "chose-message"
    # Where it is closed, and whoever calls may leave a message.
    MAY_LEAVE = "may-leave"
    SKIPPED = "skipped"
    OTHER_NUMBER = "other-number"
    CONFIRMED = "confirmed"
    # The number is known, and there are times to choose among.
    MAY_CHOOSE_TIME = "may-choose-time"
    STAYS = "stays"
    DECLINED = "declined"
    # Of a colleague, by what they key in.
    IS_INTERNAL = "is-internal"
    FOUND_NOBODY = "found-nobody"
    FOUND_SEVERAL = "found-several"
    FOUND_ONE = "found-one"
    SEEK_AGAIN = "seek-again"
    CONNECT = "connect"
    LEFT_WORD = "left-word"
    # It is time to say how long the wait is.
    TIME_TO_TELL = "time-to-tell"
    # Of the queue and the agents' browsers.
    GIVEN = "given"
    TAKEN = "taken"
    TAKEN_BACK = "taken-back"
    SETTLED = "settled"
    UNSERVED = "unserved"
    DONE = "done"
    # Of the engine.
    SAID = "said"
    # The message is over: by a key, by silence, or because it was as long as it may be.
    LEFT = "left"
    AGENT_UP = "agent-up"
    # The phone rang for somebody who was too late: the contact is no longer theirs to take.
    AGENT_LATE = "agent-late"
    AGENT_FAILED = "agent-failed"
    AGENT_GONE = "agent-gone"
    # The phone died: nobody hung up.
    AGENT_LOST = "agent-lost"
    CALLER_UP = "caller-up"
    CALLER_FAILED = "caller-failed"
    # A callback that came to nothing this time, and is tried again.
    CALLER_LATER = "caller-later"
    AGENT_LATER = "agent-later"
    CALLER_GONE = "caller-gone"
    COLLEAGUE_UP = "colleague-up"
    COLLEAGUE_FAILED = "colleague-failed"
    COLLEAGUE_GONE = "colleague-gone"
    # The engine died, or was restarted, and the call with it.
    LOST = "lost"
    # Asked for by people.
    HOLD = "hold"
    RESUME = "resume"
    CONSULT = "consult"
    COME_BACK = "come-back"
    JOIN = "join"
    HAND_OVER = "hand-over"
    TRANSFER = "transfer"
    # Whose phone is back after its page was reloaded, or the network was away.
    RING_AGAIN = "ring-again"
    WANTS_CALLBACK = "wants-callback"


class Record(StrEnum):
    """What is written down, in the transaction of the event itself."""

    ENTER_QUEUE = "enter-queue"
    ABANDON = "abandon"
    OVERFLOW = "overflow"
    ACCEPT = "accept"
    MISS = "miss"
    HAND_BACK = "hand-back"
    END_CONVERSATION = "end-conversation"
    TRY_LATER = "try-later"
    # A wait with nobody on the line.
    PROMISE = "promise"
    # A message is being left, and is over.
    BEGIN_MESSAGE = "begin-message"
    END_MESSAGE = "end-message"


class Command(StrEnum):
    """What the engine does. Each may be told twice, and the second time changes nothing."""

    ANSWER = "answer"
    SAY_GREETING = "say-greeting"
    SAY_CLOSED = "say-closed"
    SAY_MENU = "say-menu"
    SAY_PLACE = "say-place"
    ASK_NUMBER = "ask-number"
    ASK_OTHER_NUMBER = "ask-other-number"
    ASK_TIME = "ask-time"
    SAY_PROMISE = "say-promise"
    ASK_WHOM = "ask-whom"
    SAY_HITS = "say-hits"
    SAY_FOUND = "say-found"
    SAY_NOTED = "say-noted"
    STOP_SAYING = "stop-saying"
    MUSIC = "music"
    STOP_MUSIC = "stop-music"
    RING_AGENT = "ring-agent"
    RING_COLLEAGUE = "ring-colleague"
    DIAL_CALLER = "dial-caller"
    JOIN_CALLER = "join-caller"
    JOIN_AGENT = "join-agent"
    JOIN_COLLEAGUE = "join-colleague"
    PART_CALLER = "part-caller"
    RELEASE_CALLER = "release-caller"
    RELEASE_AGENT = "release-agent"
    RELEASE_COLLEAGUE = "release-colleague"
    END_BRIDGE = "end-bridge"
    # What a caller hears of not being recorded.
    SAY_NOT_RECORDED = "say-not-recorded"
    SAY_INVITATION = "say-invitation"
    # A tone, and what the caller says after it is kept.
    TAKE_MESSAGE = "take-message"
    SAY_THANKS = "say-thanks"
    # Of the talk, each voice on a track of its own.
    RECORD = "record"
    PAUSE_RECORDING = "pause-recording"
    RESUME_RECORDING = "resume-recording"
    STOP_RECORDING = "stop-recording"
    # Of a coach, who stands apart from the call's own legs.
    RING_COACH = "ring-coach"
    LISTEN = "listen"
    WHISPER = "whisper"
    STOP_LISTENING = "stop-listening"
    JOIN_COACH = "join-coach"
    PART_COACH = "part-coach"
    RELEASE_COACH = "release-coach"


class Outcome(StrEnum):
    ANSWERED = "answered"
    ABANDONED = "abandoned"
    CLOSED = "closed"
    MESSAGE = "message"
    OVERFLOW = "overflow"
    # Dealt with in another way while it waited.
    SETTLED = "settled"
    NO_ANSWER = "no-answer"
    # An outgoing call whose agent did not lift the phone.
    NOT_MADE = "not-made"
    LOST = "lost"
    # A colleague asked to be called back.
    LEFT_WORD = "left-word"


@dataclass(frozen=True)
class Step:
    """What an event leads to."""

    to: State
    commands: tuple[Command, ...] = ()
    records: tuple[Record, ...] = ()
    outcome: Outcome | None = None
