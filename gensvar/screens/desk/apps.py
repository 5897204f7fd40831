from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from gensvar.ui.navigation import Entry, register, search_with


class DeskConfig(AppConfig):
    name = "gensvar.screens.desk"
    label = "desk"

    def ready(self) -> None:
        register(
            Entry(
                url_name="desk_start",
                label=_("Desk"),
                icon="desk",
                permission="cases.answer",
                order=10,
            )
        )
        register(
            Entry(
                url_name="desk_cases",
                label=_("Cases"),
                icon="inbox",
                permission="cases.read",
                order=20,
            )
        )
        register(
            Entry(
                url_name="desk_customers",
                label=_("Customers"),
                icon="users",
                permission="customers.read",
                order=25,
            )
        )
        register(
            Entry(
                url_name="desk_corrections",
                label=_("Corrections"),
                icon="refresh",
                permission="knowledge.approve",
                order=41,
            )
        )
        register(
            Entry(
                url_name="desk_disruptions",
                label=_("Disruptions"),
                icon="alert",
                permission="disruptions.read",
                order=42,
            )
        )
        register(
            Entry(
                url_name="desk_places",
                label=_("Properties"),
                icon="building",
                permission="register.read",
                order=43,
                is_home=False,
            )
        )
        search_with("desk_search", permission="search.read")
