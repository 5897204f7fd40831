"""What agents fill in to run a macro."""

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.operations.cases.models import Macro


class MacroForm(forms.Form):
    """The words of a macro, to be put right before they are sent."""

    text = forms.CharField(
        label=_("Answer"),
        max_length=100_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("The answer is empty. Write something first.")},
    )

    def __init__(self, *args: object, macro: Macro, **kw: object) -> None:
        super().__init__(*args, **kw)  # type: ignore[arg-type]
        if not macro.text:
            del self.fields["text"]
