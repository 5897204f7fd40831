"""What people fill in about a case, whatever the screen."""

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.operations.cases.actions.confiding import SHORTEST_REASON


class WhyForm(forms.Form):
    """Why somebody reads a confidential case."""

    reason = forms.CharField(
        label=_("Why do you open it?"),
        min_length=SHORTEST_REASON,
        max_length=200,
        help_text=_("A few words. They are kept with your name and the time."),
        error_messages={"required": _("Write why, in a few words. It is kept with the case.")},
    )
