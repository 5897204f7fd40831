from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from markupsafe import Markup

from gensvar.channels.voice.models import Phone, PhoneNumber
from gensvar.screens.setup.changing import told


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
