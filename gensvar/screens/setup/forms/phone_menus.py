from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gensvar.channels.voice.actions.menus import ChoiceWish, MenuWish
from gensvar.channels.voice.models import MessageBox, PhoneNumber, Sound
from gensvar.channels.voice.rules.keys import CHOICES
from gensvar.operations.contacts.models import Channel
from gensvar.operations.routing.models import Queue
from gensvar.screens.setup.forms.routing import LANGUAGE
from gensvar.screens.setup.forms.settings import Named, Part, SettingsForm, text

BELOW, MESSAGE = "below", "message"


class MenuForm(SettingsForm):
    """One menu: what is said, and for each key what it is about and where it leads."""

    words = text(
        _("What is said"),
        1_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help=_(
            "Say first that 0, or waiting, leads to a person. Empty everything to have no menu."
        ),
    )
    recording = Named(
        queryset=Sound.objects.none(),
        label=_("Recording of the menu"),
        required=False,
        help_text=_("Without a recording nobody hears it; it is shown where there is no sound."),
    )

    def __init__(
        self, *args: Any, number: PhoneNumber, is_first: bool, stands: MenuWish | None, **more: Any
    ) -> None:
        self.is_first, self.stands = is_first, stands
        more["initial"] = initial_of(stands)
        super().__init__(*args, **more)
        client = number.client_id
        recording: Any = self.fields["recording"]
        recording.queryset = Sound.objects.filter(client=client, ended_at=None).order_by("name")
        found = Queue.objects.in_use().filter(client=client, channel=Channel.PHONE).order_by("name")
        self.queues = {str(one.pk): one for one in found}
        places = [(pk, one.name) for pk, one in self.queues.items()]
        if is_first:
            places.append((BELOW, gettext("a menu below")))
        if MessageBox.objects.filter(number=number).exists():
            places.append((MESSAGE, gettext("a message that is left")))
        for key in sorted(CHOICES):
            self.fields[f"name_{key}"] = text(_("What it is about"), 80, required=False)
            self.fields[f"leads_{key}"] = forms.ChoiceField(
                label=_("Leads to"),
                choices=[("", _("Nothing: the key means nothing")), *places],
                required=False,
                error_messages={"invalid_choice": _("Choose one in the list.")},
            )
            self.fields[f"language_{key}"] = forms.RegexField(
                rf"^(?:{LANGUAGE.pattern})$",
                label=_("Speaks"),
                max_length=3,
                required=False,
                error_messages={"invalid": _("Write two or three letters, such as ar.")},
            )

    def parts(self) -> list[Part]:
        keys = [
            (_("Key %(key)s") % {"key": key}, (f"name_{key}", f"leads_{key}", f"language_{key}"))
            for key in sorted(CHOICES)
        ]
        return [(_("The menu"), ("words", "recording")), *keys]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        used = False
        for key in sorted(CHOICES):
            name, leads = given.get(f"name_{key}"), given.get(f"leads_{key}")
            used = used or bool(name or leads)
            if name and not leads:
                self.add_error(f"leads_{key}", _("Choose where it leads, or empty its name."))
            if leads and not name:
                self.add_error(f"name_{key}", _("Write what the key is about."))
        if used and not given.get("words"):
            self.add_error("words", _("Write what the menu says."))
        if given.get("words") and not used:
            self.add_error("words", _("Give a key something to lead to."))
        if given.get("recording") and not given.get("words"):
            self.add_error("words", _("Write what the recording says."))
        if not self.is_first and not used and not self.errors:
            self.add_error("words", _("Write what the menu says."))
        return given

    def wish(self, given: Mapping[str, Any]) -> MenuWish | None:
        """Return the menu that this asks for, with those below it as they stand."""
        if not given["words"]:
            return None
        lay = {one.key: one.below for one in self.stands.choices} if self.stands else {}
        choices = []
        for key in sorted(CHOICES):
            leads = given[f"leads_{key}"]
            below = (lay.get(key) or MenuWish("", [])) if leads == BELOW else None
            if leads:
                queue = self.queues.get(leads)
                name, language = given[f"name_{key}"], given[f"language_{key}"]
                made = ChoiceWish(key, name, queue=queue, below=below, language=language)
                choices.append(replace(made, takes_message=leads == MESSAGE))
        return MenuWish(given["words"], choices, recording=given["recording"])


def initial_of(wish: MenuWish | None) -> dict[str, Any]:
    if wish is None:
        return {}
    shown: dict[str, Any] = {"words": wish.words}
    shown["recording"] = wish.recording.pk if wish.recording else None
    for one in wish.choices:
        shown[f"name_{one.key}"] = one.name
        shown[f"language_{one.key}"] = one.language
        elsewhere = MESSAGE if one.takes_message else BELOW
        shown[f"leads_{one.key}"] = str(one.queue.pk) if one.queue else elsewhere
    return shown
