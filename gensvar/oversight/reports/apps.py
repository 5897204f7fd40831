from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from gensvar.ui import navigation


class ReportsConfig(AppConfig):
    name = "gensvar.oversight.reports"
    label = "reports"

    def ready(self) -> None:
        navigation.register(
            navigation.Entry(
                url_name="reports:list",
                label=_("Sent out"),
                icon="letter",
                permission="reports.read",
                order=330,
                section=_("Follow up"),
            )
        )
