from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Group
from gensvar.oversight.kpi.models import ABOUT_PEOPLE, Insight

# Figures begin with the product; nothing is older.
EARLIEST = date(2000, 1, 1)


class PeriodForm(forms.Form):
    """From and to, both days included, as people say it."""

    start = forms.DateField(
        label=_("From"), error_messages={"invalid": _("Write a date such as 2026-02-02.")}
    )
    end = forms.DateField(
        label=pgettext_lazy("days", "To"),
        error_messages={"invalid": _("Write a date such as 2026-08-10.")},
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


class InsightForm(forms.Form):
    cause = forms.ChoiceField(label=_("Why do they have to ask?"), choices=Insight.Cause.choices)
    page = forms.CharField(
        label=_("Page of the website"),
        required=False,
        max_length=200,
        help_text=_("For example /taxa. No names, here or elsewhere."),
    )
    group = forms.ModelChoiceField(
        label=_("Group that it concerns"), queryset=Group.objects.none(), required=False
    )

    def __init__(self, *args: Any, client: Client, **options: Any) -> None:
        super().__init__(*args, **options)
        group = self.fields["group"]
        assert isinstance(group, forms.ModelChoiceField)
        group.queryset = Group.objects.filter(client=client, closed_at=None).order_by("name")

    def clean_page(self) -> str:
        page: str = self.cleaned_data["page"].replace("\0", "").strip()
        if page and (not page.startswith("/") or " " in page or "@" in page):
            raise forms.ValidationError(_("Write the address after the website's name: /taxa."))
        return page

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("cause") in ABOUT_PEOPLE and not cleaned.get("group"):
            self.add_error("group", _("Choose the group: only its manager is shown this."))
        return cleaned
