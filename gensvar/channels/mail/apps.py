from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from gensvar.ui.navigation import Entry, register


class MailConfig(AppConfig):
    name = "gensvar.channels.mail"
    label = "mail"

    def ready(self) -> None:
        if settings.DEMO:
            register(
                Entry(
                    url_name="mail:inbox",
                    label=_("The demo's inbox"),
                    icon="mail",
                    order=990,
                    section=_("Demo"),
                )
            )
