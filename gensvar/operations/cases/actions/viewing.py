"""Lists that somebody wants to come back to."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.events import CasesExported
from gensvar.operations.cases.models import SavedView
from gensvar.operations.cases.queries.conditions import Conditions

MOST_VIEWS = 30


class ViewNameTaken(Refused):
    message = _("You already have a view called “%(name)s”. Choose another name.")


class ViewNameMissing(Refused):
    message = _("Give the view a name first.")
    status = 422


class TooManyViews(Refused):
    message = _("You have %(most)s views. Remove one that you no longer use first.")


@action
def record_export(conditions: Conditions, *, by: Agent, at: datetime) -> None:
    """Write down that a list left the system, and which; words looked for may name a person."""
    said = conditions.without("ord").address()
    announce(CasesExported(agent_id=by.pk, conditions=said), at=at)


@action
def save_view(conditions: str, *, name: str, owner: Agent) -> SavedView:
    """Keep a list's conditions under a name of one's own."""
    if SavedView.objects.filter(owner=owner).count() >= MOST_VIEWS:
        raise TooManyViews(most=MOST_VIEWS)
    view = SavedView(owner=owner, conditions=conditions[:500])
    _name(view, name)
    return view


@action
def rename_view(view: SavedView, *, name: str) -> None:
    _name(view, name)


@action
def remove_view(view: SavedView) -> None:
    view.delete()


def _name(view: SavedView, name: str) -> None:
    view.name = " ".join(name.split())[:80]
    if not view.name:
        raise ViewNameMissing
    try:
        with transaction.atomic():
            view.save()
    except IntegrityError as error:
        raise ViewNameTaken(name=view.name) from error
