from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gensvar.foundation.people.models import Agent, Group
from gensvar.oversight.entrypoints.actions import Described
from gensvar.oversight.entrypoints.models import EntryPoint


class EntryPointForm(forms.Form):
    """What is known of a way in."""

    kind = forms.ChoiceField(label=_("Kind"), choices=EntryPoint.Kind.choices)
    address = forms.CharField(
        label=_("Number, address or place"),
        max_length=200,
        help_text=_("As customers read it."),
        error_messages={"required": _("Write what customers use to reach us.")},
    )
    published_in = forms.CharField(label=_("Where it is published"), required=False, max_length=200)
    leads_to = forms.TypedChoiceField(
        label=_("Leads to"), required=False, coerce=int, empty_value=None
    )
    owner = forms.TypedChoiceField(label=_("Owner"), required=False, coerce=int, empty_value=None)
    volume = forms.IntegerField(
        label=_("Contacts in a year"), required=False, min_value=0, max_value=100_000_000
    )
    volume_source = forms.CharField(
        label=_("Where that is known from"), required=False, max_length=200
    )

    def __init__(
        self,
        *args: Any,
        groups: Sequence[tuple[int, str]],
        agents: Sequence[tuple[int, str]],
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        offered: Any = self.fields
        offered["leads_to"].choices = [("", _("No group")), *groups]
        offered["owner"].choices = [("", _("Nobody")), *agents]

    def described(self) -> Described:
        given = self.cleaned_data
        related = {
            "leads_to": Group.objects.filter(pk=given["leads_to"] or 0).first(),
            "owner": Agent.objects.filter(pk=given["owner"] or 0).first(),
        }
        return Described(**{**given, **related})


class TrialForm(forms.Form):
    """What came of trying a way in."""

    worked = forms.ChoiceField(
        label=_("Did it lead where it should?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether it worked.")},
    )
    note = forms.CharField(
        label=pgettext_lazy("question", "What happened"), required=False, max_length=200
    )
