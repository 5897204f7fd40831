from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from gensvar.ui.navigation import Entry, register


class FloorConfig(AppConfig):
    name = "gensvar.screens.floor"
    label = "floor"

    def ready(self) -> None:
        register(
            Entry(
                url_name="floor:now",
                label=_("Right now"),
                icon="clock",
                permission="routing.read",
                order=15,
                is_home=False,
            )
        )
