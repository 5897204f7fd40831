"""What agents fill in."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.validators import validate_email
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.cases.models import NeedType, State
from gensvar.operations.contacts.models import Channel, Direction
from gensvar.operations.customers.rules import normal
from gensvar.operations.register.models import Place
from gensvar.screens.desk.places import matches, several

BY_HAND = (Channel.PHONE, Channel.VISIT, Channel.LETTER, Channel.SOCIAL, Channel.FAX)
# Clocks differ a little; a contact further ahead than this has not been.
CLOCKS_DIFFER = timedelta(minutes=5)
MOST_ARTICLES = 20
LONGEST_AGO = timedelta(days=3_653)
Grouped = Sequence[tuple[str, Sequence[tuple[int, str]]]]


class SubjectField(forms.TypedChoiceField):
    """A subject of the catalogue, chosen among those of the client, by service area."""

    def __init__(self, **options: Any) -> None:
        super().__init__(coerce=int, empty_value=None, **options)

    def offer(self, subjects: Grouped) -> None:
        self.choices = [("", "–"), *subjects]


def _pick(choices: Iterable[tuple[object, object]], empty: object = "–") -> list[tuple[Any, Any]]:
    return [("", empty), *choices]


class ReplyForm(forms.Form):
    text = forms.CharField(
        label=_("Answer"),
        max_length=100_000,
        strip=False,
        error_messages={"required": _("The answer is empty. Write something first.")},
    )
    to = forms.CharField(required=False, max_length=320)
    copies = forms.CharField(label=_("Copy to"), required=False, max_length=2_000)
    # Those new in the case to whom a copy goes all the same: it has been asked about.
    sure = forms.CharField(required=False, max_length=2_000)
    turn = forms.ChoiceField(
        choices=[
            (State.WAITING_FOR_CUSTOMER, _("It is the customer's turn")),
            (State.WAITING_FOR_US, _("It is still our turn")),
            (State.CLOSED, _("The case is done")),
        ],
        label=_("Then"),
    )
    seen = forms.IntegerField(min_value=0)
    seen_note = forms.IntegerField(min_value=0, required=False)
    later = forms.DateTimeField(
        label=_("Send later"),
        required=False,
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
        error_messages={"invalid": _("Write day and time, such as 2026-05-04 13:30.")},
    )
    subject = SubjectField(label=_("Subject"), required=False)
    need_type = forms.ChoiceField(label=_("Need"), required=False, choices=_pick(NeedType.choices))

    def __init__(self, *args: Any, addresses: Sequence[str], subjects: Grouped, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.addresses = addresses
        self.subject_field.offer(subjects)

    @property
    def subject_field(self) -> SubjectField:
        field = self.fields["subject"]
        assert isinstance(field, SubjectField)
        return field

    def clean_to(self) -> str:
        to = str(self.cleaned_data["to"])
        if to and to not in self.addresses:
            raise forms.ValidationError(_("Choose one of the addresses known in this case."))
        return to

    def clean_copies(self) -> list[str]:
        given = str(self.cleaned_data["copies"]).replace(";", ",").split(",")
        addresses = [address.strip() for address in given if address.strip()]
        for address in addresses:
            try:
                validate_email(address)
            except forms.ValidationError as error:
                raise forms.ValidationError(
                    _("“%(address)s” is not a mail address."), params={"address": address[:80]}
                ) from error
        return addresses


class DescriptionForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=200)
    subject = SubjectField(label=_("Subject"), required=False)
    need_type = forms.ChoiceField(label=_("Need"), required=False, choices=_pick(NeedType.choices))
    type = forms.TypedChoiceField(
        label=_("Case type"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("What is filled in stays, whatever the type."),
    )

    def __init__(
        self, *args: Any, subjects: Grouped, types: Sequence[tuple[int, str]], **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        field = self.fields["subject"]
        assert isinstance(field, SubjectField)
        field.offer(subjects)
        self.fields["type"].choices = _pick(types, _("As the subject says"))  # type: ignore[attr-defined]
        if not types:
            del self.fields["type"]


class WaitForm(forms.Form):
    state = forms.ChoiceField(
        label=_("Whose turn is it?"),
        choices=[
            (State.WAITING_FOR_CUSTOMER, _("The customer's")),
            (State.WAITING_FOR_US, _("Ours")),
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("What are we waiting for?"),
        required=False,
        max_length=200,
        help_text=_("For colleagues. The customer does not see it."),
    )


class HoldForm(forms.Form):
    reason = forms.CharField(
        label=_("Why must the case be kept?"),
        max_length=200,
        help_text=_("Such as a dispute or an audit. It stands in the list of what is held back."),
        error_messages={"required": _("Write why the case must be kept.")},
    )


class TagForm(forms.Form):
    name = forms.CharField(
        label=_("Tag"), max_length=60, error_messages={"required": _("Write the tag first.")}
    )

    def clean_name(self) -> str:
        return " ".join(str(self.cleaned_data["name"]).split())


class StageForm(forms.Form):
    stage = forms.ChoiceField(
        label=_("Where does the case go?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a stage."), "invalid_choice": _("Choose a stage.")},
    )
    reason = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=200,
        help_text=_("For colleagues. The customer does not see it."),
    )

    def __init__(self, *args: Any, stages: Sequence[tuple[str, str]], **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["stage"].choices = stages  # type: ignore[attr-defined]


class AssignForm(forms.Form):
    """Somebody or some group; exactly one, or nobody."""

    agent = forms.TypedChoiceField(label=_("Person"), required=False, coerce=int, empty_value=None)
    group = forms.TypedChoiceField(label=_("Group"), required=False, coerce=int, empty_value=None)

    def __init__(
        self,
        *args: Any,
        agents: Sequence[tuple[int, str]],
        groups: Sequence[tuple[int, str]],
        **kw: Any,
    ) -> None:
        super().__init__(*args, **kw)
        self.fields["agent"].choices = _pick(agents, _("Nobody"))  # type: ignore[attr-defined]
        self.fields["group"].choices = _pick(groups, _("No group"))  # type: ignore[attr-defined]


class NewCaseForm(forms.Form):
    """A case registered by hand, in as few words as possible."""

    client = forms.TypedChoiceField(label=_("Client"), coerce=int)
    channel = forms.ChoiceField(
        label=_("How did it come?"),
        choices=[(channel.value, channel.label) for channel in BY_HAND],
        initial=Channel.PHONE,
        widget=forms.RadioSelect,
    )
    said = forms.CharField(
        label=_("What does the customer want?"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4, "data-draft": "new-case"}),
    )
    title = forms.CharField(
        label=_("Title"),
        max_length=200,
        required=False,
        help_text=_("Empty: the first sentence becomes the title."),
    )
    subject = SubjectField(label=_("Subject"), required=False)
    need_type = forms.ChoiceField(label=_("Need"), required=False, choices=_pick(NeedType.choices))
    address = forms.CharField(
        label=_("Phone or mail"),
        required=False,
        max_length=320,
        help_text=_("Whoever has it already is recognised. May be left empty."),
    )
    name = forms.CharField(label=_("The customer's name"), required=False, max_length=200)
    place = forms.CharField(
        label=_("Place"),
        required=False,
        max_length=120,
        help_text=_("A property or product by its code, name or address."),
    )

    def __init__(
        self, *args: Any, clients: Sequence[tuple[int, str]], subjects: Grouped, **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        self.fields["client"].choices = clients  # type: ignore[attr-defined]
        field = self.fields["subject"]
        assert isinstance(field, SubjectField)
        field.offer(subjects)

    def clean_address(self) -> str:
        address = str(self.cleaned_data["address"]).strip()
        if address and normal(kind_of(address), address) is None:
            raise forms.ValidationError(
                _("This is neither a phone number nor a mail address that we can use.")
            )
        return address

    def clean_place(self) -> Place | None:
        typed, client = str(self.cleaned_data["place"]).strip(), self.cleaned_data.get("client")
        if not typed or client is None:
            return None
        found = matches(typed, client=client)
        if len(found) != 1:
            codes = ", ".join(map(str, found))
            raise forms.ValidationError(f"{several(found)} {codes}".strip())
        return found[0]


class QuickForm(NewCaseForm):
    """A contact that is over, written down in one line: how it came, about what, and what was said.

    What is seldom known at once (a place, a title of its own) is left to the case.
    """

    said = forms.CharField(
        label=_("What did the customer want?"),
        max_length=2_000,
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-draft": "quick-contact"}),
    )
    need_type = forms.ChoiceField(
        label=_("Need"), choices=NeedType.choices, initial=NeedType.INFORMATION
    )
    is_heated = forms.BooleanField(label=_("It was threatening"), required=False)
    field_order = ("client", "channel", "subject", "said", "need_type", "address", "name")

    def __init__(
        self, *args: Any, clients: Sequence[tuple[int, str]], subjects: Grouped, **kw: Any
    ) -> None:
        super().__init__(*args, clients=clients, subjects=subjects, **kw)
        del self.fields["title"], self.fields["place"]
        # What is left to do may be told later; what is closed is counted by its subject.
        self.fields["subject"].required = "later" not in self.data


class ContactForm(forms.Form):
    """One more touch about a case that exists."""

    channel = forms.ChoiceField(
        label=_("How"),
        choices=[(channel.value, channel.label) for channel in BY_HAND],
        initial=Channel.PHONE,
    )
    direction = forms.ChoiceField(
        label=_("Who got in touch?"),
        choices=[
            (Direction.IN, _("The customer")),
            (Direction.OUT, _("We")),
        ],
        initial=Direction.IN,
        widget=forms.RadioSelect,
    )
    when = forms.DateTimeField(
        label=_("When"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"invalid": _("Write day and time, such as 2026-05-04 13:30.")},
    )
    said = forms.CharField(
        label=_("What was said?"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("For colleagues. The customer does not see it."),
    )

    def __init__(self, *args: Any, at: datetime, draft: str, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.at = at
        self.fields["said"].widget.attrs["data-draft"] = draft

    def clean_when(self) -> datetime:
        """Refuse what has not been yet; within this minute, it was now."""
        when: datetime = self.cleaned_data["when"]
        if when > self.at + CLOCKS_DIFFER:
            raise forms.ValidationError(_("That time has not been yet."))
        if when < self.at - LONGEST_AGO:
            raise forms.ValidationError(_("That is more than ten years ago. Look at the year."))
        return self.at if self.at - when < timedelta(minutes=1) else when


def articles_in(posted: QueryDict) -> list[int]:
    """Return the versions of articles that an answer is said to rest on."""
    given = posted.getlist("article")[:MOST_ARTICLES]
    return [int(one) for one in given if one.isascii() and one.isdigit() and len(one) < 19]


def kind_of(address: str) -> str:
    """Say whether something typed is a mail address or a phone number."""
    return "mail" if "@" in address else "phone"


def title_of(said: str) -> str:
    """Return the first sentence of what was said, short enough for a title."""
    first = " ".join(said.split()).split(". ")[0].rstrip(".")
    return first if len(first) <= 80 else f"{first[:79].rsplit(' ', 1)[0]}…"


class ConfidingForm(forms.Form):
    """Who alone may know of a case."""

    access = forms.ModelChoiceField(
        queryset=AccessList.objects.none(),
        label=_("Only those on this access list know of the case"),
        empty_label=None,
    )
    because = forms.CharField(
        label=_("Why"),
        max_length=200,
        min_length=3,
        help_text=_("A few words. They are kept with the case."),
    )

    def __init__(self, *args: Any, client: int, **more: Any) -> None:
        super().__init__(*args, **more)
        lists: Any = self.fields["access"]
        lists.queryset = AccessList.objects.filter(client=client).order_by("name")


class HandInForm(forms.Form):
    """Words for a case that the writer may not be able to see."""

    number = forms.CharField(label=_("Case number"), max_length=20)
    text = forms.CharField(
        label=_("What shall those who have the case know?"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6, "data-draft": "hand-in"}),
    )
