from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Group
from gensvar.operations.cases.models import NeedType, State
from gensvar.operations.cases.rules import unknown_blanks
from gensvar.operations.knowledge.models import Subject
from gensvar.screens.setup.forms.settings import Named, SettingsForm, text

LEFT_ALONE = ("", _("As it is"))


def words(*, required: bool) -> forms.CharField:
    return forms.CharField(
        label=_("Words"),
        strip=False,
        required=required,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        error_messages={"required": _("Write the text.")},
    )


class WordsForm(SettingsForm):
    """Refuses places in the words that nobody will fill in."""

    def clean_text(self) -> str:
        said = str(self.cleaned_data["text"]).replace("\r\n", "\n")
        if unknown := unknown_blanks(said):
            raise forms.ValidationError(
                _("Nobody will fill in {%(name)s}. Use one of the words that are offered."),
                params={"name": unknown[0]},
            )
        return said


class CannedTextForm(WordsForm):
    PARTS = (
        (_("Ready words"), ("name", "refers_to", "text")),
        (_("For whom"), ("language", "is_easy")),
    )
    name = text(_("Name"), 80, help=_("As agents look for it."))
    refers_to = text(
        _("Refers to the authority"),
        80,
        required=False,
        help=_("Where another authority answers: its name. The text is then offered on closing."),
    )
    text = words(required=True)
    language = forms.RegexField(
        r"^[a-z]{2,3}$",
        label=_("Language"),
        required=False,
        max_length=3,
        error_messages={"invalid": _("Write the language as two or three letters, such as sv.")},
        help_text=_(
            "As two or three letters; empty for the usual one. The same text under the same name "
            "in another language is offered to customers who speak it, in place of the usual."
        ),
    )
    is_easy = forms.BooleanField(
        label=_("Said in easy Swedish, for customers who need that"), required=False
    )


class MacroForm(WordsForm):
    PARTS = (
        (_("The macro"), ("name",)),
        (_("Is sent to the customer"), ("text",)),
        (_("Is then set on the case"), ("subject", "need_type", "turn", "takes", "group")),
    )
    name = text(_("Name"), 80, help=_("As agents look for it."))
    text = words(required=False)
    subject = Named(
        queryset=Subject.objects.none(),
        label=_("Subject"),
        required=False,
        empty_label=LEFT_ALONE[1],
    )
    need_type = forms.ChoiceField(
        label=_("Need"), required=False, choices=[LEFT_ALONE, *NeedType.choices]
    )
    turn = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[
            LEFT_ALONE,
            (State.WAITING_FOR_CUSTOMER, State.WAITING_FOR_CUSTOMER.label),
            (State.WAITING_FOR_US, State.WAITING_FOR_US.label),
            (State.CLOSED, State.CLOSED.label),
        ],
    )
    takes = forms.BooleanField(label=_("Whoever runs it becomes responsible"), required=False)
    group = Named(
        queryset=Group.objects.none(),
        label=_("Group"),
        required=False,
        named="code",
        empty_label=LEFT_ALONE[1],
    )

    def __init__(self, *args: Any, client: Client, **more: Any) -> None:
        super().__init__(*args, **more)
        subjects = Subject.objects.filter(client=client, retired_at=None).order_by("name")
        groups = Group.objects.filter(client=client, closed_at=None).order_by("code")
        self.fields["subject"].queryset = subjects  # type: ignore[attr-defined]
        self.fields["group"].queryset = groups  # type: ignore[attr-defined]
