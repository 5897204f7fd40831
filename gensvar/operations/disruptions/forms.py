from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.operations.disruptions.actions import Described
from gensvar.operations.disruptions.models import Disruption
from gensvar.operations.knowledge.models import Subject

# What is further away than this is a slip of the pen.
FARTHEST = timedelta(days=366)
LOCAL = "%Y-%m-%dT%H:%M"
AT = {"invalid": _("Write day and time, such as 2026-05-04 12:00.")}


def _moment(**options: Any) -> forms.DateTimeField:
    return forms.DateTimeField(
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=LOCAL),
        input_formats=[LOCAL, "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S"],
        error_messages=AT,
        **options,
    )


def _words(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class DisruptionForm(forms.Form):
    client = forms.TypedChoiceField(label=_("Client"), coerce=int)
    cause = forms.CharField(
        label=_("What is it?"), max_length=120, help_text=_("For example “Water leak”.")
    )
    area = forms.CharField(
        label=_("Where?"),
        max_length=200,
        help_text=_("Streets and places as customers say them; cases that name one are suggested."),
    )
    subject = forms.TypedChoiceField(
        label=_("Subject"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("Cases of this subject are suggested, too."),
    )
    started_at = _moment(label=_("Began"))
    expected_until = _moment(label=_("Expected to end"), required=False)
    is_public = forms.BooleanField(label=_("Show it on the portal"), required=False)
    public_text = forms.CharField(
        label=_("What customers read"), required=False, max_length=2_000, widget=_words(3)
    )
    public_text_en = forms.CharField(
        label=_("The same in English"), required=False, max_length=2_000, widget=_words(3)
    )
    phone_text = forms.CharField(
        label=_("For the telephone menu"),
        required=False,
        max_length=1_000,
        widget=_words(2),
        help_text=_(
            "Your telephone system can fetch it through the API and read it aloud as it stands: "
            "write numbers as words."
        ),
    )

    def __init__(
        self,
        *args: Any,
        clients: Sequence[Client],
        at: datetime,
        of: Disruption | None = None,
        **options: Any,
    ) -> None:
        options["initial"] = _known(of, at)
        super().__init__(*args, **options)
        self.at = at
        choose = self.fields["client"]
        assert isinstance(choose, forms.TypedChoiceField)
        choose.choices = [(client.pk, client.public_name) for client in clients]
        choose.initial = of.client_id if of else clients[0].pk
        subject = self.fields["subject"]
        assert isinstance(subject, forms.TypedChoiceField)
        rows = Subject.objects.filter(client__in=clients, retired_at=None).order_by("name", "pk")
        subject.choices = [("", "–"), *rows.values_list("pk", "name")]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        start, end = cleaned.get("started_at"), cleaned.get("expected_until")
        for name in ("started_at", "expected_until"):
            if cleaned.get(name) and abs(cleaned[name] - self.at) > FARTHEST:
                self.add_error(name, _("That is more than a year away."))
        if start and end and end <= start:
            self.add_error("expected_until", _("The end must come after the start."))
        if cleaned.get("is_public") and not cleaned.get("public_text"):
            self.add_error("public_text", _("Write what customers shall read."))
        if (subject := cleaned.get("subject")) and not Subject.objects.filter(
            pk=subject, client=cleaned.get("client")
        ).exists():
            self.add_error("subject", _("That subject belongs to another client."))
        return cleaned

    def described(self) -> Described:
        given = {name: self.cleaned_data[name] for name in Described.__dataclass_fields__}
        given["subject"] = Subject.objects.filter(pk=given["subject"] or 0).first()
        return Described(**given)


class EndForm(forms.Form):
    closing_text = forms.CharField(
        label=_("What followers read"), max_length=4_000, widget=_words(5)
    )
    closing_text_en = forms.CharField(
        label=_("The same in English"), required=False, max_length=4_000, widget=_words(4)
    )
    closes_cases = forms.BooleanField(
        label=_("Close the cases that came from it"),
        required=False,
        initial=True,
        help_text=_("A case without subject or need stays open for somebody to look at."),
    )


def _known(of: Disruption | None, at: datetime) -> dict[str, Any]:
    if of is None:
        return {"started_at": at, "is_public": True}
    known = {name: getattr(of, name) for name in Described.__dataclass_fields__}
    return {**known, "subject": of.subject_id, "client": of.client_id}
