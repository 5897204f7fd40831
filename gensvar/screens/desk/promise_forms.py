"""What agents fill in when they hand over, and when they promise."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.operations.cases.models import HandOver, RequiredFact


def _day(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write a day, such as 2026-05-12.")},
        **more,
    )


def _between_news() -> forms.IntegerField:
    return forms.IntegerField(
        label=_("News at least every … working days"),
        required=False,
        min_value=1,
        max_value=60,
        help_text=_("Empty: nothing is promised about that."),
    )


class HandOverForm(forms.Form):
    group = forms.TypedChoiceField(label=_("Answer group"), coerce=int)
    why = forms.ChoiceField(
        label=_("Why not here"), choices=HandOver.Why.choices, widget=forms.RadioSelect
    )
    question = forms.CharField(
        label=_("What shall the group answer?"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The group reads this first, with everything else in the case."),
    )
    again_because = forms.CharField(
        label=_("Why must it be handed over yet again?"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The managers on both sides are told that the case is sent round."),
    )
    due_on = _day(_("Answer by"), required=False, help_text=_("Empty: the subject's answer time."))
    update_days = _between_news()

    def __init__(
        self,
        *args: Any,
        groups: Sequence[tuple[int, str]],
        facts: Sequence[RequiredFact] = (),
        asks_again: bool = False,
        **kw: Any,
    ) -> None:
        super().__init__(*args, **kw)
        self.fields["group"].choices = [("", "–"), *groups]  # type: ignore[attr-defined]
        self.asks_again = asks_again
        if not asks_again:
            del self.fields["again_because"]
        self.facts = {f"fact_{fact.pk}": fact for fact in facts}
        for name, fact in self.facts.items():
            self.fields[name] = forms.CharField(
                label=fact.label, help_text=fact.hint, max_length=500
            )

    def fact_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.facts]

    def given_facts(self) -> dict[int, str]:
        return {fact.pk: self.cleaned_data[name] for name, fact in self.facts.items()}


class PromiseForm(forms.Form):
    """A day; where one was promised before, also why it takes longer and what we do about it."""

    due_on = _day(_("Answer by"))
    update_days = _between_news()
    reason = forms.CharField(
        label=_("Why it takes longer"),
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The customer reads it."),
        error_messages={"required": _("Say why: the customer is told.")},
    )
    plan = forms.CharField(
        label=_("What we do about it"),
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The customer reads it."),
        error_messages={"required": _("Say what you do about it: the customer is told.")},
    )

    def __init__(self, *args: Any, is_delay: bool, **kw: Any) -> None:
        super().__init__(*args, **kw)
        if not is_delay:
            del self.fields["reason"], self.fields["plan"]
