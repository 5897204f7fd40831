"""What agents fill in to say which cases belong together."""

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.operations.cases.models import Case
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
