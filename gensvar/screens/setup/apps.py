from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from gensvar.ui import navigation


class SetupConfig(AppConfig):
    name = "gensvar.screens.setup"
    label = "setup"

    def ready(self) -> None:
        navigation.register(
            navigation.Entry(
                url_name="setup",
                label=_("Settings"),
                icon="gear",
                permission="setup.read",
                order=900,
                section=_("Manage"),
            )
        )
        # Those who review access need not be those who change settings.
        navigation.register(
            navigation.Entry(
                url_name="setup_access",
                label=_("Access"),
                icon="shield",
                permission="people.review",
                unless="setup.read",
                order=910,
                section=_("Manage"),
            )
        )
