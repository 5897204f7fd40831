"""Which approved answers a case was given, and which cases were given one that was wrong."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, QuerySet

from gensvar.operations.cases.models import Case, FollowUp, SupportUse, Tick
from gensvar.operations.contacts.models import Direction, Message, Outgoing
from gensvar.operations.knowledge.models import Version
from gensvar.operations.knowledge.queries.articles import forms_of


@dataclass(frozen=True)
class Used:
    """A version that the customer was answered with; `is_wrong` if it was corrected later."""

    version: Version
    way: str
    by: str
    at: datetime
    is_wrong: bool


def used_in(case: Case) -> list[Used]:
    """Return what the customer was answered with, the newest first."""
    corrected = Version.objects.filter(corrects=OuterRef("version"), approved_at__isnull=False)
    rows = (
        SupportUse.objects.filter(case=case)
        .exclude(outgoing__state=Outgoing.State.CANCELLED)
        .select_related("version__article", "by")
        .annotate(is_wrong=Exists(corrected))
        .order_by("-at", "-pk")
    )
    return [
        Used(row.version, str(row.get_way_display()), row.by.name, row.at, row.is_wrong)
        for row in rows
    ]


def ticked_in(case: Case, version: Version) -> dict[int, Tick]:
    """Return the steps that are done now."""
    rows = Tick.objects.filter(case=case, version=version, undone_at=None).select_related("by")
    return {tick.step: tick for tick in rows}


def asked_in(case: Case) -> str:
    """Return what the customer wants, as text to look for answers with."""
    letters = Message.objects.filter(
        contact__cases=case, direction=Direction.IN, automatic=""
    ).order_by("-at", "-pk")
    newest = letters.values_list("text", flat=True).first()
    if newest is None:
        spoken = case.contacts.exclude(summary="").order_by("-started_at")
        newest = spoken.values_list("summary", flat=True).first()
    return f"{case.title}\n{newest or ''}"


def answered_wrongly(correction: Version) -> QuerySet[Case]:
    """Return the cases that this identity may see whose customers got what is now corrected."""
    used = SupportUse.objects.filter(case=OuterRef("pk"), version=correction.corrects_id)
    used = used.exclude(outgoing__state=Outgoing.State.CANCELLED)
    followed = FollowUp.objects.filter(case=OuterRef("pk"), correction=correction)
    rows = Case.objects.filter(Exists(used)).annotate(is_followed=Exists(followed))
    return rows.select_related("customer", "agent", "group", "subject").order_by("-opened_at")


def corrections(clients: Collection[int]) -> list[tuple[Version, int]]:
    """Return the corrections in force or later replaced, with how many cases they concern."""
    versions = (
        Version.objects.filter(
            client__in=clients, corrects__isnull=False, approved_at__isnull=False
        )
        .select_related("article", "corrects", "approved_by")
        .order_by("-approved_at")[:100]
    )
    return [(version, answered_wrongly(version).count()) for version in versions]


@dataclass(frozen=True)
class Coverage:
    """A subject that is much asked about, and the forms in which something answers it."""

    subject: int
    name: str
    cases: int
    forms: frozenset[str]


def coverage(client: int, *, since: datetime, most: int = 20) -> list[Coverage]:
    """Return the most asked subjects with the forms in which they are answered (CUS-07)."""
    asked = (
        Case.objects.filter(client=client, opened_at__gte=since, subject__isnull=False)
        .values("subject", "subject__name")
        .annotate(cases=Count("pk"))
        .order_by("-cases", "subject__name")[:most]
    )
    rows = list(asked)
    forms = forms_of([row["subject"] for row in rows])
    return [
        Coverage(row["subject"], row["subject__name"], row["cases"], forms[row["subject"]])
        for row in rows
    ]


@dataclass(frozen=True)
class UseBySubject:
    """How many cases of a subject were answered with something approved, and with what most."""

    name: str
    cases: int
    supported: int
    most_used: str


def used_by_subject(client: int, *, since: datetime, most: int = 100) -> list[UseBySubject]:
    """Return the most asked subjects with how often answer support was used (SKE-02)."""
    kept = SupportUse.objects.exclude(outgoing__state=Outgoing.State.CANCELLED)
    asked = (
        Case.objects.filter(client=client, opened_at__gte=since, subject__isnull=False)
        .values("subject", "subject__name")
        .annotate(
            cases=Count("pk"),
            supported=Count("pk", filter=Exists(kept.filter(case=OuterRef("pk")))),
        )
        .order_by("-cases", "subject__name")[:most]
    )
    rows = list(asked)
    used = (
        kept.filter(
            case__client=client,
            case__opened_at__gte=since,
            case__subject__in=[row["subject"] for row in rows],
        )
        .values_list("case__subject", "version__article__title")
        .annotate(times=Count("case", distinct=True))
        .order_by("times", "-version__article__title")
    )
    titles = {subject: title for subject, title, _times in used}
    return [
        UseBySubject(
            row["subject__name"], row["cases"], row["supported"], titles.get(row["subject"], "")
        )
        for row in rows
    ]
