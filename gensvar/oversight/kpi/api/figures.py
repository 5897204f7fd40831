"""What was registered, why people ask, and what was solved the first time."""

from datetime import date
from typing import Any

from django.utils.timezone import localdate, now
from ninja import Query
from ninja import Schema as Out
from pydantic import Field

from gensvar.foundation.integrations.listing import AS_FILE
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.oversight.kpi.api.answering import Row, answer, exact, router
from gensvar.oversight.kpi.api.asking import Figures, FiguresAsked, figures_asked
from gensvar.oversight.kpi.queries.answer_times import AnswerTimes, answer_times
from gensvar.oversight.kpi.queries.answers import answer_support
from gensvar.oversight.kpi.queries.by_type import followed_up
from gensvar.oversight.kpi.queries.causes import causes_of_contacts
from gensvar.oversight.kpi.queries.first_contact import first_contacts
from gensvar.oversight.kpi.queries.needs import (
    need_matrix,
    needs_asked,
    needs_met,
    words_used,
)
from gensvar.oversight.kpi.queries.readability import readability
from gensvar.oversight.kpi.queries.registering import registration


class RegisteredOut(Out):
    day: date | None = Field(description="Null for all days together.")
    contacts: int | None = Field(description="Contacts that came; null where so few are not told.")
    with_case: int | None
    with_reason: int | None
    neither: int | None
    share: float | None = Field(description="With a case or a reason, of all, 0–1.")


class RegistrationOut(Figures):
    total: RegisteredOut
    items: list[RegisteredOut]


class NeedsOfSubject(Out):
    subject: str
    count: int
    information: int | None = Field(description="Null where so few are not told.")
    application: int | None
    status: int | None
    opinion: int | None
    unsaid: int | None = Field(description="Of which nobody has said the need yet.")
    to_improve: bool = Field(description="So many only ask how it goes.")


class CauseOut(Out):
    disruption_id: int
    cause: str
    area: str
    contacts: int | None = Field(description="Null where so few are not told.")


class NeedsMetOut(Out):
    met: int | None = Field(description="Null where so few are not told.")
    referred: int | None = Field(description="To another authority: met too, but not by us.")
    not_met: int | None
    unsaid: int | None = Field(description="Closed, and nobody said what became of the need.")
    share: float | None = Field(description="Met or referred, of those said, 0–1.")


class NeedsAskedOut(Out):
    noted: float | None = Field(description="Of the cases opened, 0–1; null where so few.")
    met: float | None = Field(description="Of those where it was said, 0–1; null where so few.")


class WordsOut(Out):
    language: str = Field(description="Empty: the client's own.")
    is_easy: bool
    cases: int | None = Field(description="Null where so few are not told.")


class NeedsOut(Figures):
    items: list[NeedsOfSubject]
    asked: NeedsAskedOut = Field(description="Cases in which something was needed to understand.")
    outcomes: NeedsMetOut = Field(description="Of the cases closed in these days.")
    words: list[WordsOut] = Field(description="Ready words in answers, by variant.")
    causes: list[CauseOut] = Field(description="Disruptions: each one cause of many contacts.")


class MissedOut(Out):
    subject: str
    group: str = Field(description="The code of the group that answers.")
    missed: int = Field(description="How often somebody said that an answer was missing.")
    cases: int | None = Field(description="Of the subject; null where so few are not told.")
    open: int = Field(description="Of the missed, those that nothing answers yet.")
    first_on: date
    article: str | None = Field(description="What answered at last.", examples=["ART-12"])
    answered_on: date | None
    days: int | None = Field(description="From the first question missed to the article.")


class LixOut(Out):
    group: str = Field(description="The code of the group that answers.")
    texts: int = Field(description="Swedish texts in force when the days ended.")
    before: int | None = Field(description="Mean LIX when the days began; null without texts.")
    after: int | None = Field(description="Mean LIX when the days ended.")


class AnswerSupportOut(Figures):
    readability: list[LixOut] = Field(description="How hard the answers are to read (CUS-06).")
    published: int = Field(description="Articles in force now.")
    current: int = Field(description="Of them, within their day of review.")
    share_of_use: float | None = Field(
        description="K75: answers given with such an article, of all given with one, 0–1."
    )
    items: list[MissedOut]


