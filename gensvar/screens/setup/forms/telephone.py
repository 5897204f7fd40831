from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gensvar.channels.voice.actions.setting import Wording
from gensvar.channels.voice.models import Account, Announcement, PhoneNumber, Sound
from gensvar.channels.voice.rules.numbers import number_of
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.contacts.models import Channel
from gensvar.operations.routing.models import Queue, Seat
from gensvar.screens.setup.forms.settings import Named, Part, SettingsForm, text

Occasion = Announcement.Occasion
USUAL = (Occasion.GREETING, Occasion.CLOSED)
LONGEST_WORDS = 1_000
MOMENTS = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]
HEARD = _("Without a recording nobody hears it; it is shown where there is no sound.")


def _words(label: Any, *, required: bool = False) -> Any:
    return text(label, LONGEST_WORDS, required=required, widget=forms.Textarea(attrs={"rows": 3}))


def _recording(label: Any, help: Any = "") -> Named:
    return Named(queryset=Sound.objects.none(), label=label, required=False, help_text=help)


def _sounds(client: Client) -> Any:
    return Sound.objects.filter(client=client, ended_at=None).order_by("name", "pk")


class PhoneNumberForm(SettingsForm):
    PARTS: Sequence[Part] = (
        (
            _("The number"),
            ("queue", "is_shown", "callback_after_minutes", "offers_times", "most_tries"),
        ),
        (_("When it is open"), ("greeting_words", "greeting_recording")),
        (_("When nobody answers"), ("closed_words", "closed_recording")),
    )
    queue = Named(queryset=Queue.objects.none(), label=_("Calls wait in the queue"))
    is_shown = forms.BooleanField(
        label=_("Shown to whoever we call"),
        required=False,
        help_text=_("One number of each client. The operator must let you show it."),
    )
    callback_after_minutes = forms.IntegerField(
        label=_("Offer a callback where the wait is longer, in minutes"),
        required=False,
        min_value=0,
        max_value=240,
        help_text=_("Callers press 1 and keep their place. Empty: it is offered to nobody."),
    )
    offers_times = forms.BooleanField(
        label=_("Let callers choose by keys when they are called back"),
        required=False,
        help_text=_("When it is their turn, or within two hours of this day or the next open one."),
    )
    most_tries = forms.IntegerField(
        label=_("Tries to reach somebody who does not answer"),
        required=False,
        min_value=1,
        max_value=5,
        help_text=_("Of a callback in all, and of an agent on one day. Empty: 3."),
    )
    greeting_words = _words(_("Greeting"))
    greeting_recording = _recording(_("Recording of the greeting"), HEARD)
    closed_words = _words(_("What is said when it is closed"))
    closed_recording = _recording(_("Recording of what is said"), HEARD)

    def __init__(self, *args: Any, client: Client, **more: Any) -> None:
        super().__init__(*args, **more)
        queue: Any = self.fields["queue"]
        queue.queryset = (
            Queue.objects.in_use().filter(client=client, channel=Channel.PHONE).order_by("name")
        )
        for one in USUAL:
            recording: Any = self.fields[f"{one.value}_recording"]
            recording.queryset = _sounds(client)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for one in USUAL:
            if given.get(f"{one.value}_recording") and not given.get(f"{one.value}_words"):
                self.add_error(f"{one.value}_words", _("Write what the recording says."))
        return given

    def settings(self) -> dict[str, Any]:
        given = self.cleaned_data
        minutes = given["callback_after_minutes"]
        return {
            "queue": given["queue"],
            "is_shown": given["is_shown"],
            "callback_after_seconds": None if minutes is None else minutes * 60,
            "offers_times": given["offers_times"],
            "most_tries": given["most_tries"] or 3,
            "usual": {
                one.value: Wording(given[f"{one.value}_words"], given[f"{one.value}_recording"])
                for one in USUAL
            },
        }


