from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from markupsafe import Markup

from gensvar.channels.sms.models import Number
from gensvar.screens.setup.changing import told


def of_new_number(given: Mapping[str, Any]) -> list[Markup]:
    return [
        told(_("<b>Text messages leave</b> from %(number)s."), number=given["number"]),
        told(_("<b>Nothing comes in</b> before 46elks knows the address that you get next.")),
    ]


def of_changed_number(number: Number, given: Mapping[str, Any]) -> list[Markup]:
    found = []
    if given["is_paused"] and not number.is_paused:
        found.append(told(_("<b>Nothing is sent</b> from the number; what comes is still read.")))
    elif number.is_paused and not given["is_paused"]:
        found.append(told(_("<b>Text messages leave</b> from %(number)s."), number=number.number))
    if given["group"] != number.group or given["subject"] != number.subject:
        group = given["group"].code if given["group"] else _("the front desk")
        found.append(told(_("<b>New cases</b> go to %(group)s. Open cases stay."), group=group))
    if given["sends_receipts"] != number.sends_receipts:
        words = (
            _("<b>Customers get a receipt</b> with number and code for each new question.")
            if given["sends_receipts"]
            else _("<b>Customers get no receipt</b> and no code.")
        )
        found.append(told(words))
    if given["secret"] or given["user"] != number.user:
        found.append(told(_("<b>We sign in anew</b> at 46elks. Try it afterwards.")))
    return found
