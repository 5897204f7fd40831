"""What is asked when a case is closed."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.operations.cases.actions import ReferredToNobody, RefersElsewhere, WhyDespiteParts
from gensvar.operations.cases.models import NeedMet, NeedType
from gensvar.screens.desk.forms import Grouped, SubjectField

NOT_SAID = ("", "–")


class ClosingForm(forms.Form):
    """Asks only for what is missing; `tell` is None where the customer cannot be told.

    `ends` are the stages in which the case may end, where there is a choice; `referrals` are the
    ready words that refer to an authority, which goes in place of the usual last words.
    """

    subject = SubjectField(label=_("Subject"))
    need_type = forms.ChoiceField(label=_("Need"), choices=[NOT_SAID, *NeedType.choices])
    need_met = forms.ChoiceField(
        label=_("What became of the need?"),
        required=False,
        choices=[*NeedMet.choices, ("", _("Not known"))],
        widget=forms.RadioSelect,
        initial="",
    )
    referral = forms.TypedChoiceField(
        label=_("Referred to"), required=False, coerce=int, empty_value=None
    )
    reason = forms.CharField(
        label=_("What became of it"),
        required=False,
        max_length=200,
        help_text=_("For colleagues. The customer does not see it."),
    )
    despite_parts = forms.BooleanField(
        label=_("Close it although a part of it is still open"),
        required=False,
        help_text=_("The part stays open. Say under “What became of it” why this one does not."),
    )
    stage = forms.ChoiceField(label=_("How does it end?"), widget=forms.RadioSelect)
    tell = forms.BooleanField(label=_("Tell the customer"), required=False)

    def __init__(
        self,
        *args: Any,
        subjects: Grouped,
        missing: Sequence[str],
        tell: bool | None,
        ends: Sequence[tuple[str, str]] = (),
        referrals: Sequence[tuple[int, str]] = (),
        has_open_parts: bool = False,
        is_draft: bool = False,
        **kw: Any,
    ) -> None:
        super().__init__(*args, **kw)
        if is_draft:
            # Most calls that are over at once asked for information: one press less.
            self.fields["need_type"].initial = NeedType.INFORMATION
        if referrals:
            self.fields["referral"].choices = [NOT_SAID, *referrals]  # type: ignore[attr-defined]
        else:
            del self.fields["referral"]
            others = (NeedMet.MET, NeedMet.NOT_MET)
            kept = [*((one.value, one.label) for one in others), ("", _("Not known"))]
            self.fields["need_met"].choices = kept  # type: ignore[attr-defined]
        if len(ends) > 1:
            self.fields["stage"].choices = ends  # type: ignore[attr-defined]
            self.fields["stage"].initial = ends[0][0]
        else:
            del self.fields["stage"]
        if not has_open_parts:
            del self.fields["despite_parts"]
        if tell is None:
            del self.fields["tell"]
        else:
            self.fields["tell"].initial = tell
        field = self.fields["subject"]
        assert isinstance(field, SubjectField)
        field.offer(subjects)
        for name in ("subject", "need_type"):
            if name not in missing:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Refuse a referral to nobody, an authority for another end, an early end unexplained."""
        given = super().clean() or {}
        if given.get("despite_parts") and not given.get("reason"):
            self.add_error("reason", WhyDespiteParts.message)
        is_referred = given.get("need_met") == NeedMet.REFERRED
        if is_referred and not given.get("referral") and "referral" not in self.errors:
            self.add_error("referral", ReferredToNobody.message)
        if not is_referred and given.get("referral"):
            self.add_error("need_met", RefersElsewhere.message)
        return given