class NewPhoneNumberForm(PhoneNumberForm):
    PARTS = (
        (
            _("The number"),
            (
                "number",
                "queue",
                "is_shown",
                "callback_after_minutes",
                "offers_times",
                "most_tries",
            ),
        ),
        *PhoneNumberForm.PARTS[1:],
    )
    number = text(
        _("Phone number"), 40, help=_("As 0910-70 00 00 or +46910700000, or an extension.")
    )

    def clean_number(self) -> str:
        number = number_of(str(self.cleaned_data["number"]))
        if not number:
            raise forms.ValidationError(_("Write a phone number, such as 0910-70 00 00."))
        return number


class SpanForm(SettingsForm):
    """What holds from one moment until another."""

    begins_at = forms.DateTimeField(label=_("From"))
    ends_at = forms.DateTimeField(label=_("Until"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for name in ("begins_at", "ends_at"):
            field: Any = self.fields[name]
            field.input_formats = MOMENTS
            field.widget = forms.DateTimeInput(
                attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"
            )
            field.error_messages |= {
                "required": _("Write day and time, such as 2026-05-04 13:30."),
                "invalid": _("Write day and time, such as 2026-05-04 13:30."),
            }

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        begins, ends = given.get("begins_at"), given.get("ends_at")
        if begins and ends and ends <= begins:
            self.add_error("ends_at", _("It ends before it begins."))
        return given


class MessageForm(SpanForm):
    """What is said for some days."""

    PARTS = (
        (_("What is said"), ("words", "recording", "closes")),
        (_("When"), ("begins_at", "ends_at")),
    )
    words = _words(_("What is said, before the greeting"), required=True)
    recording = _recording(pgettext_lazy("of a voice", "Recording"), HEARD)
    closes = forms.BooleanField(
        label=_("Nobody answers meanwhile"),
        required=False,
        help_text=_("Callers hear this, and then the call ends."),
    )

    def __init__(self, *args: Any, client: Client, **more: Any) -> None:
        super().__init__(*args, **more)
        recording: Any = self.fields["recording"]
        recording.queryset = _sounds(client)


class SoundForm(forms.Form):
    name = text(_("Name"), 80, help=_("As you find it again, such as Greeting, summer."))
    file = forms.FileField(
        label=_("The recording, as WAV"),
        help_text=_("PCM, at most two minutes. We make it what telephones play."),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("The file is empty. Save the recording once more and choose it again."),
        },
    )


class PhoneForm(SettingsForm):
    PARTS = ((_("Whose"), ("agent",)), (_("Which"), ("kind",)))
    agent = Named(
        queryset=Agent.objects.none(),
        label=_("Agent"),
        help_text=_("Whoever has a seat. They are rung at one phone; a new one takes its place."),
    )
    kind = forms.ChoiceField(
        label=_("Phone"),
        choices=[(Account.Kind.DESK.value, Account.Kind.DESK.label)],
        widget=forms.RadioSelect,
        initial=Account.Kind.DESK.value,
    )

    def __init__(self, *args: Any, client: Client, **more: Any) -> None:
        super().__init__(*args, **more)
        seated = Seat.objects.filter(client=client).values("agent")
        agent: Any = self.fields["agent"]
        agent.queryset = Agent.objects.filter(pk__in=seated, is_active=True).order_by("name")


def initial_of(number: PhoneNumber) -> dict[str, Any]:
    """Return a number as its form shows it."""
    usual = {one.occasion: one for one in number.announcements.filter(occasion__in=USUAL)}
    shown: dict[str, Any] = {"queue": number.queue_id, "is_shown": number.is_shown}
    shown["most_tries"] = number.most_tries
    shown["offers_times"] = number.offers_times
    if number.callback_after_seconds is not None:
        shown["callback_after_minutes"] = number.callback_after_seconds // 60
    for one in USUAL:
        found = usual.get(one.value)
        shown[f"{one.value}_words"] = found.words if found else ""
        shown[f"{one.value}_recording"] = found.recording_id if found else None
    return shown
