"""What agents fill in before one act on many cases is shown; each says what the act must know."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.operations.batches.rules import Act
from gensvar.operations.cases.models import CannedText, HandOver, NeedType, State
from gensvar.operations.cases.queries import choices
from gensvar.operations.cases.rules import unknown_blanks
from gensvar.operations.casetypes.rules import Field
from gensvar.operations.disruptions.models import Disruption
from gensvar.screens.desk.forms import AssignForm, SubjectField
from gensvar.screens.desk.later import RestForm
from gensvar.screens.desk.typed import add_fields, given_in


class ManyForm(forms.Form):
    """A form that knows the clients of the chosen cases, and whether all are of one."""

    def __init__(self, *args: Any, clients: list[int], at: datetime, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.clients, self.at = clients, at
        self.offer()

    def offer(self) -> None:
        """Fill in what can be chosen."""

    def details(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


def _choose(form: forms.Form, name: str, offered: Iterable[Any], empty: Any = "–") -> None:
    form.fields[name].choices = [("", empty), *offered]  # type: ignore[attr-defined]


class ManySubject(ManyForm):
    subject = SubjectField(label=_("Subject"))

    def offer(self) -> None:
        _choose(self, "subject", choices.subjects_by_area(self.clients))


class ManyNeed(ManyForm):
    need_type = forms.ChoiceField(label=_("Need"), choices=[("", "–"), *NeedType.choices])


class ManyTag(ManyForm):
    tag = forms.CharField(
        label=_("Tag"),
        max_length=60,
        error_messages={"required": _("Write the tag first.")},
        widget=forms.TextInput(attrs={"list": "several-tags"}),
    )

    def offered(self) -> list[str]:
        return sorted({name for _key, name in choices.tags(self.clients)})

    def clean_tag(self) -> str:
        return " ".join(str(self.cleaned_data["tag"]).split())


class ManyHandOver(ManyForm):
    to = forms.TypedChoiceField(label=_("Group"), coerce=int)
    why = forms.ChoiceField(
        label=_("Why"), choices=HandOver.Why.choices, widget=forms.RadioSelect, initial="cannot"
    )
    question = forms.CharField(
        label=_("What shall the group answer?"),
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 4, "data-draft": "many-hand-over"}),
        error_messages={"required": _("Write what the group shall answer.")},
    )

    def offer(self) -> None:
        _choose(self, "to", choices.groups(self.clients, only_answering=True))


class ManyWrite(ManyForm):
    canned = forms.TypedChoiceField(
        label=_("Ready words"), required=False, coerce=int, empty_value=None
    )
    text = forms.CharField(
        label=_("Or your own"),
        required=False,
        max_length=20_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "data-draft": "many-write"}),
        help_text=_(
            "{first_name}, {number} and {subject} become what they are in each case. Used where no "
            "ready words are chosen."
        ),
    )
    turn = forms.ChoiceField(
        label=_("Then"),
        required=False,
        choices=[
            ("", _("It is whose turn it was")),
            (State.WAITING_FOR_CUSTOMER.value, _("It is the customer's turn")),
        ],
    )

    def offer(self) -> None:
        offered = CannedText.objects.filter(client__in=self.clients, retired_at=None)
        named = [(one.pk, str(one)) for one in offered.order_by("name", "language", "is_easy")]
        _choose(self, "canned", named, _("No ready words"))
        if not named:
            del self.fields["canned"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        ready = CannedText.objects.filter(pk=given.get("canned") or 0).first()
        text = ready.text if ready else str(given.get("text") or "").replace("\r\n", "\n").strip()
        if not text:
            self.add_error("text", _("The answer is empty. Write something first."))
        elif unknown := unknown_blanks(text):
            said = _("Nobody fills in {%(name)s}. Take it out, or write what shall stand there.")
            self.add_error("text", said % {"name": unknown[0]})
        return {"text": text, "turn": given.get("turn", "")}


class ManyClose(ManyForm):
    subject = SubjectField(
        label=_("Subject"), required=False, help_text=_("For the cases that have none.")
    )
    need_type = forms.ChoiceField(
        label=_("Need"),
        required=False,
        choices=[("", "–"), *NeedType.choices],
        help_text=_("For the cases that have none."),
    )
    reason = forms.CharField(
        label=_("What became of it"),
        required=False,
        max_length=200,
        help_text=_("For colleagues. The customer does not see it."),
    )

    def __init__(self, *args: Any, missing: Iterable[Field], **kw: Any) -> None:
        super().__init__(*args, **kw)
        add_fields(self, missing)

    def offer(self) -> None:
        _choose(self, "subject", choices.subjects_by_area(self.clients))

    def details(self) -> dict[str, Any]:
        plain = {name: self.cleaned_data[name] for name in ("subject", "need_type", "reason")}
        return {**plain, "fields": given_in(self)}


class ManyAttach(ManyForm):
    disruption = forms.TypedChoiceField(label=_("Disruption"), coerce=int)

    def offer(self) -> None:
        going_on = Disruption.objects.filter(client__in=self.clients).not_over()
        _choose(self, "disruption", [(one.pk, f"{one.cause}, {one.area}") for one in going_on])


class ManyRest(RestForm):
    """Until when the cases rest, as for one."""

    def __init__(self, *args: Any, clients: list[int], at: datetime, **kw: Any) -> None:
        super().__init__(*args, at=at, **kw)

    def details(self) -> dict[str, Any]:
        return {"until": self.moment().isoformat()}


class ManyAssign(AssignForm):
    """Whose the cases become; somebody, a group, both or nobody."""

    def details(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


# What each act asks for; what is not here asks for nothing.
FORMS: Final[dict[Act, type[Any]]] = {
    Act.HAND_OVER: ManyHandOver,
    Act.SUBJECT: ManySubject,
    Act.NEED: ManyNeed,
    Act.TAG: ManyTag,
    Act.UNTAG: ManyTag,
    Act.WRITE: ManyWrite,
    Act.REST: ManyRest,
    Act.ATTACH: ManyAttach,
}
