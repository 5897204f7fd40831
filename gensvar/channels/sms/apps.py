from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from gensvar.ui.navigation import Entry, register


class SmsConfig(AppConfig):
    name = "gensvar.channels.sms"
    label = "sms"

    def ready(self) -> None:
        from gensvar.channels.sms.queries import can_text
        from gensvar.operations.contacts.texting import sends_texts

        sends_texts(can_text)
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
