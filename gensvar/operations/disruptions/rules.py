"""When a disruption may be what a customer asks about."""

import re
from datetime import timedelta

# People notice a fault before we know of it.
NOTICED_BEFORE = timedelta(days=1)
# Shorter words of an area, such as “och”, say nothing of where.
SHORTEST_PLACE = 4


def places(area: str) -> tuple[str, ...]:
    """Return the words of an area that a customer may use too, in lower case.

    >>> places("Norra, Skolgatan 1 till Parkvägen")
    ('norra', 'skolgatan', 'till', 'parkvägen')
    """
    words = re.findall(r"\w+", area.lower())
    return tuple(word for word in words if len(word) >= SHORTEST_PLACE and not word.isdigit())


def names_place(text: str, area: str) -> bool:
    """Say whether a text names a place of the area, as a whole word.

    >>> names_place("Brunt vatten på Skolgatan 8", "Norra: Skolgatan")
    True
    """
    return bool(set(places(area)) & set(re.findall(r"\w+", text.lower())))
