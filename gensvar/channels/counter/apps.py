from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from gensvar.ui.navigation import Entry, register


class CounterConfig(AppConfig):
    name = "gensvar.channels.counter"
    label = "counter"

    def ready(self) -> None:
        register(
            Entry(
                url_name="counter:desk",
                label=_("Counter"),
                icon="visit",
                permission="routing.take",
                order=16,
                is_home=False,
            )
        )
