from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from gensvar.ui.navigation import Entry, register


class WorkOrdersConfig(AppConfig):
    name = "gensvar.operations.workorders"
    label = "workorders"

    def ready(self) -> None:
        from gensvar.operations.cases.queries.keeping_open import keeps_open
        from gensvar.operations.workorders.queries.process import not_reported_back

        keeps_open(not_reported_back)
        register(
            Entry(
                url_name="workorders",
                label=_("Work orders"),
                icon="flag",
                permission="workorders.read",
                # Performers have their own page.
                unless="workorders.perform",
                order=38,
                is_home=False,
            )
        )
        register(
            Entry(
                url_name="workorders_mine",
                label=_("My orders"),
                icon="flag",
                permission="workorders.perform",
                order=8,
            )
        )
        register(
            Entry(
                url_name="workorders_rules",
                label=_("Processes"),
                icon="list",
                permission="setup.read",
                order=905,
                section=_("Manage"),
                is_home=False,
            )
        )
