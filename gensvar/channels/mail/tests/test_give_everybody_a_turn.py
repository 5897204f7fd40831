"""Taking a mail of very many lines leaves room for the other conversations."""

import asyncio

from gensvar.channels.mail.post.door import WIRE_LIMIT, Conversation

LINES = 100_000


async def _turns_of_others(lines: bytes) -> tuple[int, bytes | None]:
    """Return how often somebody else was heard while these lines, all here already, were read."""
    conversation = Conversation(None, loop=asyncio.get_running_loop())
    reader = asyncio.StreamReader(limit=WIRE_LIMIT)
    reader.feed_data(lines + b".\r\n")
    conversation._reader = reader
    taking = asyncio.ensure_future(conversation._content())
    turns = 0
    while not taking.done():
        turns += 1
        await asyncio.sleep(0)
    return turns, taking.result()


def test_others_are_heard_while_a_mail_of_very_many_lines_is_taken() -> None:
    turns, content = asyncio.run(_turns_of_others(b"\r\n" * LINES))

    assert turns > 50
    assert content == b"\r\n" * LINES
