"""What callers of a number may choose, as one whole: a menu is put in place of the one before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.channels.voice.events import MenuSet
from gensvar.channels.voice.models import Announcement, Choice, MessageBox, PhoneNumber, Sound
from gensvar.channels.voice.rules.keys import CHOICES
from gensvar.channels.voice.rules.menus import Finding, Menu, findings
from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.models import Channel
from gensvar.operations.routing.models import Queue


class NotForThisMenu(Refused):
    message = _(
        "“%(name)s” needs a key from 1 to 9 of its own, and leads to a queue, to a menu, or to a "
        "message where the number takes messages."
    )
    status = 422


@dataclass(frozen=True)
class ChoiceWish:
    """A key, what it is about, and the queue, the menu or the message that it leads to.

    language: as ar, where the key says that the caller speaks another than is spoken here.
    """

    key: str
    name: str
    queue: Queue | None = None
    below: "MenuWish | None" = None
    language: str = ""
    takes_message: bool = False


@dataclass(frozen=True)
class MenuWish:
    words: str
    choices: Sequence[ChoiceWish]
    sound: str = ""
    # One of ours, in place of that.
    recording: Sound | None = None


@action
def set_menu(number: PhoneNumber, wish: MenuWish | None, *, by: Agent | None, at: datetime) -> None:
    """Let callers of a number choose so from now on; without a menu all come to its queue.

    Whoever is in the old menu just now comes to a person.
    """
    number.choices.all().delete()
    number.announcements.filter(occasion=Announcement.Occasion.MENU).delete()
    if wish is not None:
        _lay(number, wish, above=None)
    announce(
        MenuSet(number_id=number.pk, client_id=number.client_id, agent_id=by.pk if by else None),
        at=at,
    )


def wish_of(number: PhoneNumber) -> MenuWish | None:
    """Return the menu of a number as it was wished; nothing where there is none."""
    choices = list(number.choices.select_related("queue").order_by("key"))
    said = number.announcements.filter(occasion=Announcement.Occasion.MENU)
    told = {one.choice_id: one for one in said.select_related("recording")}
    return _wish(choices, told, above=None) if choices else None


def menu_of(wish: MenuWish) -> Menu:
    """Return a menu as the rules look at it."""
    return Menu(
        words=wish.words,
        keys=[one.key for one in wish.choices if one.below is None],
        below=tuple((one.key, menu_of(one.below)) for one in wish.choices if one.below is not None),
        seconds=wish.recording.seconds if wish.recording else None,
    )


def menu_at(number: PhoneNumber) -> Menu | None:
    wish = wish_of(number)
    return menu_of(wish) if wish else None


def faults_of(number: PhoneNumber) -> list[Finding]:
    """Return what is wrong with the menu of a number (CUS-16)."""
    menu = menu_at(number)
    return findings(menu) if menu else []


def _lay(number: PhoneNumber, wish: MenuWish, *, above: Choice | None) -> None:
    number.announcements.create(
        client_id=number.client_id,
        occasion=Announcement.Occasion.MENU,
        choice=above,
        words=wish.words,
        sound=wish.sound,
        recording=wish.recording,
    )
    taken: set[str] = set()
    for one in wish.choices:
        if one.key not in CHOICES or one.key in taken or not _leads(one, number):
            raise NotForThisMenu(name=one.name)
        taken.add(one.key)
        made = number.choices.create(
            client_id=number.client_id,
            above=above,
            key=one.key,
            name=one.name,
            language=one.language,
            queue=one.queue,
            takes_message=one.takes_message,
        )
        if one.below is not None:
            _lay(number, one.below, above=made)


def _leads(one: ChoiceWish, number: PhoneNumber) -> bool:
    """Say whether a choice leads to exactly one place: a queue for calls, a menu, a message."""
    if [one.queue is None, one.below is None, not one.takes_message].count(False) != 1:
        return False
    if one.takes_message:
        return MessageBox.objects.filter(number=number).exists()
    if one.queue is None:
        return True
    mine = (one.queue.client_id, one.queue.channel) == (number.client_id, Channel.PHONE)
    return mine and one.queue.ended_at is None


def _wish(
    choices: Sequence[Choice], told: dict[int | None, Announcement], *, above: int | None
) -> MenuWish:
    said = told.get(above)
    return MenuWish(
        words=said.words if said else "",
        sound=said.sound if said else "",
        recording=said.recording if said else None,
        choices=[
            ChoiceWish(
                one.key,
                one.name,
                language=one.language,
                queue=one.queue,
                below=None
                if one.queue or one.takes_message
                else _wish(choices, told, above=one.pk),
                takes_message=one.takes_message,
            )
            for one in choices
            if one.above_id == above
        ],
    )
