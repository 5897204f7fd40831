"""One question about a finished work order, from the link in the mail that told of it."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from gensvar.foundation.people.access import Reach, seeing_as
from gensvar.foundation.refusals import Refused
from gensvar.operations.workorders.actions import rate
from gensvar.operations.workorders.actions.reporting import read_token
from gensvar.operations.workorders.models import Survey
from gensvar.screens.portal.views.frame import Portal, draw, page, sent_form

SCORES = [
    ("5", _("5, very good")),
    ("4", _("4, good")),
    ("3", _("3, neither good nor bad")),
    ("2", _("2, bad")),
    ("1", _("1, very bad")),
]


class RatingForm(forms.Form):
    score = forms.TypedChoiceField(
        choices=SCORES,
        coerce=int,
        error_messages={
            "required": _("Choose one of the five."),
            "invalid_choice": _("Choose one of the five."),
        },
    )
    words = forms.CharField(required=False, max_length=2_000)


@page
@require_http_methods(["GET", "HEAD", "POST"])
def rating(request: HttpRequest, portal: Portal, token: str) -> HttpResponse:
    """Ask how it went; the link opens this question and nothing of the case."""
    read = read_token(token)
    if read is None:
        return draw(request, portal, "rating_gone.html", status=404)
    survey_id, case_id = read
    form = RatingForm(sent_form(request))
    refused = ""
    with seeing_as(Reach(case_id=case_id)):
        rows = Survey.objects.select_related("order", "client")
        survey = rows.filter(pk=survey_id, order__case=case_id).first()
        if survey is not None and form.is_bound and form.is_valid():
            try:
                survey = rate(survey, at=now(), **form.cleaned_data)
            except Refused as refusal:
                refused = refusal.words()
    if survey is None:
        return draw(request, portal, "rating_gone.html", status=404)
    return draw(
        request,
        Portal(survey.client, portal.code),
        "rating.html",
        status=422 if form.errors else 200,
        form=form,
        scores=SCORES,
        token=token,
        refused=refused,
        is_answered=survey.answered_at is not None,
    )
