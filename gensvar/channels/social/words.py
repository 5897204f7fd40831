"""What is wrong with a table of posts, in words."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.integrations.tables import Fault

MOST_SHOWN = 100
WORDS = {
    "cells": _("The line has more cells than there are headings."),
    "column": _("There is no such column. Take it out, or call it as below."),
    "column-twice": _("The column stands twice."),
    "empty": _("This may not be empty."),
    "heading": _("The first line needs a heading for this."),
    "json": _("The body is not JSON with posts."),
    "long": _("Longer than %(value)s letters."),
    "private": _("“%(value)s” is neither yes nor no."),
    "rows": _("At most %(value)s posts at a time. Divide it."),
    "table": _("This is not a table that can be read (%(value)s)."),
    "time": _("“%(value)s” is no day and time. Write it as 2026-05-04 13:30."),
    "twice": _("The same post stands on line %(value)s."),
    "url": _("“%(value)s” is no link to a post."),
    "when": _("“%(value)s” has not been yet, or is more than ten years ago."),
}
COLUMNS = {
    "id": "id",
    "url": "url",
    "author": "author",
    "handle": "handle",
    "text": "text",
    "posted_at": "posted_at",
    "answers": "answers",
    "private": "private",
}


def in_words(faults: Iterable[Fault]) -> list[tuple[int, str, str]]:
    """Return line, column and reason of each fault, for people."""
    return [
        (fault.number, fault.column, str(WORDS[fault.kind]) % {"value": fault.value})
        for fault in list(faults)[:MOST_SHOWN]
    ]
