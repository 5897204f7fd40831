from django.utils.translation import gettext as _
from markupsafe import Markup

from gensvar.foundation.agreements.models import Client
from gensvar.screens.setup.changing import told


def of_canned_text(client: Client) -> list[Markup]:
    return [
        told(
            _("<b>Agents of %(client)s</b> can put it into answers at once."),
            client=client.public_name,
        ),
        told(_("<b>Answers already sent</b> stay as they are.")),
    ]


def of_macro(client: Client) -> list[Markup]:
    return [
        told(
            _("<b>Agents of %(client)s</b> can run it at once, and see all of it first."),
            client=client.public_name,
        ),
        told(_("<b>Cases on which it has been run</b> stay as they are.")),
    ]


def of_retiring() -> list[Markup]:
    return [told(_("<b>It is offered no longer.</b> What has been done with it stands."))]