class FirstContactOut(Out):
    channel: str = Field(description="Empty for all channels together.")
    cases: int | None = Field(description="Null where so few are not told.")
    solved: int | None = Field(description="Solved at once by us.")
    referred: int | None = Field(description="At once referred to another authority (LAW-01).")
    share: float | None = Field(description="K20: solved or referred at once, of all, 0–1.")


class FirstContactsOut(Figures):
    total: FirstContactOut
    items: list[FirstContactOut]


class AnswerTimesOut(Out):
    month: date | None = Field(description="Its first day; null for all days together.")
    mails: int | None = Field(description="That needed an answer; null where so few are not told.")
    one_day: float | None = Field(description="K11: answered by the next working day, 0–1.")
    two_days: float | None
    half: float | None = Field(description="K12: working hours within which half were answered.")
    nine_in_ten: float | None


class AnswerTimesFigures(Figures):
    total: AnswerTimesOut
    items: list[AnswerTimesOut]


class FollowedOut(Out):
    case_type: str = Field(description="What the case type is called.")
    code: str = Field(description="The measure.", examples=["K23"])
    unit: str = Field(description="share (0–1), seconds, or hours that half of all take at most.")
    value: float | None = Field(description="Null where there is no data, or too little to tell.")
    count: int | None = Field(description="What it is built from; null where so few are not told.")
    goal: float | None = Field(description="In the same unit.")
    more_is_better: bool = Field(description="At least the goal; else at most.")
    is_met: bool | None


class FollowedUpOut(Figures):
    items: list[FollowedOut]


@router.get(
    "/case-types",
    response=FollowedUpOut,
    by_alias=True,
    openapi_extra=AS_FILE,
    summary="Measures by case type",
)
@requires("reports.read")
def case_types(request: AgentRequest, asked: Query[FiguresAsked]) -> Any:
    """What each case type says that it is followed up by, beside its goals."""
    client, period = figures_asked(request, asked)
    rows = [
        {
            "case_type": row.case_type,
            "code": row.code,
            "unit": str(row.measure.unit),
            "value": row.value,
            "count": None if row.is_hidden else row.whole,
            "goal": exact(row.goal),
            "more_is_better": row.measure.more_is_better,
            "is_met": row.is_met,
        }
        for one in followed_up(client, period, at=now())
        for row in one.rows
    ]
    return answer(request, asked, "case-types", FollowedOut, client, period, rows)


@router.get(
    "/registration",
    response=RegistrationOut,
    by_alias=True,
    openapi_extra=AS_FILE,
    summary="Registered contacts by day",
)
@requires("reports.read")
def registered(request: AgentRequest, asked: Query[FiguresAsked]) -> Any:
    """Contacts with a case or a reason, of all that came (SKE-01)."""
    client, period = figures_asked(request, asked)
    whole, days = registration(client, period)
    rows = [_registered(row) for row in days]
    return answer(
        request,
        asked,
        "registration",
        RegisteredOut,
        client,
        period,
        rows,
        {"total": _registered(whole)},
    )


@router.get(
    "/needs", response=NeedsOut, by_alias=True, openapi_extra=AS_FILE, summary="Needs by subject"
)
@requires("reports.read")
def needs(request: AgentRequest, asked: Query[FiguresAsked]) -> Any:
    """Why people ask, subject by subject (SKE-20). Subjects with few cases are left out."""
    client, period = figures_asked(request, asked)
    rows = [
        {
            "subject": row.subject,
            "count": row.count,
            **{cell.need: cell.count for cell in row.cells},
            "unsaid": row.unsaid.count,
            "to_improve": row.is_to_improve,
        }
        for row in need_matrix(client, period)
    ]
    causes = [
        {
            "disruption_id": one.disruption_id,
            "cause": one.cause,
            "area": one.area,
            "contacts": one.count,
        }
        for one in causes_of_contacts(client, period)
    ]
    became = needs_met(client, period)
    counts = {cell.need.replace("-", "_"): cell.count for cell in became.cells}
    share = exact(became.share.value) if became.share else None
    needed = needs_asked(client, period)
    more = {
        "causes": causes,
        "words": [
            {"language": row.language, "is_easy": row.is_easy, "cases": row.count}
            for row in words_used(client, period)
        ],
        "outcomes": counts | {"share": share},
        "asked": {
            "noted": exact(needed.noted.value) if needed.noted else None,
            "met": exact(needed.met.value) if needed.met else None,
        },
    }
    return answer(request, asked, "needs", NeedsOfSubject, client, period, rows, more)


