"""Who may do what, checked here and nowhere else.

`@requires("cases.read")` on a view or endpoint finds out who is asking, refuses what their roles do
not allow, and tells the database for the rest of the transaction which clients and groups that very
permission reaches, so that row-level security decides what exists for them. `@public` says, as
plainly, that nobody need sign in; `@signed_in` that any agent may, for pages about oneself.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any, TypeVar, cast

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.timezone import now
from django_htmx.http import HttpResponseClientRedirect

from gensvar.foundation.events.actions import write_announced
from gensvar.foundation.people.models import Agent
from gensvar.foundation.people.rules import (
    NEEDS_SECOND_FACTOR,
    PERMISSIONS,
    Role,
    is_bound,
    is_in_force,
    permissions_of,
)

View = TypeVar("View", bound=Callable[..., Any])
# In the session of somebody whose sign-in provider has asked for a second factor itself.
VOUCHED = "second_factor_vouched_for"


@dataclass(frozen=True)
class Reach:
    """The rows that one permission opens: whole clients, single groups, or one case."""

    clients: frozenset[int] = frozenset()
    groups: frozenset[int] = frozenset()
    case_id: int | None = None
    agent_id: int | None = None


@dataclass(frozen=True)
class Grant:
    """A role in force, the client it is for (None: every client), and perhaps the department."""

    role: Role
    client_id: int | None
    extra: frozenset[str] = frozenset()
    department: str = ""

    def allows(self, permission: str) -> bool:
        return permission in PERMISSIONS[self.role] or permission in self.extra


@dataclass(frozen=True)
class Identity:
    """Who is asking, and what they have been given."""

    agent_id: int | None
    grants: tuple[Grant, ...] = ()
    has_second_factor: bool = False

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(grant.role for grant in self.grants)

    @property
    def permissions(self) -> frozenset[str]:
        extra = frozenset[str]().union(*(grant.extra for grant in self.grants))
        return permissions_of(self.roles) | extra

    def may(self, permission: str, *, client_id: int | None = None) -> bool:
        """Say whether the permission is held at all or, when `client_id` is given, for it."""
        return any(
            grant.allows(permission) and client_id in {None, grant.client_id or client_id}
            for grant in self.grants
        )

    @property
    def must_have_second_factor(self) -> bool:
        return bool(self.roles & NEEDS_SECOND_FACTOR)


class AgentRequest(HttpRequest):
    """A request whose sender is known and allowed."""

    user: Agent
    identity: Identity


NOBODY = Identity(agent_id=None)


def identity_of(agent: Agent, *, at: datetime) -> Identity:
    """Return the roles that an agent has at this moment.

    Costs no query for an agent read by `with_access`, as the one of a session is.
    """
    if not hasattr(agent, "grants_held"):
        agent = Agent.objects.with_access(agent.pk) or agent
    grants = (
        Grant(Role(role), client_id, department=department)
        for role, client_id, since, until, department in json.loads(agent.grants_held)
        if is_in_force(_instant(since), _instant(until), at=at)
    )
    return Identity(
        agent_id=agent.pk, grants=tuple(grants), has_second_factor=agent.has_second_factor
    )


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def reach(identity: Identity, permission: str) -> Reach:
    """Return the clients and groups whose rows `permission` opens to this identity."""
    holding = [grant for grant in identity.grants if grant.allows(permission)]
    wide = [grant.client_id for grant in holding if not is_bound(grant.role, permission)]
    narrow = [grant for grant in holding if is_bound(grant.role, permission)]
    return Reach(
        clients=_clients(wide),
        groups=_groups(identity, narrow) if narrow else frozenset(),
        agent_id=identity.agent_id,
    )


def _clients(granted: list[int | None]) -> frozenset[int]:
    if None in granted:
        with connection.cursor() as cursor:  # asked in every request: the ORM would cost more
            cursor.execute("SELECT id FROM agreements_client")
            return frozenset(pk for (pk,) in cursor.fetchall())
    return frozenset(client for client in granted if client is not None)


def _groups(identity: Identity, grants: list[Grant]) -> frozenset[int]:
    """Return the groups that grants are for: one's own, or every one of a department."""
    departments = sorted({grant.department for grant in grants if grant.department})
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT id, client_id, '' FROM people_group WHERE manager_id = %(agent)s
               UNION SELECT g.id, g.client_id, '' FROM people_group g
                   JOIN people_membership m ON m.group_id = g.id
                   WHERE m.agent_id = %(agent)s AND m.until IS NULL
               UNION SELECT id, client_id, department FROM people_group
                   WHERE department = ANY (%(departments)s) AND NOT is_front""",
            {"agent": identity.agent_id, "departments": departments},
        )
        rows = cursor.fetchall()
    held = {(grant.client_id, grant.department) for grant in grants}
    return frozenset(
        pk for pk, client, of in rows if (client, of) in held or (of == "" and (None, "") in held)
    )


def see_as(reach: Reach) -> None:
    """Tell the database who is asking, until the end of the transaction (SET LOCAL)."""
    assert connection.in_atomic_block, "an identity holds for one transaction"
    write_announced()
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT set_config('gensvar.clients', %s, true),
                      set_config('gensvar.groups', %s, true),
                      set_config('gensvar.case', %s, true),
                      set_config('gensvar.agent', %s, true),
                      set_config('gensvar.lists', access_lists_of(%s), true)""",
            [
                ",".join(map(str, sorted(reach.clients))),
                ",".join(map(str, sorted(reach.groups))),
                str(reach.case_id or ""),
                str(reach.agent_id or ""),
                # Whoever has been given no rows gets no confidential ones either.
                reach.agent_id if reach.clients or reach.groups else None,
            ],
        )


