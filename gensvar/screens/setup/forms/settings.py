from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Part = tuple[str | Promise, Sequence[str]]


class SettingsForm(forms.Form):
    """A form whose fields stand under headings; those not named come last, under none."""

    PARTS: Sequence[Part] = ()

    def parts(self) -> list[Part]:
        named = [name for _legend, names in self.PARTS for name in names]
        rest = [name for name in self.fields if name not in named]
        return [*self.PARTS, *([("", rest)] if rest else [])]


class Nothing(SettingsForm):
    """For an act that needs no words."""

    def parts(self) -> list[Part]:
        return []


def text(label: Any, most: int = 120, *, required: bool = True, help: Any = "", **more: Any) -> Any:
    return forms.CharField(
        label=label,
        max_length=most,
        required=required,
        help_text=help,
        error_messages={"required": _("Write something here.")},
        **more,
    )


def address(label: Any, *, required: bool = True, help: Any = "") -> Any:
    return forms.EmailField(
        label=label,
        max_length=254,
        required=required,
        help_text=help,
        error_messages={
            "required": _("Write a mail address."),
            "invalid": _("Write the address as name@example.org."),
        },
    )


class Named(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A choice among rows, called what a person calls them."""

    def __init__(self, *args: Any, named: str = "", **more: Any) -> None:
        more.setdefault(
            "empty_label", _("Choose one") if more.get("required", True) else _("Nothing chosen")
        )
        super().__init__(*args, **more)
        self._named = named
        self.error_messages |= {
            "required": _("Choose one."),
            "invalid_choice": _("Choose one in the list."),
        }

    def label_from_instance(self, row: Any) -> str:
        return f"{row.code} · {row.name}" if self._named == "code" else str(row)
