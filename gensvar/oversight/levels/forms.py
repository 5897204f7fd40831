from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.oversight.levels.models import WishDecision


def _words(label: object, *, required: bool, help: object = "") -> forms.CharField:
    return forms.CharField(
        label=label,  # type: ignore[arg-type]
        required=required,
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=help,  # type: ignore[arg-type]
    )


class IssueForm(forms.Form):
    title = forms.CharField(
        label=_("What it is about"),
        max_length=120,
        help_text=_("Things and places; never a name, a number or an address of a person."),
    )
    words = _words(_("What should be known"), required=False)


class LiftForm(forms.Form):
    words = _words(_("Why it is lifted"), required=False)


class DecisionForm(forms.Form):
    words = _words(_("What was decided"), required=True)


class WishForm(forms.Form):
    outcome = forms.ChoiceField(label=_("Decision"), choices=WishDecision.Outcome)
    words = forms.CharField(label=_("Why"), max_length=400, required=False)
