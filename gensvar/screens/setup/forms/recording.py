from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.channels.voice.rules.recordings import LONGEST_KEPT_DAYS
from gensvar.foundation.agreements.models import Client
from gensvar.operations.contacts.models import Channel
from gensvar.operations.knowledge.models import Subject
from gensvar.operations.routing.models import Queue
from gensvar.screens.setup.forms.settings import Named, text
from gensvar.screens.setup.forms.telephone import SpanForm


class RecordingPlanForm(SpanForm):
    PARTS = (
        (_("What for"), ("queue", "purpose", "agreed_in")),
        (_("When"), ("begins_at", "ends_at", "kept_days")),
    )
    queue = Named(queryset=Queue.objects.none(), label=_("Calls of the queue"))
    purpose = text(
        _("Purpose"), 200, help=_("As agents read it, such as Coaching of those who are new.")
    )
    agreed_in = text(
        _("Agreed in"),
        120,
        help=_("The document of the negotiation with those who are recorded."),
    )
    kept_days = forms.IntegerField(
        label=_("Kept for days"), min_value=1, max_value=LONGEST_KEPT_DAYS
    )

    def __init__(self, *args: Any, client: Client, **more: Any) -> None:
        super().__init__(*args, **more)
        queue: Any = self.fields["queue"]
        queue.queryset = (
            Queue.objects.in_use().filter(client=client, channel=Channel.PHONE).order_by("name")
        )


class SubjectForm(forms.Form):
    subject = Named(
        queryset=Subject.objects.none(), label=_("Subject of which no call is recorded")
    )

    def __init__(self, *args: Any, client: Client, **more: Any) -> None:
        super().__init__(*args, **more)
        subject: Any = self.fields["subject"]
        subject.queryset = Subject.objects.filter(client=client, retired_at=None).order_by("name")
