from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from gensvar.foundation.agreements.models import Client, StandardText
from gensvar.operations.cases.models import Case
from gensvar.operations.casetypes.models import Service
from gensvar.operations.contacts.models import Outgoing
from gensvar.screens.setup.changing import told
from gensvar.ui.jinja import when

LATELY = timedelta(days=30)
PURPOSES = {
    "receipt": "receipt",
    "closing": "closing",
    "signature": "answer",
    "hand-over": "hand-over",
    "promise": "promise",
}


def of_new_client(given: Mapping[str, Any]) -> list[Markup]:
    names = ", ".join(str(Service(one).label) for one in given["services"])
    types = told(_("<b>Its cases begin as</b> %(names)s."), names=names)
    return [
        types if names else told(_("<b>Its cases</b> ask for subject and need only.")),
        told(_("<b>The portal</b> opens at /hos/%(code)s/ at once."), code=given["code"]),
        told(_("<b>Nobody sees its cases</b> but those with a role for every client.")),
        told(_("<b>Add</b> a group, subjects, a mailbox and hours before customers are told.")),
    ]


def of_changed_client(client: Client, given: Mapping[str, Any]) -> list[Markup]:
    found = []
    if given["public_name"] != client.public_name:
        cases = Case.objects.open().filter(client=client).count()
        sentence = ngettext(
            "<b>%(count)s customer with an open case</b> sees the new name on the portal and in "
            "new mail. Mail that has been sent keeps the old one.",
            "<b>%(count)s customers with open cases</b> see the new name on the portal and in new "
            "mail. Mail that has been sent keeps the old one.",
            cases,
        )
        found.append(told(sentence, count=cases))
    if given["phone"] != client.phone:
        found.append(told(_("<b>The portal</b> shows the new number within a minute.")))
    if given["accent"] != client.accent:
        found.append(told(_("<b>The portal</b> changes colour within a minute.")))
    if given["language"] != client.language:
        found.append(
            told(_("<b>Mail by itself</b> to those whose language we do not know changes too."))
        )
    if given["name"] != client.name or given["kind"] != client.kind:
        found.append(told(_("<b>Lists and figures</b> show it so, for past periods too.")))
    return found


def of_text(
    client: Client, use: str, *, begins: datetime, current: StandardText | None, at: datetime
) -> list[Markup]:
    """Return when a text begins, and how often it has been sent lately."""
    found = [_beginning(begins, at=at)]
    if use in PURPOSES:
        sent = Outgoing.objects.filter(
            client=client, purpose=PURPOSES[use], message__at__gt=at - LATELY
        ).count()
        sentence = ngettext(
            "<b>%(count)s message</b> of this kind was sent in the last 30 days.",
            "<b>%(count)s messages</b> of this kind were sent in the last 30 days.",
            sent,
        )
        found.append(told(sentence, count=sent))
    if current is not None:
        found.append(told(_("<b>What has been sent</b> stays as it was; this version is kept.")))
    return found


def _beginning(begins: datetime, *, at: datetime) -> Markup:
    if begins <= at:
        return told(_("<b>From now on</b> these words are used."))
    return told(_("<b>From %(when)s</b> these words are used."), when=when(begins))
