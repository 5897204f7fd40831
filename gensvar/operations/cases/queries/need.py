"""What became of needs, and whom customers were referred to."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet

from gensvar.foundation.calendars.queries import zone
from gensvar.operations.cases.models import CannedText, Case, NeedOutcome
from gensvar.operations.cases.queries.wording import canned_texts
from gensvar.operations.customers.models import Need


def outcome_of(case: Case) -> NeedOutcome | None:
    """Return what was said of the need when the case was last closed; None: nothing, or it is open.

    What was said of an earlier closing stands in the record, and counts no more.
    """
    if case.closed_at is None:
        return None
    return NeedOutcome.objects.filter(case=case, at=case.closed_at).first()


def needs_easy_words(case: Case) -> bool:
    """Say whether easy Swedish was asked for, in the case or by its customer for good (CUS-04)."""
    if case.asked_needs.filter(what=Need.What.EASY_SWEDISH).exists():
        return True
    remembered = Need.objects.filter(what=Need.What.EASY_SWEDISH, until=None)
    return case.customer_id is not None and remembered.filter(customer=case.customer_id).exists()


def referral_texts(client_id: int) -> QuerySet[CannedText]:
    """Return the ready words that refer to an authority, by its name."""
    return canned_texts(client_id).exclude(refers_to="").order_by("refers_to", "name")


def referrals(
    clients: Iterable[int],
    *,
    since: date | None = None,
    until: date | None = None,
    authority: str = "",
) -> QuerySet[NeedOutcome]:
    """Return who was referred where, from a day until another (that day too), newest first."""
    rows = NeedOutcome.objects.referrals().filter(client__in=list(clients))
    if since is not None:
        rows = rows.filter(at__gte=_midnight(since))
    if until is not None:
        rows = rows.filter(at__lt=_midnight(until + timedelta(days=1)))
    if authority:
        rows = rows.filter(authority=authority)
    return rows.select_related("case__subject", "client", "by")


def authorities(clients: Iterable[int]) -> list[str]:
    """Return every authority that somebody has been referred to, by name."""
    rows = NeedOutcome.objects.referrals().filter(client__in=list(clients))
    return list(rows.order_by("authority").values_list("authority", flat=True).distinct())


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=zone())
