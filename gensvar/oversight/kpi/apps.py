from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from gensvar.ui import navigation


class KpiConfig(AppConfig):
    name = "gensvar.oversight.kpi"
    label = "kpi"

    def ready(self) -> None:
        section = _("Follow up")
        navigation.register(
            navigation.Entry(
                url_name="kpi:goals",
                label=_("Goals"),
                icon="chart",
                permission="reports.read",
                order=300,
                section=section,
            )
        )
        navigation.register(
            navigation.Entry(
                url_name="kpi:subjects",
                label=_("Subjects"),
                icon="bars",
                permission="reports.read",
                order=310,
                section=section,
            )
        )
        navigation.register(
            navigation.Entry(
                url_name="kpi:uses",
                label=_("Reports"),
                icon="list",
                permission="reports.read",
                order=320,
                section=section,
            )
        )
