"""What those who keep articles fill in."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.knowledge.models import Article, Report, Subject
from gensvar.operations.knowledge.rules.content import Content

ONE_YEAR = timedelta(days=365)
LONGEST_TEXT = 20_000


def _text(rows: int, **more: Any) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, **more})


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class ArticleForm(forms.Form):
    """An article with the draft of its next version; `kind` is chosen once."""

    kind = forms.ChoiceField(
        label=_("Kind"), choices=Article.Kind.choices, widget=forms.RadioSelect
    )
    title = forms.CharField(
        label=_("Title"), max_length=200, help_text=_("The question, as a customer would ask it.")
    )
    body = forms.CharField(
        label=_("Text"),
        max_length=LONGEST_TEXT,
        widget=_text(10, **{"data-lix": "", "data-draft": "article"}),
        help_text=_(
            "“- ” begins an item of a list and “# ” a heading. In a checklist every line is a step."
        ),
    )
    easy = forms.CharField(
        label=_("Easy Swedish"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=_text(5, **{"data-lix": ""}),
    )
    title_en = forms.CharField(label=_("Title in English"), required=False, max_length=200)
    body_en = forms.CharField(
        label=_("Text in English"), required=False, max_length=LONGEST_TEXT, widget=_text(5)
    )
    spoken = forms.CharField(
        label=_("To say on the phone"), required=False, max_length=2_000, widget=_text(3)
    )
    pdf = forms.URLField(
        label=_("Address of a PDF"), required=False, max_length=500, assume_scheme="https"
    )
    sign = forms.URLField(
        label=_("Address of a film in sign language"),
        required=False,
        max_length=500,
        assume_scheme="https",
    )
    subjects = forms.ModelMultipleChoiceField(
        label=_("Subjects"), queryset=Subject.objects.none(), required=False
    )
    group = forms.ModelChoiceField(
        label=_("Answers for it"), queryset=Group.objects.none(), empty_label=None
    )
    owner = forms.TypedChoiceField(
        label=_("Owner"),
        coerce=int,
        help_text=_("Gets what colleagues report, and is told when it is time to review."),
    )
    approver = forms.TypedChoiceField(
        label=_("Approves"),
        coerce=int,
        required=False,
        empty_value=None,
        help_text=_("Never the one who wrote it."),
    )
    is_public = forms.BooleanField(
        label=_("Shown to customers"),
        required=False,
        help_text=_("Once approved, everybody can read it on the portal."),
    )
    review_on = forms.DateField(label=_("Review by"), widget=_day())
    what_is_new = forms.CharField(label=_("What is new"), required=False, max_length=300)
    is_correction = forms.BooleanField(
        label=_("The version before was wrong"),
        required=False,
        help_text=_("Then the cases that were answered with it can be followed up."),
    )
    what_was_wrong = forms.CharField(label=_("What was wrong"), required=False, max_length=500)

    def __init__(
        self,
        *args: Any,
        client: Client,
        groups: Sequence[int],
        owners: Sequence[tuple[int, str]],
        approvers: Sequence[tuple[int, str]],
        article: Article | None = None,
        **kw: Any,
    ) -> None:
        super().__init__(*args, **kw)
        subjects = Subject.objects.filter(client=client, retired_at=None).order_by("name")
        self.fields["subjects"].queryset = subjects  # type: ignore[attr-defined]
        offered = Group.objects.filter(pk__in=groups).order_by("code")
        self.fields["group"].queryset = offered  # type: ignore[attr-defined]
        self.fields["owner"].choices = owners  # type: ignore[attr-defined]
        self.fields["approver"].choices = [("", "–"), *approvers]  # type: ignore[attr-defined]
        self.fields["subjects"].widget.attrs["size"] = 6
        if article is not None:
            del self.fields["kind"]
        if article is None or article.published_id is None:
            del self.fields["is_correction"], self.fields["what_was_wrong"]

    def content(self) -> Content:
        names = set(Content.__dataclass_fields__)
        return Content(**{key: value for key, value in self.cleaned_data.items() if key in names})

    def settings(self) -> dict[str, Any]:
        """Return who answers for the article and where it is shown, as actions take it."""
        given = self.cleaned_data
        people = Agent.objects.in_bulk([pk for pk in (given["owner"], given["approver"]) if pk])
        return {
            "group": given["group"],
            "owner": people[given["owner"]],
            "approver": people.get(given["approver"]),
            "is_public": given["is_public"],
            "subjects": list(given["subjects"]),
        }


class WhyForm(forms.Form):
    """One reason, in words."""

    why = forms.CharField(label=_("Why"), max_length=300, widget=_text(2))

    def __init__(self, *args: Any, label: Any = "", **kw: Any) -> None:
        super().__init__(*args, **kw)
        if label:
            self.fields["why"].label = label


class ReviewForm(forms.Form):
    next_on = forms.DateField(label=_("Review again by"), widget=_day())

    def __init__(self, *args: Any, today: date, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["next_on"].initial = today + ONE_YEAR


class ReportForm(forms.Form):
    words = forms.CharField(
        label=_("What does not hold?"), required=False, max_length=2_000, widget=_text(2)
    )

    def __init__(self, *args: Any, draft: str = "", **kw: Any) -> None:
        """Name the `draft` under which the browser keeps what is written."""
        super().__init__(*args, **kw)
        if draft:
            self.fields["words"].widget.attrs["data-draft"] = draft


class AnswerForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("What became of it"), choices=Report.Outcome.choices, widget=forms.RadioSelect
    )
    answer = forms.CharField(label=_("Answer"), max_length=2_000, widget=_text(2))


class TableForm(forms.Form):
    file = forms.FileField(
        label=_("Table"), help_text=_("CSV of at most 5 MB, as spreadsheets save it.")
    )
