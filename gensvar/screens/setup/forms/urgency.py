"""What makes a contact urgent in a queue, and which customers come first by agreement."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gensvar.operations.cases.models import NeedType
from gensvar.operations.customers.models import Customer, Need
from gensvar.operations.knowledge.models import Subject
from gensvar.operations.routing.models import Queue
from gensvar.operations.routing.rules.priority import LEAST, MOST, Urgent
from gensvar.screens.setup.forms.settings import Part, SettingsForm, text

# As many as somebody can still see the sense of.
MOST_RULES = 6
Choices = list[tuple[str | Promise, list[tuple[str, str | Promise]]]]


class FirstNeedsForm(SettingsForm):
    needs = forms.MultipleChoiceField(
        label=_("Customers who need"),
        required=False,
        choices=Need.What.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only needs that the customer has asked us to remember."),
    )
    agreed_in = text(
        _("Agreed in"),
        200,
        required=False,
        help=_("Which agreement with the client, and since when."),
    )


class PrioritiesForm(SettingsForm):
    """Rules, one a row: what a contact is about, and how urgent that makes it."""

    def __init__(self, *args: Any, queue: Queue, **more: Any) -> None:
        rules = list(queue.priority_rules.order_by("-priority", "pk"))
        more["initial"] = {
            name: value
            for place, rule in enumerate(rules, start=1)
            for name, value in (
                (f"about_{place}", f"{rule.fact}:{rule.value}"),
                (f"priority_{place}", rule.priority),
            )
        }
        super().__init__(*args, **more)
        self.rows = range(1, max(MOST_RULES, len(rules) + 1) + 1)
        choices = [("", _("No rule")), *about(queue)]
        for row in self.rows:
            self.fields[f"about_{row}"] = forms.ChoiceField(
                label=_("What it is about"), required=False, choices=choices
            )
            priority = forms.IntegerField(
                label=_("Priority"),
                required=False,
                min_value=LEAST,
                max_value=MOST,
                help_text=_("−5 to 5; each step counts as a minute, below 0 as later."),
            )
            priority.is_short = True  # type: ignore[attr-defined]
            self.fields[f"priority_{row}"] = priority

    def parts(self) -> list[Part]:
        return [
            (_("Rule %(number)s") % {"number": row}, (f"about_{row}", f"priority_{row}"))
            for row in self.rows
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for row in self.rows:
            if bool(given.get(f"about_{row}")) != bool(given.get(f"priority_{row}")):
                self.add_error(f"priority_{row}", _("Say both what it is about and a priority."))
        return given

    def rules(self) -> list[Urgent]:
        return list(self._rules())

    def _rules(self) -> Iterator[Urgent]:
        for row in self.rows:
            if chosen := self.cleaned_data.get(f"about_{row}"):
                fact, _colon, value = chosen.partition(":")
                yield Urgent(fact, value, self.cleaned_data[f"priority_{row}"])


def about(queue: Queue) -> Choices:
    """Return what a rule can be about, by kind."""
    subjects = Subject.objects.filter(client=queue.client_id, retired_at=None).order_by("name")
    return [
        (_("The need"), [(f"need:{key}", name) for key, name in NeedType.choices]),
        (_("The customer"), [(f"customer:{key}", name) for key, name in Customer.Type.choices]),
        (_("The subject"), [(f"subject:{row.pk}", row.name) for row in subjects]),
    ]
