from functools import partial

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.models import NeedMet
from gensvar.oversight.kpi.queries.causes import causes_of_contacts
from gensvar.oversight.kpi.queries.keeping import Reasons, hand_over_reasons, sent_round
from gensvar.oversight.kpi.queries.needs import (
    FEWEST_TO_IMPROVE,
    IMPROVE_FROM,
    NEEDS,
    NeedRow,
    need_matrix,
    needs_asked,
    needs_met,
    words_used,
)
from gensvar.oversight.kpi.queries.subjects import (
    SubjectRow,
    Tiers,
    subject_facts,
    subject_ranking,
    tiers,
)
from gensvar.oversight.kpi.rules import Share, told
from gensvar.oversight.kpi.views.asking import shown


def _share(share: Share | None) -> float | None:
    return None if share is None else round(float(share.value or 0), 6)


def _cell(place: int, row: NeedRow) -> int | str | None:
    return told(row.cells[place].count, row.cells[place].hidden)


SUBJECT_COLUMNS: list[Column[SubjectRow]] = [
    Column("subject", lambda row: row.subject, _("Subject")),
    Column("count", lambda row: told(row.count, row.hidden), _("Count")),
    Column("total", lambda row: row.share.whole if row.share else None, _("Total")),
    Column("share", lambda row: _share(row.share), _("Share")),
    Column("rank", lambda row: row.rank, _("Rank")),
]
TIER_COLUMNS: list[Column[Tiers]] = [
    Column("subject", lambda row: row.subject, _("Subject")),
    Column("target_tier", lambda row: row.target, _("Target tier")),
    Column("total", lambda row: row.whole, _("Needs")),
    *(
        Column(f"tier_{tier + 1}", lambda row, tier=tier: _share(row.shares[tier]))  # type: ignore[misc]
        for tier in range(3)
    ),
]

NEED_COLUMNS: list[Column[NeedRow]] = [
    Column("subject", lambda row: row.subject, _("Subject")),
    Column("count", lambda row: row.count, _("Count")),
    *(Column(str(need), partial(_cell, place), need.label) for place, need in enumerate(NEEDS)),
    Column("unsaid", lambda row: told(row.unsaid.count, row.unsaid.hidden), _("Not said")),
    Column("to_improve", lambda row: row.is_to_improve, _("To improve")),
]

REASON_COLUMNS: list[Column[Reasons]] = [
    Column(
        "subject", lambda row: _("Other subjects") if row.is_rest else row.subject, _("Subject")
    ),
    Column("count", lambda row: row.count, _("Handed over")),
    Column("cannot", lambda row: row.cannot, _("Cannot")),
    Column("should_not", lambda row: row.should_not, _("Should not")),
]


@require_safe
@requires("reports.read")
def subjects(request: AgentRequest) -> HttpResponseBase:
    asked = shown(request)
    ranking = subject_ranking(asked.client, asked.period)
    wanted = request.GET.get("format", "")
    if wanted in set(Format):
        name = f"amnen-{asked.period.starts_on}-{asked.period.last_day}"
        note_export("kpi.subjects", format=wanted, agent_id=request.user.pk, at=now())
        return export(ranking.rows, SUBJECT_COLUMNS, Format(wanted), name=name)
    name = request.GET.get("subject", "")
    chosen = next((row for row in ranking.rows if row.subject == name), None)
    rows = ranking.rows if "all" in request.GET else ranking.top
    context = {
        "shown": asked,
        "ranking": ranking,
        "rows": rows,
        "together": ranking.together(rows),
        "shows_all": "all" in request.GET,
        "chosen": chosen,
        # Of what the table hides nothing is told beside it either.
        "facts": subject_facts(asked.client, asked.period, chosen.subject_id)
        if chosen and chosen.hidden is None
        else None,
        "opens_cases": request.identity.may("cases.read", client_id=asked.client.pk),
    }
    return render(request, "kpi/subjects.html", context)


@require_safe
@requires("reports.read")
def needs(request: AgentRequest) -> HttpResponseBase:
    """Cross need types with subjects; a subject where many only ask how it goes gets a card."""
    asked = shown(request)
    rows = need_matrix(asked.client, asked.period)
    wanted = request.GET.get("format", "")
    if wanted in set(Format):
        name = f"behov-{asked.period.starts_on}-{asked.period.last_day}"
        note_export("kpi.needs", format=wanted, agent_id=request.user.pk, at=now())
        return export(rows, NEED_COLUMNS, Format(wanted), name=name)
    context = {
        "shown": asked,
        "rows": rows,
        "needs": NEEDS,
        "asked_for": needs_asked(asked.client, asked.period),
        "words": words_used(asked.client, asked.period),
        "became": needs_met(asked.client, asked.period),
        "became_words": {**dict(NeedMet.choices), "unsaid": _("Not said")},
        "to_improve": [row for row in rows if row.is_to_improve],
        "causes": causes_of_contacts(asked.client, asked.period),
        "opens_disruptions": request.identity.may("disruptions.read", client_id=asked.client.pk),
        "improve_from": IMPROVE_FROM,
        "fewest": FEWEST_TO_IMPROVE,
        "opens_cases": request.identity.may("cases.read", client_id=asked.client.pk),
    }
    return render(request, "kpi/needs.html", context)


@require_safe
@requires("reports.read")
def why_handed_over(request: AgentRequest) -> HttpResponseBase:
    asked = shown(request)
    whole, rows = hand_over_reasons(asked.client, asked.period)
    wanted = request.GET.get("format", "")
    if wanted in set(Format):
        name = f"overlamningar-{asked.period.starts_on}-{asked.period.last_day}"
        note_export("kpi.hand-overs", format=wanted, agent_id=request.user.pk, at=now())
        return export(rows, REASON_COLUMNS, Format(wanted), name=name)
    context = {
        "shown": asked,
        "whole": whole,
        "rows": rows,
        "bounced": sent_round(asked.client, asked.period),
        "opens_cases": request.identity.may("cases.read", client_id=asked.client.pk),
    }
    return render(request, "kpi/hand_overs.html", context)


@require_safe
@requires("reports.read")
def where_solved(request: AgentRequest) -> HttpResponseBase:
    asked = shown(request)
    ranking = subject_ranking(asked.client, asked.period).rows
    told_of = {row.subject_id for row in ranking if row.hidden is None}
    rows = [row for row in tiers(asked.client, asked.period) if row.subject_id in told_of]
    wanted = request.GET.get("format", "")
    if wanted in set(Format):
        name = f"nivaer-{asked.period.starts_on}-{asked.period.last_day}"
        note_export("kpi.tiers", format=wanted, agent_id=request.user.pk, at=now())
        return export(rows, TIER_COLUMNS, Format(wanted), name=name)
    context = {"shown": asked, "rows": rows, "drifted": sum(row.has_drifted for row in rows)}
    return render(request, "kpi/tiers.html", context)
