from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest

from gensvar.ui import navigation


def frame(request: HttpRequest) -> dict[str, Any]:
    """Give every template the person signed in and the rail entries open to them.

    `viewer` is None for citizens and others who are not signed in.
    """
    user = getattr(request, "user", None)
    viewer = user if user is not None and user.is_authenticated else None
    return {"viewer": viewer, "nav": Rail(viewer)}


class Rail:
    """The rail's sections, worked out only on the pages that draw a rail."""

    def __init__(self, viewer: Any) -> None:
        self._viewer = viewer

    def __iter__(self) -> Iterator[tuple[str, list[navigation.Entry]]]:
        if self._viewer is None:
            return iter(())
        return iter(navigation.sections(navigation.allowed(self._viewer.has_perm)))
