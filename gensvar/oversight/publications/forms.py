from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.oversight.kpi.queries.measured import is_fed
from gensvar.oversight.kpi.queries.own import known_definitions
from gensvar.oversight.kpi.views.wording import language
from gensvar.oversight.publications.models import SPAN_NAMES
from gensvar.oversight.publications.queries import readers
from gensvar.oversight.publications.rules import Span, TableName
from gensvar.oversight.publications.sheets import table_name


class OutlineForm(forms.Form):
    """What a report is made of: measures and tables, chosen and not written."""

    name = forms.CharField(label=_("Name of the report"), max_length=120)
    span = forms.ChoiceField(
        label=_("About a"), choices=[(one.value, SPAN_NAMES[one]) for one in Span]
    )
    words = forms.CharField(
        label=_("What always stands first"),
        max_length=4_000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    measures = forms.MultipleChoiceField(
        label=_("Measures"), required=False, widget=forms.CheckboxSelectMultiple
    )
    tables = forms.MultipleChoiceField(
        label=_("Tables"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, client: Client, **options: Any) -> None:
        super().__init__(*args, **options)
        offered: Any = self.fields
        chosen = set(options.get("initial", {}).get("measures", ()))
        offered["measures"].choices = [
            (one.code, f"{one.code} {one.said(language())}")
            for one in known_definitions(client).values()
            if is_fed(one) or one.code in chosen
        ]
        offered["tables"].choices = [(one.value, table_name(one)) for one in TableName]


class RemarkForm(forms.Form):
    text = forms.CharField(
        label=_("Comment in the report"),
        max_length=4_000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Goes to everybody who gets the report. Name no customer."),
        error_messages={"required": _("Write something first.")},
    )


class SubscriptionForm(forms.Form):
    recipient: "forms.ModelChoiceField[Agent]" = forms.ModelChoiceField(
        label=_("Send it to"),
        queryset=Agent.objects.none(),
        help_text=_("Only those whose role lets them read the client's reports."),
    )

    def __init__(self, *args: Any, client: Client, at: datetime, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["recipient"]
        field.queryset = readers(client, at=at)
        field.label_from_instance = lambda agent: agent.name


class RestateReportForm(forms.Form):
    because = forms.CharField(
        label=_("Why the report is restated"),
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Stands in the report for everybody who reads it."),
        error_messages={"required": _("Write why the report is restated.")},
    )
