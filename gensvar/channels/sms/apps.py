from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from gensvar.ui.navigation import Entry, register


class SmsConfig(AppConfig):
    name = "gensvar.channels.sms"
    label = "sms"

    def ready(self) -> None:
        if settings.DEMO:
            register(
                Entry(
                    url_name="sms:inbox",
                    label=_("The demo's phones"),
                    icon="sms",
                    order=991,
                    section=_("Demo"),
                )
            )
