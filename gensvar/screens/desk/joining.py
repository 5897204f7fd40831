"""What agents fill in to say which cases belong together."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.operations.cases.models import Case, Relation
from gensvar.operations.cases.rules import written_number


class OtherForm(forms.Form):
    """Another case, by its number; one that cannot be seen is as unknown as one that is not."""

    number = forms.CharField(
        label=_("Number of the other case"),
        max_length=20,
        error_messages={"required": _("Write the number of the other case.")},
        widget=forms.TextInput(attrs={"list": "likely", "autocomplete": "off"}),
    )

    def clean_number(self) -> Case:
        number = written_number(str(self.cleaned_data["number"]))
        found = Case.objects.select_related("client").filter(number=number).first()
        if found is None:
            raise forms.ValidationError(_("There is no case with that number."))
        return found

    def other(self) -> Case:
        other: Case = self.cleaned_data["number"]
        return other


class LinkForm(OtherForm):
    """Another case, and what it has to do with this one."""

    role = forms.ChoiceField(
        label=_("How do they belong together?"),
        choices=[
            (Relation.Kind.RELATED, _("They have to do with each other")),
            (Relation.Kind.CHILD, _("The other is a part of this one, which waits for it")),
            ("parent", _("This one is a part of the other, which waits for it")),
        ],
        initial=Relation.Kind.RELATED,
        widget=forms.RadioSelect,
    )


class SplitForm(forms.Form):
    """Which contacts shall begin a case of their own, and what it is called."""

    contacts = forms.TypedMultipleChoiceField(
        label=_("What is about something else?"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose at least one contact that shall begin the new case.")
        },
    )
    title = forms.CharField(
        label=_("Title of the new case"),
        max_length=200,
        error_messages={"required": _("Write what the new case is about.")},
    )

    def __init__(self, *args: Any, contacts: Sequence[tuple[int, str]], **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["contacts"].choices = contacts  # type: ignore[attr-defined]
