"""What the page of components and states is drawn with."""

from datetime import datetime
from typing import Any

from django import forms

from gensvar.ui.jinja import icon_names


class StatesForm(forms.Form):
    name = forms.CharField(help_text="As the customer knows it")
    due = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    hours = forms.IntegerField(required=False)
    text = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}))
    file = forms.FileField(required=False)
    sure = forms.BooleanField(help_text="Nine persons today")
    to = forms.ChoiceField(
        choices=[("eva", "Eva Ek, by SMS"), ("desk", "The desk")], widget=forms.RadioSelect
    )


def states_context(*, at: datetime) -> dict[str, Any]:
    form = StatesForm({"name": "", "due": "14 May", "text": "Hej", "to": "eva", "sure": "on"})
    return {"form": form, "now": at, "icons": sorted(icon_names())}
