"""Who may do what, since when, and by whose decision: the list for the access review."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import (
    ROLE_NAMES,
    AccessReview,
    Agent,
    Group,
    Membership,
    RoleGrant,
)
from gensvar.foundation.people.rules import GROUP_BOUND, NEEDS_SECOND_FACTOR, Role


@dataclass(frozen=True)
class AccessLine:
    """One role that one agent has; an account without roles has a line without one."""

    agent_id: int
    name: str
    email: str
    grant_id: int | None
    role: str
    # None: every client, or no role at all.
    client: str | None
    # Empty: of a role bound to groups, one's own.
    department: str
    since: datetime | None
    until: datetime | None
    given_by: str | None
    last_sign_in: datetime | None
    has_second_factor: bool

    @property
    def role_name(self) -> str:
        return str(ROLE_NAMES[Role(self.role)]) if self.role else ""

    @property
    def lacks_second_factor(self) -> bool:
        return not self.has_second_factor and self.role in NEEDS_SECOND_FACTOR

    def kept(self) -> dict[str, Any]:
        """Return the line as it is kept in a review: ids and facts, no names or addresses."""
        facts = asdict(self)
        for personal in ("name", "email", "given_by"):
            del facts[personal]
        return {
            key: value.isoformat() if isinstance(value, datetime) else value
            for key, value in facts.items()
        }


COLUMNS = {
    "name": _("Name"),
    "email": _("Mail address"),
    "role_name": _("Role"),
    "client": _("Client"),
    "department": _("Department"),
    "since": _("Since"),
    "until": _("Until"),
    "given_by": _("Given by"),
    "last_sign_in": _("Last sign-in"),
    "has_second_factor": _("Second factor"),
}


def access_list(*, at: datetime) -> list[AccessLine]:
    """Return every role in force for accounts that can sign in, by name; then those without."""
    return [*_granted(at), *_without_role(at)]


def rows(lines: Iterable[AccessLine]) -> list[list[Any]]:
    """Return the lines as the columns of `COLUMNS`, for a file."""
    return [[getattr(line, column) for column in COLUMNS] for line in lines]


def departments_of(clients: Iterable[Client]) -> QuerySet[Group]:
    """Return the groups to hand over to that belong to a department, where these clients are."""
    groups = Group.objects.filter(client__in=list(clients), is_front=False, closed_at=None)
    return groups.exclude(department="")


def sees_nothing(*, at: datetime) -> QuerySet[RoleGrant]:
    """Return roles in force that open nothing: bound to groups, and there is none.

    Nobody has put the person in a group, or no group belongs to the department any more.
    """
    own = Group.objects.filter(manager=OuterRef("agent"), closed_at=None)
    belongs = Membership.objects.filter(agent=OuterRef("agent"), until=None)
    of_department = Group.objects.filter(
        client=OuterRef("client"), department=OuterRef("department"), closed_at=None
    )
    return (
        RoleGrant.objects.in_force(at=at)
        .filter(role__in=GROUP_BOUND, agent__is_active=True)
        .filter(
            Q(~Exists(own), ~Exists(belongs), department="")
            | Q(~Q(department=""), ~Exists(of_department))
        )
    )


def last_review() -> AccessReview | None:
    return AccessReview.objects.select_related("reviewer").order_by("-at", "-pk").first()


def _granted(at: datetime) -> Iterable[AccessLine]:
    grants = (
        RoleGrant.objects.in_force(at=at)
        .filter(agent__is_active=True)
        .annotate(factor=_second_factor("agent"), grant_id=F("pk"))
        .order_by("agent__name", "agent", "role", "client__name", "pk")
    )
    # In the order of the fields of AccessLine.
    for line in grants.values_list(
        "agent",
        "agent__name",
        "agent__email",
        "grant_id",
        "role",
        "client__name",
        "department",
        "since",
        "until",
        "given_by__name",
        "agent__last_login",
        "factor",
    ):
        yield AccessLine(*line)


def _without_role(at: datetime) -> Iterable[AccessLine]:
    held = RoleGrant.objects.in_force(at=at).filter(agent=OuterRef("pk"))
    idle = (
        Agent.objects.filter(~Exists(held), is_active=True)
        .annotate(factor=_second_factor("pk"))
        .order_by("name", "pk")
    )
    for pk, name, email, last_sign_in, has_second_factor in idle.values_list(
        "pk", "name", "email", "last_login", "factor"
    ):
        yield AccessLine(
            pk, name, email, None, "", None, "", None, None, None, last_sign_in, has_second_factor
        )


def _second_factor(agent: str) -> Exists:
    from allauth.mfa.models import Authenticator

    return Exists(
        Authenticator.objects.filter(
            user=OuterRef(agent), type__in=[Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
        )
    )