@contextmanager
def seeing_as(reach: Reach) -> Iterator[None]:
    """Do some work with another reach, such as a customer's own case, then see nothing again."""
    write_announced()  # what was announced before stands, whatever becomes of this
    with transaction.atomic():
        see_as(reach)
        try:
            yield
        finally:
            if not connection.needs_rollback:
                see_as(Reach())


@contextmanager
def bound_as(reach: Reach) -> Iterator[None]:
    """Let a job read only what somebody with this reach would see on a page."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE gensvar_web")
        try:
            with seeing_as(reach):
                yield
        finally:
            if not connection.needs_rollback:
                cursor.execute("RESET ROLE")


def requires(permission: str, *, recent_sign_in: bool = False) -> Callable[[View], View]:
    """Let only those in whose roles `permission` is, and let them see only what it reaches.

    With `recent_sign_in`, for acts that would do harm at a desk left open, whoever signed in long
    ago shows again who they are; what they sent is kept and carried out afterwards.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if (refusal := _admit(request, permission, recent_sign_in)) is not None:
                return refusal
            return view(request, *args, **kwargs)

        checked.permission = permission  # type: ignore[attr-defined]
        return cast(View, checked)

    return decorate


def public(view: View) -> View:
    """State that nobody need sign in for this view; it sees no protected row by itself."""
    view.permission = "public"  # type: ignore[attr-defined]
    return view


def signed_in(view: View) -> View:
    """Let every agent in, whatever the roles, without reach: for pages about one's own account."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not request.user.is_authenticated:
            return _to_sign_in(request)
        request.identity = identity_of(request.user, at=now())  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)

    checked.permission = "signed-in"  # type: ignore[attr-defined]
    return cast(View, checked)


def _admit(request: HttpRequest, permission: str, recent_sign_in: bool) -> HttpResponse | None:
    # A token's identity was set by the API's own sign-in; a person's is read from the session.
    identity: Identity | None = getattr(request, "identity", None)
    is_person = identity is None
    if identity is None:
        if not request.user.is_authenticated:
            return _to_sign_in(request)
        identity = identity_of(request.user, at=now())
        if lacks_second_factor(request, identity):
            return _redirect(request, reverse("people_second_factor"))
    if not identity.may(permission):
        raise PermissionDenied(permission)
    if recent_sign_in and is_person:
        # Caught by allauth, which asks again and then carries the request out.
        raise_if_reauthentication_required(request, app="gensvar")
    request.identity = identity  # type: ignore[attr-defined]
    see_as(reach(identity, permission))
    return None


def lacks_second_factor(request: HttpRequest, identity: Identity) -> bool:
    return (
        settings.REQUIRE_SECOND_FACTOR
        and identity.must_have_second_factor
        and not identity.has_second_factor
        and not request.session.get(VOUCHED)
    )


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    # A fragment cannot hold the sign-in page: the whole page goes there, and comes back.
    if getattr(request, "htmx", False):
        came_from = request.htmx.current_url_abs_path or "/"  # type: ignore[attr-defined]
        return _redirect(request, redirect_to_login(came_from)["Location"])
    return redirect_to_login(request.get_full_path())


def _redirect(request: HttpRequest, to: str) -> HttpResponse:
    if getattr(request, "htmx", False):
        return HttpResponseClientRedirect(to)
    return HttpResponseRedirect(to)
