"""What the engine is to do, with names and addresses: commands of the table, made ready to send."""

from dataclasses import dataclass

from gensvar.channels.voice.rules.calls import Command


@dataclass(frozen=True, kw_only=True)
class Order:
    """One command for one call. The names are ours, so that what is told twice is done once."""

    command: Command
    call: int
    # The leg that it is about, or that shall be made.
    leg: str = ""
    address: str = ""
    # How long it may ring.
    seconds: float = 0.0
    # What is said, as the engine finds it and as it is written; and what it is known by.
    sounds: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    saying: str = ""
    # What is recorded is known by this, in the telephone system.
    track: str = ""
    # So much silence ends a message.
    quiet_seconds: float = 0.0
    # What hears a talk for a coach, by its name, and whose leg it is at.
    ear: str = ""
    at_leg: str = ""
    # Who is told to be calling.
    shown: str = ""

    @property
    def bridge(self) -> str:
        return f"gensvar-{self.call}"
