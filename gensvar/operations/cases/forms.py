"""What people fill in about a case, whatever the screen."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from gensvar.operations.cases.actions.confiding import SHORTEST_REASON
from gensvar.operations.cases.models import Participant
from gensvar.operations.cases.rules import PARTICIPATES_USUALLY


class WhyForm(forms.Form):
    """Why somebody reads a confidential case."""

    reason = forms.CharField(
        label=_("Why do you open it?"),
        min_length=SHORTEST_REASON,
        max_length=200,
        help_text=_("A few words. They are kept with your name and the time."),
        error_messages={"required": _("Write why, in a few words. It is kept with the case.")},
    )


class ParticipantForm(forms.Form):
    """Who beside the customer follows a case, what they may, and until when."""

    name = forms.CharField(
        label=_("Who is it?"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Write who it is.")},
    )
    address = forms.CharField(
        label=_("E-mail address or mobile number"),
        max_length=320,
        help_text=_("The code is sent there."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Write an e-mail address, or a mobile number such as 070-123 45 67.")
        },
    )
    right = forms.ChoiceField(
        label=_("What may they do?"),
        choices=Participant.Right.choices,
        initial=Participant.Right.READ,
        widget=forms.RadioSelect,
    )
    until = forms.DateField(
        label=_("Through which day?"),
        input_formats=["%Y-%m-%d"],
        help_text=_("At most a year ahead."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Write a day such as 2026-05-04."),
            "invalid": _("Write a day such as 2026-05-04."),
        },
    )

    def __init__(self, *args: Any, at: datetime, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["until"].initial = localdate(at) + PARTICIPATES_USUALLY
