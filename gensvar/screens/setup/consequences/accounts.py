from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from markupsafe import Markup

from gensvar.channels.social.models import Account, Connection
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


def of_joining(
    account: Account, known: Connection | None, given: Mapping[str, Any]
) -> list[Markup]:
    if known and known.server == given["server"]:
        return [told(_("<b>We sign in anew</b> with the new token."))] if given["token"] else []
    return [
        told(
            _("<b>What is written to %(handle)s</b> is fetched from %(server)s from now on."),
            handle=account.handle,
            server=given["server"],
        ),
        told(_("<b>What was written before</b> is left.")),
        told(_("<b>Replies are published</b> by themselves, seen by those who saw the post.")),
    ]


def of_leaving(_given: Mapping[str, Any]) -> list[Markup]:
    return [
        told(_("<b>New posts stay</b> in the network, unseen by us.")),
        told(_("<b>Replies wait</b> until somebody publishes them by hand.")),
        told(_("<b>The token</b> that we keep is forgotten. Take it back at the server too.")),
    ]


def _kept(days: int) -> Markup:
    words = _("<b>New posts are kept</b> %(days)s days. Those that are here keep their date.")
    return told(words, days=days)
