"""The menu of a number, a menu at a time; those below stay as they are."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gensvar.channels.voice.actions import menus
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.screens.setup.changing import Proposal, propose
from gensvar.screens.setup.consequences import telephone as consequences
from gensvar.screens.setup.forms.phone_menus import MenuForm
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.views.telephone import found_number


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def menu(request: AgentRequest, number_id: int, key: int | None = None) -> HttpResponse:
    found = found_number(request, number_id)
    first = menus.wish_of(found)
    stands = first if key is None else _below(first, str(key))
    form = MenuForm(request.POST or None, number=found, is_first=key is None, stands=stands)
    back = reverse("setup_phone_number", args=[found.pk])

    def whole(given: dict[str, Any]) -> menus.MenuWish | None:
        wish = form.wish(given)
        return wish if key is None else _put(first, str(key), wish)

    title = _("The menu at %(number)s") % {"number": found.number}
    if key is not None:
        title = _("The menu behind key %(key)s") % {"key": key}
    return propose(
        request,
        Proposal(
            here="setup_phone_numbers",
            title=title,
            crumb=(found.number, back),
            form=form,
            effects=lambda given: consequences.of_menu(found, whole(given)),
            save=lambda given: menus.set_menu(found, whole(given), by=request.user, at=now()),
            then=back,
            done=_("Saved. The next caller meets it."),
            history=changes(("voice.menu-set",), {"number_id": found.pk}),
        ),
    )


def _below(first: menus.MenuWish | None, key: str) -> menus.MenuWish:
    for one in first.choices if first else ():
        if one.key == key and one.below is not None:
            return one.below
    raise Http404


def _put(
    first: menus.MenuWish | None, key: str, below: menus.MenuWish | None
) -> menus.MenuWish | None:
    if first is None:
        return None
    choices = [replace(one, below=below) if one.key == key else one for one in first.choices]
    return replace(first, choices=choices)
