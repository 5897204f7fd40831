from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.channels.voice.actions.messages import BoxWish
from gensvar.channels.voice.models import MessageBox, PhoneNumber
from gensvar.channels.voice.rules.messages import (
    LONGEST_LIMIT,
    LONGEST_QUIET,
    MOST_KEPT_DAYS,
    SHORTEST_LIMIT,
    SHORTEST_QUIET,
)
from gensvar.operations.knowledge.models import Subject
from gensvar.screens.setup.forms.settings import Named, SettingsForm


class MessageBoxForm(SettingsForm):
    """Whether callers may leave a message where it is closed, and what becomes of it."""

    PARTS = (
        (_("Messages"), ("is_open", "subject")),
        (_("How long"), ("longest_seconds", "quiet_seconds", "kept_days")),
    )
    is_open = forms.BooleanField(
        label=_("Callers may leave a message when it is closed"), required=False
    )
    subject = Named(
        queryset=Subject.objects.none(),
        label=_("Subject of the cases"),
        required=False,
        help_text=_("The promise follows it. Without one, whoever hears the message says."),
    )
    longest_seconds = forms.IntegerField(
        label=_("The longest message, in seconds"),
        min_value=SHORTEST_LIMIT,
        max_value=LONGEST_LIMIT,
    )
    quiet_seconds = forms.IntegerField(
        label=_("Seconds of silence that end it"),
        min_value=SHORTEST_QUIET,
        max_value=LONGEST_QUIET,
    )
    kept_days = forms.IntegerField(
        label=_("Days until the sound is deleted"), min_value=1, max_value=MOST_KEPT_DAYS
    )

    def __init__(self, *args: Any, number: PhoneNumber, **more: Any) -> None:
        box = MessageBox.objects.filter(number=number).first()
        shown = box or MessageBox()
        names = ("subject", "longest_seconds", "quiet_seconds", "kept_days")
        more["initial"] = {"is_open": box is not None} | {
            name: getattr(shown, f"{name}_id" if name == "subject" else name) for name in names
        }
        super().__init__(*args, **more)
        subject: Any = self.fields["subject"]
        rows = Subject.objects.filter(client=number.client_id, retired_at=None)
        subject.queryset = rows.order_by("name")

    def wish(self, given: dict[str, Any]) -> BoxWish | None:
        known = {name: one for name, one in given.items() if name != "is_open"}
        return BoxWish(**known) if given["is_open"] else None
