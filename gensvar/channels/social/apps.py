from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from gensvar.ui.navigation import Entry, register


class SocialConfig(AppConfig):
    name = "gensvar.channels.social"
    label = "social"

    def ready(self) -> None:
        register(
            Entry(
                url_name="social:log",
                label=_("Social media"),
                icon="globe",
                permission="cases.answer",
                order=29,
                is_home=False,
            )
        )
