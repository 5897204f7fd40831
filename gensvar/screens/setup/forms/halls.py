from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.channels.counter.models import Hall
from gensvar.channels.counter.rules import LETTERS
from gensvar.screens.setup.forms.settings import Part, SettingsForm, text

LONGEST_DESK, LONGEST_ERRAND, MOST_DESKS = 40, 80, 60


class Lines(forms.CharField):
    """Several names, one on each line."""

    widget = forms.Textarea(attrs={"rows": 5})

    def __init__(self, *, most: int, longest: int, **more: Any) -> None:
        super().__init__(**more)
        self.most, self.longest = most, longest

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        lines = [" ".join(line.split()) for line in str(super().clean(value)).splitlines()]
        found = list(dict.fromkeys(line for line in lines if line))
        if len(found) > self.most:
            raise forms.ValidationError(
                _("At most %(most)s, one on each line."), params={"most": self.most}
            )
        if any(len(one) > self.longest for one in found):
            raise forms.ValidationError(
                _("A line is at most %(longest)s letters."), params={"longest": self.longest}
            )
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.prepare_value(initial) != data)


class HallForm(SettingsForm):
    PARTS: Sequence[Part] = (
        (_("At the counter"), ("desks",)),
        (_("At the door"), ("errands",)),
    )
    desks = Lines(
        label=_("Desks, one on each line"),
        most=MOST_DESKS,
        longest=LONGEST_DESK,
        help_text=_("As their signs say, such as 1. The display calls a number to one of them."),
    )
    errands = Lines(
        label=_("Errands, one on each line"),
        most=len(LETTERS),
        longest=LONGEST_ERRAND,
        help_text=_("What a visitor chooses among. Each gets a letter of its own."),
    )


class NewHallForm(HallForm):
    PARTS = ((_("The place"), ("name",)), *HallForm.PARTS)
    name = text(_("Name"), 80, help=_("As visitors know it, such as the citizens' office."))
    field_order = ("name",)


def initial_of(hall: Hall) -> dict[str, Any]:
    """Return a place as its form shows it."""
    desks = hall.desks.filter(retired_at=None).order_by("pk")
    errands = hall.errands.filter(retired_at=None).order_by("letter")
    return {
        "desks": list(desks.values_list("name", flat=True)),
        "errands": list(errands.values_list("name", flat=True)),
    }
