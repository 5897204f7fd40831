from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gensvar.ui.navigation import (
    Entry,
    StripAct,
    act_in_strip,
    register,
    search_with,
    stand_in_strip,
)

ENTRIES = (
    Entry(
        url_name="desk_start",
        label=pgettext_lazy("page", "Desk"),
        icon="desk",
        permission="cases.answer",
        order=10,
    ),
    Entry(
        url_name="desk_cases",
        label=_("Cases"),
        icon="inbox",
        permission="cases.read",
        order=20,
    ),
    Entry(
        url_name="desk_customers",
        label=_("Customers"),
        icon="users",
        permission="customers.read",
        order=25,
    ),
    Entry(
        url_name="desk_calls",
        label=_("Calls"),
        icon="phone",
        permission="contacts.read",
        order=24,
        is_home=False,
    ),
    Entry(
        url_name="desk_recordings",
        label=_("Recorded calls"),
        icon="record",
        permission="recordings.read",
        order=24,
        is_home=False,
    ),
    Entry(
        url_name="desk_without_case",
        label=_("Without a case"),
        icon="phone",
        permission="cases.answer",
        order=26,
        is_home=False,
    ),
    Entry(
        url_name="desk_referrals",
        label=_("Referrals"),
        icon="transfer",
        permission="cases.approve",
        order=27,
        is_home=False,
    ),
    Entry(
        url_name="desk_corrections",
        label=_("Corrections"),
        icon="refresh",
        permission="knowledge.approve",
        order=41,
    ),
    Entry(
        url_name="desk_disruptions",
        label=_("Disruptions"),
        icon="alert",
        permission="disruptions.read",
        order=42,
    ),
    Entry(
        url_name="desk_places",
        label=_("Properties"),
        icon="building",
        permission="register.read",
        order=43,
        is_home=False,
    ),
)


QUICK = StripAct(
    url_name="desk_quick",
    label=_("Contact"),
    icon="phone",
    letter="K",
    permission="cases.answer",
)


class DeskConfig(AppConfig):
    name = "gensvar.screens.desk"
    label = "desk"

    def ready(self) -> None:
        from gensvar.screens.desk.views.floor import strip

        stand_in_strip(strip, permission="routing.take")
        act_in_strip(QUICK)
        for entry in ENTRIES:
            register(entry)
        search_with("desk_search", permission="search.read")
