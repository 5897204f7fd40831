from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from markupsafe import Markup

from gensvar.channels.social.models import Account
from gensvar.screens.setup.changing import told


def of_new_account(given: Mapping[str, Any]) -> list[Markup]:
    return [
        told(
            _("<b>Posts to %(handle)s</b> can be imported and sent here."), handle=given["handle"]
        ),
        _kept(given["keep_days"]),
    ]


def of_changed_account(account: Account, given: Mapping[str, Any]) -> list[Markup]:
    found = []
    if given["is_paused"] and not account.is_paused:
        found.append(told(_("<b>No post is taken in.</b> Programs that call are told so.")))
    elif account.is_paused and not given["is_paused"]:
        found.append(told(_("<b>Posts are taken in</b> again.")))
    if given["group"] != account.group or given["subject"] != account.subject:
        group = given["group"].code if given["group"] else _("the front desk")
        found.append(told(_("<b>New cases</b> go to %(group)s. Open cases stay."), group=group))
    if given["keep_days"] != account.keep_days:
        found.append(_kept(given["keep_days"]))
    return found


def _kept(days: int) -> Markup:
    words = _("<b>New posts are kept</b> %(days)s days. Those that are here keep their date.")
    return told(words, days=days)
