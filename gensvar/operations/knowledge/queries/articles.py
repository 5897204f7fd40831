"""One article as a page, what waits for somebody, and how fresh a client's answers are."""

from collections.abc import Collection, Iterable, Sequence, Sized
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, F, Min, Q

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group, RoleGrant
from gensvar.foundation.people.rules import PERMISSIONS
from gensvar.operations.knowledge.models import (
    Article,
    ArticleQuerySet,
    Form,
    Gap,
    Report,
    Subject,
    Version,
    Wording,
)
from gensvar.operations.knowledge.rules.content import KEPT_AS, LINKS, Content
from gensvar.operations.knowledge.rules.wording import Change, difference

KEEPING = frozenset(role for role, held in PERMISSIONS.items() if "knowledge.write" in held)
APPROVING = frozenset(role for role, held in PERMISSIONS.items() if "knowledge.approve" in held)


@dataclass(frozen=True)
class Freshness:
    """How many published articles are within their day of review: K75 without its weights.

    Each article counts once, however often it is used, as an owner's list of what is stale does.
    """

    current: int
    published: int

    @property
    def share(self) -> float | None:
        return self.current / self.published if self.published else None


@dataclass(frozen=True)
class Waiting:
    """What somebody who keeps articles has to do."""

    reports: list[Report]
    overdue: list[Article]
    to_approve: list[Version]
    drafts: list[Version]

    @property
    def count(self) -> int:
        waits: tuple[Sized, ...] = (self.reports, self.overdue, self.to_approve, self.drafts)
        return sum(len(one) for one in waits)


@dataclass(frozen=True)
class SubjectGap:
    """How often nothing answered a question about a subject, and since when."""

    subject: Subject
    count: int
    open: int
    since: datetime


def content_of(version: Version) -> Content:
    """Return what was written in a version, field by field."""
    kept = {(one.form, one.language): one for one in version.wordings.all()}
    texts: dict[str, str] = {}
    for name, key in KEPT_AS.items():
        wording = kept.get(key)
        texts[name] = "" if wording is None else wording.link if name in LINKS else wording.body
    swedish, english = kept.get(("text", "sv")), kept.get(("text", "en"))
    return Content(
        title=swedish.title if swedish else "",
        title_en=english.title if english else "",
        review_on=version.review_on,
        what_is_new=version.what_is_new,
        is_correction=version.corrects_id is not None,
        what_was_wrong=version.what_was_wrong,
        **texts,
    )


def changes_between(old: Version, new: Version) -> list[tuple[str, list[Change]]]:
    """Return each field that differs, with what was taken away and what was added."""
    before, after = content_of(old).texts(), content_of(new).texts()
    skipped = {"what_is_new", "what_was_wrong"}
    return [
        (name, difference(before[name], after[name]))
        for name in after
        if name not in skipped and before[name] != after[name]
    ]


def freshness(clients: Collection[int], *, on: date) -> Freshness:
    """Return how fresh the articles of these clients are, each counted once."""
    published = Article.objects.published().filter(client__in=clients)
    counted = published.aggregate(all=Count("pk"), overdue=Count("pk", Q(review_on__lt=on)))
    return Freshness(counted["all"] - counted["overdue"], counted["all"])


def freshness_by_owner(clients: Collection[int], *, on: date) -> list[tuple[str, Freshness]]:
    """Return the same by the group that answers for the articles, the stalest first."""
    rows = (
        Article.objects.published()
        .filter(client__in=clients)
        .values_list("group__code")
        .annotate(all=Count("pk"), overdue=Count("pk", Q(review_on__lt=on)))
    )
    found = [(code, Freshness(every - overdue, every)) for code, every, overdue in rows]
    return sorted(found, key=lambda row: (row[1].share or 0, row[0]))


def waiting_for(agent: Agent, clients: Collection[int], *, on: date) -> Waiting:
    """Return what waits for this person: as owner, as approver and as author."""
    mine = Article.objects.filter(owner=agent, client__in=clients)
    making = Version.objects.filter(client__in=clients).select_related("article", "author")
    submitted = making.filter(state=Version.State.SUBMITTED).exclude(author=agent)
    reports = Report.objects.filter(article__owner=agent, client__in=clients, answered_at=None)
    asked = Q(article__approver=agent) | Q(article__approver=None)
    return Waiting(
        reports=list(reports.select_related("article", "version", "by").order_by("at")),
        overdue=list(mine.overdue(on=on).order_by("review_on")),
        to_approve=list(submitted.filter(asked).order_by("submitted_at")),
        drafts=list(making.filter(author=agent, state=Version.State.DRAFT).order_by("-made_at")),
    )


def listed(clients: Collection[int]) -> ArticleQuerySet:
    """Return every article of these clients, with what a list shows."""
    return (
        Article.objects.filter(client__in=clients)
        .select_related("client", "group", "owner", "published")
        .annotate(
            open_reports=Count("reports", Q(reports__answered_at=None), distinct=True),
            making=Min("versions__state", filter=Q(versions__state__in=["draft", "submitted"])),
        )
    )


def gaps(clients: Collection[int]) -> list[SubjectGap]:
    """Return the subjects about which answers were missed, the most missed first."""
    rows = (
        Gap.objects.filter(client__in=clients)
        .values("subject")
        .annotate(count=Count("pk"), open=Count("pk", Q(filled_at=None)), since=Min("at"))
        .filter(open__gt=0)
        .order_by("-open", "since")
    )
    subjects = Subject.objects.select_related("group").in_bulk([row["subject"] for row in rows])
    return [
        SubjectGap(subjects[row["subject"]], row["count"], row["open"], row["since"])
        for row in rows
    ]


def forms_of(subjects: Sequence[int]) -> dict[int, frozenset[str]]:
    """Return, by subject, the forms in which something published answers it (CUS-07)."""
    rows = Wording.objects.filter(
        version__article__published=F("version"),
        article__about__subject__in=subjects,
    ).values_list("article__about__subject", "form", "language")
    found: dict[int, set[str]] = {subject: set() for subject in subjects}
    for subject, form, language in rows:
        if subject in found:
            found[subject].add("english" if (form, language) == (Form.TEXT, "en") else form)
    return {subject: frozenset(forms) for subject, forms in found.items()}


def may_keep(
    clients: Collection[int], *, at: datetime, roles: Iterable[str] = KEEPING
) -> list[tuple[int, str]]:
    """Return those who may own articles of these clients, or approve them."""
    held = RoleGrant.objects.in_force(at=at).filter(
        Q(client__in=clients) | Q(client=None), role__in=list(roles)
    )
    people = Agent.objects.filter(pk__in=held.values("agent"), is_active=True, is_service=False)
    return list(people.order_by("name").values_list("pk", "name"))


def groups_of(client: Client) -> list[tuple[int, str]]:
    rows = Group.objects.filter(client=client, closed_at=None).order_by("code")
    return [(pk, f"{code} · {name}") for pk, code, name in rows.values_list("pk", "code", "name")]