@router.get(
    "/answer-support",
    response=AnswerSupportOut,
    by_alias=True,
    openapi_extra=AS_FILE,
    summary="Answers missed, and how fresh those given were",
)
@requires("reports.read")
def missed_answers(request: AgentRequest, asked: Query[FiguresAsked]) -> Any:
    """Questions that nothing answered, until an article did (PRO-12), and K75."""
    client, period = figures_asked(request, asked)
    found = answer_support(client, period, today=localdate())
    rows = [
        {
            "subject": row.subject,
            "group": row.group,
            "missed": row.count,
            "cases": row.cases,
            "open": row.open,
            "first_on": row.first_on,
            "article": row.article.code if row.article else None,
            "answered_on": row.answered_on,
            "days": row.days,
        }
        for row in found.missed
    ]
    fresh = {
        "readability": [vars(row) for row in readability(client, period)],
        "published": found.fresh.published,
        "current": found.fresh.current,
        "share_of_use": exact(found.used.value) if found.used else None,
    }
    return answer(request, asked, "answer-support", MissedOut, client, period, rows, fresh)


@router.get(
    "/first-contact",
    response=FirstContactsOut,
    by_alias=True,
    openapi_extra=AS_FILE,
    summary="Solved in the first contact",
)
@requires("reports.read")
def first_contact(request: AgentRequest, asked: Query[FiguresAsked]) -> Any:
    """What was solved the first time, by channel, and apart what was referred elsewhere (K20)."""
    client, period = figures_asked(request, asked)
    whole, channels = first_contacts(client, period)
    rows = [_first(row) for row in channels]
    return answer(
        request,
        asked,
        "first-contact",
        FirstContactOut,
        client,
        period,
        rows,
        {"total": _first(whole)},
    )


@router.get(
    "/answer-times",
    response=AnswerTimesFigures,
    by_alias=True,
    openapi_extra=AS_FILE,
    summary="Answer times of e-mail",
)
@requires("reports.read")
def answered(request: AgentRequest, asked: Query[FiguresAsked]) -> Any:
    """How soon e-mail is answered by a person, in working days and hours (K11, K12, LAW-01)."""
    client, period = figures_asked(request, asked)
    whole, months, _excluded = answer_times(client, period, at=now())
    rows = [_answered(row) for row in months]
    total = {"total": _answered(whole)}
    return answer(request, asked, "answer-times", AnswerTimesOut, client, period, rows, total)


def _answered(row: AnswerTimes) -> Row:
    told = not row.is_hidden
    return {
        "month": row.month,
        "mails": row.mails if told else None,
        "one_day": exact(row.one_day.value) if told else None,
        "two_days": exact(row.two_days.value) if told else None,
        "half": row.half if told else None,
        "nine_in_ten": row.nine_in_ten if told else None,
    }


def _registered(row: Any) -> Row:
    told = not row.is_hidden
    return {
        "day": row.day,
        "contacts": row.contacts if told else None,
        "with_case": row.with_case if told else None,
        "with_reason": row.with_reason if told else None,
        "neither": row.neither if told else None,
        "share": exact(row.share.value) if told else None,
    }


def _first(row: Any) -> Row:
    return {
        "channel": row.channel,
        "cases": None if row.is_hidden else row.cases,
        "solved": row.solved if row.tells_referred else None,
        "referred": row.referred if row.tells_referred else None,
        "share": None if row.is_hidden else exact(row.share.value),
    }
