from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Group
from gensvar.oversight.kpi.models import ABOUT_PEOPLE, Insight
from gensvar.science.kpi.definitions import Definition
from gensvar.science.kpi.formulas import LONGEST

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


Choices = Sequence[tuple[str, Any]]
LONGEST_LIMIT = 86_400


class RestateForm(forms.Form):
    because = forms.CharField(
        label=_("Why the figure is restated"),
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Stands beside both figures for everybody who reads them."),
        error_messages={"required": _("Write why the figure is restated.")},
    )
    by_todays = forms.BooleanField(
        label=_("Count it by the definition and limits in force today"),
        required=False,
        help_text=_("Otherwise it is counted as it was, of what is known now."),
    )


class LimitsForm(forms.Form):
    """The limits that an agreement may set otherwise than usual."""

    within = forms.FloatField(
        label=_("T: an answer in time, seconds"),
        min_value=0,
        max_value=LONGEST_LIMIT,
        required=False,
    )
    short = forms.FloatField(
        label=_("S: hanging up shortly, seconds"),
        min_value=0,
        max_value=LONGEST_LIMIT,
        required=False,
    )

    @property
    def limits(self) -> dict[str, float]:
        given = {"T": self.cleaned_data.get("within"), "S": self.cleaned_data.get("short")}
        return {name: limit for name, limit in given.items() if limit is not None}


class GoalForm(LimitsForm):
    key = forms.ChoiceField(label=_("Way of counting"), required=False)
    target = forms.DecimalField(
        label=_("Goal"), max_digits=12, decimal_places=4, min_value=-1_000_000, localize=True
    )
    # What a goal without a pair lacks is told by the rule, not by the field.
    pair = forms.ChoiceField(
        label=_("Paired with"),
        required=False,
        help_text=_("The measure that shows what reaching the goal costs elsewhere."),
    )
    valid_from = forms.DateField(
        label=_("In force from"), error_messages={"invalid": _("Write a date such as 2026-02-02.")}
    )
    field_order = ("key", "target", "pair", "within", "short", "valid_from")

    def __init__(self, *args: Any, ways: Choices, pairs: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        _offer(self.fields["key"], ways)
        _offer(self.fields["pair"], [("", "–"), *pairs])


class OwnMeasureForm(LimitsForm):
    """A measure in words and with its formula; of a new version only what may change is asked."""

    code = forms.RegexField(
        r"^[A-Z][A-Z0-9.]{0,11}$",
        label=pgettext_lazy("measure", "Code"),
        help_text=_("A capital letter and digits: L01."),
        error_messages={"invalid": _("Write a capital letter, then capitals and digits: L01.")},
    )
    name_sv = forms.CharField(label=_("Name in Swedish"), max_length=120)
    name_en = forms.CharField(label=_("Name in English"), max_length=120)
    unit = forms.ChoiceField(label=_("Unit"))
    direction = forms.ChoiceField(label=_("Direction"))
    formula = forms.CharField(
        label=_("Formula"),
        max_length=LONGEST,
        help_text=_("Counters, numbers, + - * / and brackets: ans_T / (ans + aband)."),
    )
    words_sv = forms.CharField(
        label=_("What is counted, in Swedish"), max_length=600, widget=forms.Textarea({"rows": 3})
    )
    words_en = forms.CharField(
        label=_("What is counted, in English"), max_length=600, widget=forms.Textarea({"rows": 3})
    )
    why = forms.CharField(label=_("Why it was changed"), max_length=600)
    target = forms.CharField(label=_("Usual goal"), max_length=60, required=False)
    pair = forms.ChoiceField(label=_("Paired with"), required=False)
    mapped = forms.MultipleChoiceField(
        label=_("The same as"),
        required=False,
        help_text=_("The measures here that a row of your own standard or agreement stands for."),
    )
    source = forms.CharField(
        label=_("Source"), max_length=200, help_text=_("Where it is written, and by whom.")
    )
    owner = forms.ChoiceField(label=_("Owner"))
    valid_from = forms.DateField(
        label=_("In force from"), error_messages={"invalid": _("Write a date such as 2026-02-02.")}
    )
    field_order = (
        *("code", "name_sv", "name_en", "unit", "direction", "formula", "within", "short"),
        *("words_sv", "words_en", "why", "target", "pair", "mapped", "source", "owner"),
        "valid_from",
    )

    def __init__(
        self,
        *args: Any,
        before: Definition | None,
        choices: Mapping[str, Choices],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.before = before
        for name in ("unit", "direction", "owner", "mapped"):
            _offer(self.fields[name], choices[name])
        _offer(self.fields["pair"], [("", "–"), *choices["pair"]])
        # Of a version that follows, what the measure is called by and told in stays.
        for name in ("code", "unit", "direction") if before else ("why",):
            del self.fields[name]

    @staticmethod
    def initial_of(before: Definition) -> dict[str, Any]:
        newest = before.current
        return {
            "name_sv": before.sv,
            "name_en": before.en,
            "formula": newest.measures[0].formula,
            "within": newest.limits.get("T"),
            "short": newest.limits.get("S"),
            "words_sv": newest.words.sv,
            "words_en": newest.words.en,
            "target": before.target,
            "pair": before.pair,
            "mapped": list(before.mapped),
            "source": before.source,
            "owner": before.owner,
        }

    @property
    def named(self) -> str:
        """Return the code of the measure, which a new version does not ask for."""
        return self.before.code if self.before else str(self.cleaned_data["code"])

    @property
    def said(self) -> dict[str, Any]:
        """Return the measure as the registry's files say theirs, with the versions before."""
        given = self.cleaned_data
        version: dict[str, Any] = {
            "from": given["valid_from"].isoformat(),
            "formula": given["formula"],
            "words": {"sv": given["words_sv"], "en": given["words_en"]},
            "limits": self.limits,
        }
        if self.before:
            version["why"] = {"sv": given["why"], "en": given["why"]}
        versions = (
            self.before.model_dump(mode="json", by_alias=True)["versions"] if self.before else []
        )
        return {
            "sv": given["name_sv"],
            "en": given["name_en"],
            "unit": self.before.unit.value if self.before else given["unit"],
            "direction": self.before.direction.value if self.before else given["direction"],
            "target": given["target"],
            "pair": given["pair"],
            "mapped": given["mapped"],
            "source": given["source"],
            "owner": given["owner"],
            "versions": [*versions, version],
        }


def _offer(field: forms.Field, choices: Choices) -> None:
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)
