"""Find a place by its code, its name or its address, also where it is misspelt."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import connection

from gensvar.operations.register.models import Place

MOST_WORDS = 6
# Below this a word is too unlike to be a slip of the fingers (pg_trgm, word similarity).
LIKE_ENOUGH = 0.55
TEXT = "lower(code || ' ' || name || ' ' || address)"
# A word as it begins somewhere goes before one that is only alike; an exact code before all.
FIND = f"""
    SELECT id FROM register_place p, LATERAL (SELECT {TEXT} AS said) words
    WHERE (%(clients)s::bigint[] IS NULL OR client_id = ANY (%(clients)s)) AND valid_from <= %(on)s
      AND (valid_until IS NULL OR valid_until > %(on)s)
      AND NOT EXISTS (
        SELECT FROM unnest(%(words)s::text[]) word
        WHERE strpos(said, word) = 0 AND word_similarity(word, said) < {LIKE_ENOUGH})
    ORDER BY lower(code) <> %(typed)s,
        EXISTS (SELECT FROM unnest(%(words)s::text[]) word
                WHERE strpos(' ' || said, ' ' || word) = 0),
        (SELECT sum(word_similarity(word, said)) FROM unnest(%(words)s::text[]) word) DESC, code
    LIMIT %(most)s
"""  # noqa: S608 our own words only


def find_places(
    typed: str, *, clients: Collection[int] | None = None, on: date, most: int = 20
) -> list[Place]:
    """Return the places in force that match every word, the likeliest first.

    Among those of `clients`, or all that may be seen.
    """
    words = typed.lower().replace(",", " ").split()[:MOST_WORDS]
    if not words:
        return []
    given: dict[str, Any] = {
        "clients": None if clients is None else list(clients),
        "on": on,
        "words": [word[:60] for word in words],
        "typed": " ".join(words),
        "most": most,
    }
    with connection.cursor() as cursor:
        cursor.execute(FIND, given)
        keys = [key for (key,) in cursor.fetchall()]
    rows = Place.objects.select_related("parent").in_bulk(keys)
    return [rows[key] for key in keys if key in rows]
