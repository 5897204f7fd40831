"""What is asked of a contact that becomes no case."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.operations.contacts.models import Channel, NoCase, Purpose
from gensvar.operations.contacts.setting_aside import OtherNeedsWords
from gensvar.screens.desk.forms import BY_HAND


class ReasonForm(forms.Form):
    """Why it became no case."""

    reason = forms.ChoiceField(label=_("Why it became no case"), choices=NoCase.Reason.choices)
    words = forms.CharField(
        label=_("In a few words"),
        required=False,
        max_length=200,
        help_text=_("For colleagues. Write nothing about a person."),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("reason") == NoCase.Reason.OTHER and not given.get("words"):
            self.add_error("words", OtherNeedsWords.message)
        return given


class DraftForm(ReasonForm):
    """Why a draft came to nothing: the reasons lie open, so that one press is enough."""

    reason = forms.ChoiceField(
        label=_("Why it became no case"), choices=NoCase.Reason.choices, widget=forms.RadioSelect
    )


class NoCaseForm(ReasonForm):
    """A contact that is over and became no case, written down in one go."""

    client = forms.TypedChoiceField(label=_("Client"), coerce=int)
    channel = forms.ChoiceField(
        label=_("How did it come?"),
        choices=[(channel.value, channel.label) for channel in (*BY_HAND, Channel.CHAT)],
        initial=Channel.PHONE,
    )
    field_order = ("client", "channel", "reason", "words")

    def __init__(self, *args: Any, clients: list[tuple[int, str]], **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["client"].choices = clients  # type: ignore[attr-defined]


class DialForm(forms.Form):
    """What a call of ours is for, before it is made."""

    to = forms.CharField(label=_("Number"), max_length=64)
    purpose = forms.ChoiceField(
        label=_("What is the call for?"),
        choices=Purpose.choices,
        widget=forms.RadioSelect,
        initial=Purpose.CASE,
        help_text=_("Whoever answers is told this first, and from whom you call."),
    )
    is_asked_for = forms.BooleanField(
        label=_("The customer has asked to be called at this time"), required=False
    )


class BlockForm(forms.Form):
    """What somebody does not want to be called for."""

    purpose = forms.ChoiceField(
        label=_("Do not call them again"),
        choices=[("", _("Whatever it is about")), *Purpose.choices],
        widget=forms.RadioSelect,
        required=False,
        initial="",
    )
