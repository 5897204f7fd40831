"""Pure decisions about visits: how a number is written, and when somebody has not come."""

LETTERS = "ABCDEFGHJKLMNPRSTUVXYZ"
# Numbers of a letter in a day; a visitor reads three signs at most behind the letter.
LAST_NUMBER = 999
# Somebody who has been called so often and is not there does not come.
CALLS_BEFORE_NO_SHOW = 2


def code_of(letter: str, number: int) -> str:
    """Return a ticket as it is printed and called.

    >>> code_of("A", 12)
    'A12'
    """
    return f"{letter}{number}"


def letter_for(taken: set[str]) -> str:
    """Return the first letter that is free; empty where all are taken."""
    return next((letter for letter in LETTERS if letter not in taken), "")
