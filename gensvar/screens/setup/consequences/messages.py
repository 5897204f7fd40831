from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from gensvar.channels.voice.models import Choice, PhoneNumber
from gensvar.channels.voice.sentences import LANGUAGES, sentence
from gensvar.screens.setup.changing import told


def of_message_box(number: PhoneNumber, given: Mapping[str, Any]) -> list[Markup]:
    """Return what follows when callers may leave a message, or may no more."""
    if not given["is_open"]:
        keys = Choice.objects.filter(number=number, takes_message=True).count()
        found = [told(_("<b>Whoever calls when it is closed</b> hears that, and the call ends."))]
        if keys:
            found.append(
                told(
                    ngettext(
                        "<b>%(count)s key of the menu</b> goes: it leads to a message.",
                        "<b>%(count)s keys of the menu</b> go: they lead to a message.",
                        keys,
                    ),
                    count=keys,
                )
            )
        return found
    language = number.client.language
    found = [
        told(
            _("<b>After what is said when it is closed</b> callers hear: “%(words)s”"),
            words=sentence("leave-message", language=language if language in LANGUAGES else "en"),
        ),
        told(_("<b>Each message is a case</b> with a promise, and is heard on its page.")),
        told(_("<b>Of silence</b> nothing is kept but that somebody called.")),
        told(
            ngettext(
                "<b>The sound is deleted</b> after %(days)s day; the case stays.",
                "<b>The sound is deleted</b> after %(days)s days; the case stays.",
                given["kept_days"],
            ),
            days=given["kept_days"],
        ),
    ]
    if not number.queue.hours_of:
        found.append(told(_("<b>It is never closed:</b> the queue keeps no hours.")))
    if language not in LANGUAGES:
        found.append(told(_("<b>Nobody hears what to do</b>: it is not said in the language.")))
    return found
