from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from gensvar.channels.chat.models import Chat, ChatSettings
from gensvar.screens.setup.changing import told


def of_changed_chat(decided: ChatSettings, given: Mapping[str, Any]) -> list[Markup]:
    found = []
    if given["is_on"] and not decided.is_on:
        found.append(told(_("<b>Customers can chat</b> in the hours that are published for it.")))
    if decided.is_on and not given["is_on"]:
        count = Chat.objects.going_on().filter(client=decided.client).count()
        sentence = ngettext(
            "<b>Nobody can begin a chat.</b> %(count)s that goes on goes on until it ends.",
            "<b>Nobody can begin a chat.</b> %(count)s that go on go on until they end.",
            count,
        )
        found.append(told(sentence, count=count))
    wanted = set(str(given["sites"]).split())
    before, after = (
        _("<b>%(site)s shows the chat no longer</b>, at once."),
        _("<b>%(site)s may show the chat</b>, at once."),
    )
    return [
        *found,
        *(told(before, site=site) for site in sorted(set(decided.sites) - wanted)),
        *(told(after, site=site) for site in sorted(wanted - set(decided.sites))),
    ]
