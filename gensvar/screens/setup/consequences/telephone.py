from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from markupsafe import Markup

from gensvar.channels.voice.actions.menus import MenuWish, menu_of
from gensvar.channels.voice.models import Phone, PhoneNumber
from gensvar.channels.voice.rules.menus import Fault, Finding, findings, longest_seconds
from gensvar.screens.setup.changing import told

FAULTS = {
    Fault.TOO_MANY: gettext_lazy("<b>More than five choices:</b> nobody remembers them all."),
    Fault.NO_EXIT: gettext_lazy(
        "<b>The way to a person is not told.</b> Say that 0, or waiting, leads there."
    ),
    Fault.TOO_DEEP: gettext_lazy("<b>Too deep:</b> callers lose their way below two menus."),
    Fault.TOO_LONG: gettext_lazy("<b>It takes more than half a minute to hear.</b> Say less."),
    Fault.NOTHING_SAID: gettext_lazy("<b>Nothing is said,</b> so nobody knows what to press."),
    Fault.NOTHING_BELOW: gettext_lazy(
        "<b>There is nothing to choose:</b> who comes here waits for a person."
    ),
}


def of_faults(found: Sequence[Finding]) -> list[Markup]:
    """Return what callers cannot bear in a menu, in words (CUS-16)."""
    return [
        Markup("{} {}").format(
            told(_("Behind key %(keys)s:"), keys=one.keys), told(str(FAULTS[one.fault]))
        )
        if one.keys
        else told(str(FAULTS[one.fault]))
        for one in found
    ]


def of_menu(number: PhoneNumber, wish: MenuWish | None) -> list[Markup]:
    """Return what a menu would lead to: who meets it, how long it takes, and its faults."""
    if wish is None:
        return [
            told(
                _("<b>There is no menu:</b> all who call come to %(queue)s."),
                queue=number.queue.name,
            )
        ]
    menu = menu_of(wish)
    return [
        told(_("<b>The next caller</b> meets this. Who is in the menu now comes to a person.")),
        told(
            _("<b>0, or waiting,</b> leads to a person in %(queue)s, from every menu."),
            queue=number.queue.name,
        ),
        told(
            _("<b>The longest menu</b> takes about %(count)s seconds to hear."),
            count=round(longest_seconds(menu)),
        ),
        *([] if wish.recording else [told(_("<b>Nobody hears it</b> until it has a recording."))]),
        *of_faults(findings(menu)),
    ]


def of_new_number(given: Mapping[str, Any]) -> list[Markup]:
    found = [
        told(
            _("<b>Calls to %(number)s</b> wait in %(queue)s from now on."),
            number=given["number"],
            queue=given["queue"].name,
        ),
        told(_("<b>Opening hours</b> are those of the queue.")),
    ]
    return [*found, *_of_words(given)]


def of_changed_number(
    number: PhoneNumber, before: Mapping[str, Any], given: Mapping[str, Any]
) -> list[Markup]:
    found = []
    if given["queue"] != number.queue:
        found.append(
            told(
                _("<b>New calls</b> wait in %(queue)s. Who waits now stays where they are."),
                queue=given["queue"].name,
            )
        )
    if given["is_shown"] and not before["is_shown"]:
        found.append(told(_("<b>Whoever we call</b> sees %(number)s."), number=number.number))
    return [*found, *_of_words(given)]


def _of_words(given: Mapping[str, Any]) -> list[Markup]:
    found = []
    if given["greeting_words"] and not given["greeting_recording"]:
        found.append(told(_("<b>The greeting is not heard</b> until it has a recording.")))
    if not given["closed_words"]:
        found.append(told(_("<b>When it is closed</b> nothing is said and the call ends.")))
    elif not given["closed_recording"]:
        found.append(told(_("<b>When it is closed</b> nothing is heard, and the call ends.")))
    return found


def of_ending_number(number: PhoneNumber) -> list[Markup]:
    return [
        told(_("<b>Calls to %(number)s</b> are refused from now on."), number=number.number),
        told(_("<b>Who waits or talks now</b> is not disturbed.")),
    ]


def of_message(number: PhoneNumber, given: Mapping[str, Any]) -> list[Markup]:
    if given["closes"]:
        return [
            told(
                _("<b>Nobody answers</b> %(number)s in that time: callers hear this."),
                number=number.number,
            )
        ]
    return [told(_("<b>Callers of %(number)s</b> hear this first."), number=number.number)]


def of_phone(given: Mapping[str, Any]) -> list[Markup]:
    agent = given["agent"]
    found = [told(_("<b>Calls for %(name)s</b> ring on this phone."), name=agent.name)]
    if Phone.objects.filter(agent=agent).exists():
        found.append(told(_("<b>The phone that they have</b> rings no more.")))
    return [*found, told(_("<b>The password</b> is shown once, when you have saved."))]


def of_taking_phone(phone: Phone) -> list[Markup]:
    return [
        told(_("<b>%(name)s is rung nowhere</b> and is offered no calls."), name=phone.agent.name)
    ]
