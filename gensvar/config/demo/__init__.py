"""The demo town Exempelby: its people, its past, its present and its traffic. Never in production.

House rules: everybody and every address is invented (mail under .example and example.com, phone
numbers from the range for machines or kept free for films), and the same seed gives the same town.
"""

from gensvar.config.demo.cast import PASSWORD, SIGN_INS

__all__ = ["load", "play", "sign_ins"]


def sign_ins() -> list[str]:
    """Return a line for each person whom a visitor may sign in as."""
    width = max(len(person.email) for person in SIGN_INS)
    lines = [f"{person.email:<{width}}  {person.what}" for person in SIGN_INS]
    return [*lines, f"Password for everyone: {PASSWORD}"]


def load(*, size: int, seed: int, only_if_empty: bool) -> None:
    """Build the town with `size` past cases, in a database where nobody works yet."""
    from gensvar.config.demo.loading import load_town

    load_town(size=size, seed=seed, only_if_empty=only_if_empty)


def play(*, pace: float | None) -> None:
    """Let the town's inhabitants write and ask, `pace` contacts a minute, until stopped."""
    from gensvar.config.demo.player import play_traffic

    play_traffic(pace=pace)
