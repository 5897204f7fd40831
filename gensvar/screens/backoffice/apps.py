from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from gensvar.ui.navigation import Entry, register


class BackofficeConfig(AppConfig):
    name = "gensvar.screens.backoffice"
    label = "backoffice"

    def ready(self) -> None:
        register(
            Entry(
                url_name="backoffice:questions",
                label=_("Questions to you"),
                icon="reply",
                permission="cases.give_feedback",
                order=5,
            )
        )
