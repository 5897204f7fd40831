from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from gensvar.ui import navigation


class LevelsConfig(AppConfig):
    name = "gensvar.oversight.levels"
    label = "levels"

    def ready(self) -> None:
        navigation.register(
            navigation.Entry(
                url_name="levels:start",
                label=_("Levels and issues"),
                icon="chart",
                permission="levels.read",
                order=335,
                section=_("Follow up"),
            )
        )
