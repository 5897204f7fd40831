from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from gensvar.ui import navigation


class PublicationsConfig(AppConfig):
    name = "gensvar.oversight.publications"
    label = "publications"

    def ready(self) -> None:
        navigation.register(
            navigation.Entry(
                url_name="publications:list",
                label=_("Published"),
                icon="file",
                permission="reports.read",
                order=325,
                section=_("Follow up"),
            )
        )
