from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gensvar.channels.voice.models import WAY_NAMES, Entry, Sound
from gensvar.channels.voice.rules.relays import Way
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.contacts.models import Channel
from gensvar.operations.routing.models import Queue
from gensvar.screens.setup.forms.settings import Named, SettingsForm, address, text

MOST_LETTERS = 2_000_000


class AnsweringForm(SettingsForm):
    ranges = text(
        _("Numbers that colleagues call from"),
        4_000,
        help=_("Ranges, one a line: 4000-4999, or 0910-73 40 00 – 0910-73 49 99."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    queue = Named(
        queryset=Queue.objects.none(),
        label=_("Who wants a person waits in the queue"),
        help_text=_("A queue of its own keeps the figures of your customers as they are."),
    )

    def __init__(self, *args: Any, client: Client, **more: Any) -> None:
        super().__init__(*args, **more)
        queue: Any = self.fields["queue"]
        queue.queryset = (
            Queue.objects.in_use().filter(client=client, channel=Channel.PHONE).order_by("name")
        )


class EntryForm(SettingsForm):
    name = text(_("Name"), required=False, help=_("Of somebody who is none of those above."))
    number = text(_("Phone number or extension"), 40, required=False)
    email = address(
        _("Mail address"),
        required=False,
        help=_("Where word is left for them. Of our own people it is known."),
    )
    recording = Named(
        queryset=Sound.objects.none(),
        label=_("Recording of the name"),
        required=False,
        help_text=_("As they say it themselves. Without it their number is read out."),
    )

    def __init__(self, *args: Any, client: Client, **more: Any) -> None:
        super().__init__(*args, **more)
        recording: Any = self.fields["recording"]
        recording.queryset = Sound.objects.filter(client=client, ended_at=None).order_by("name")


class NewEntryForm(EntryForm):
    PARTS: Sequence[Any] = (
        (_("Who"), ("agent", "group", "name")),
        (_("How they are reached"), ("number", "email", "recording")),
    )
    agent = Named(
        queryset=Agent.objects.none(), label=pgettext_lazy("directory", "One of us"), required=False
    )
    group = Named(
        queryset=Group.objects.none(), label=_("Answer group"), required=False, named="name"
    )

    def __init__(self, *args: Any, client: Client, people: Any, **more: Any) -> None:
        super().__init__(*args, client=client, **more)
        known = Entry.objects.in_use().filter(client=client)
        agent: Any = self.fields["agent"]
        agent.queryset = (
            people.filter(is_active=True, is_service=False)
            .exclude(pk__in=known.exclude(agent=None).values("agent"))
            .order_by("name")
        )
        group: Any = self.fields["group"]
        groups = Group.objects.filter(client=client, closed_at=None)
        group.queryset = groups.exclude(pk__in=known.exclude(group=None).values("group")).order_by(
            "name"
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if sum(bool(given.get(key)) for key in ("agent", "group", "name")) != 1:
            self.add_error("name", _("Choose one of us, a group, or write a name: one of them."))
        return given


class DirectoryForm(SettingsForm):
    table = text(
        _("The list"),
        MOST_LETTERS,
        help=_(
            "The headings name, number and e-mail, then a line for each. Who does not stand in it"
            " is sought no more."
        ),
        widget=forms.Textarea(attrs={"rows": 12}),
    )


def field_of(way: Way) -> str:
    return way.value.replace("-", "_")


class RelaysForm(SettingsForm):
    """The numbers that each kind of relay calls from."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for way in Way:
            self.fields[field_of(way)] = text(
                WAY_NAMES[way],
                1_000,
                required=False,
                help=_("Phone numbers, one a line. See what your operator shows when one calls.")
                if way is Way.TEXT
                else "",
                widget=forms.Textarea(attrs={"rows": 2}),
            )
