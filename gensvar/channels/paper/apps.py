from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from gensvar.ui.navigation import Entry, register


class PaperConfig(AppConfig):
    name = "gensvar.channels.paper"
    label = "paper"

    def ready(self) -> None:
        register(
            Entry(
                url_name="paper:register",
                label=_("Letters and faxes"),
                icon="letter",
                permission="cases.answer",
                order=28,
                is_home=False,
            )
        )
