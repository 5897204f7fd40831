from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

# Figures begin with the product; nothing is older.
EARLIEST = date(2000, 1, 1)


class PeriodForm(forms.Form):
    """From and to, both days included, as people say it."""

    start = forms.DateField(
        label=_("From"), error_messages={"invalid": _("Write a date such as 2026-02-02.")}
    )
    end = forms.DateField(
        label=_("To"), error_messages={"invalid": _("Write a date such as 2026-08-10.")}
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        start, end = cleaned.get("start"), cleaned.get("end")
        if start and end and end < start:
            self.add_error("end", _("The last day lies before the first."))
        if start and start < EARLIEST:
            self.add_error("start", _("There are no figures before the year 2000."))
        if end and end > date.max - timedelta(days=30):
            self.add_error("end", _("Write a date such as 2026-08-10."))
        return cleaned


# Assumptions A1 and A2 of the specification's example; whoever reads the sum may change both.
MINUTES_SAVED, COST_PER_HOUR = "8", "420"


class BenefitForm(forms.Form):
    cases = forms.IntegerField(
        label=_("Cases solved in customer service"),
        min_value=0,
        max_value=100_000_000,
        help_text=_("Counted in the days above, unless you write another number."),
    )
    minutes = forms.DecimalField(
        label=_("A1: minutes saved at the department for each"),
        min_value=0,
        max_value=10_000,
        decimal_places=2,
        help_text=_("An assumption, not a measurement."),
    )
    cost = forms.DecimalField(
        label=_("A2: what an hour there costs, SEK"),
        min_value=0,
        max_value=1_000_000,
        decimal_places=2,
        help_text=_("An assumption: salary with everything that belongs to it."),
    )
