"""Open and end accounts, give and take roles, fill groups, review who may do what."""

from datetime import datetime
from typing import Any

from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.departments import check_department
from gensvar.foundation.people.events import (
    AccessReviewed,
    AccountChanged,
    AccountEnded,
    AccountOpened,
    PutInGroup,
    RoleGiven,
    RoleTaken,
    SecondFactorTakenAway,
    SignInLinked,
    TakenOutOfGroup,
)
from gensvar.foundation.people.models import (
    AccessReview,
    Agent,
    Group,
    Membership,
    RoleGrant,
    SignInProvider,
)
from gensvar.foundation.people.queries import access_list
from gensvar.foundation.people.rules import MUST_END, Role
from gensvar.foundation.refusals import Refused


class NoSuchAddress(Refused):
    message = _("“%(email)s” is not a mail address. Write it as name@example.org.")


class NameMissing(Refused):
    message = _("Write the person's name.")


class TooLong(Refused):
    message = _("“%(start)s …” is too long: at most %(most)s characters fit.")


class AddressTaken(Refused):
    message = _("There is already an account with the address %(email)s.")


class AccountHasEnded(Refused):
    message = _("The account of %(name)s has ended.")


class OwnAccount(Refused):
    message = _("You cannot end your own account. Ask another administrator.")


class OwnRole(Refused):
    message = _("You cannot give yourself a role. Ask another administrator.")


class LastAdministrator(Refused):
    message = _(
        "%(name)s is the only administrator. Give somebody else the role first, "
        "or nobody can run the system."
    )


class EndMissing(Refused):
    message = _("The role %(role)s is for a time only: say when it ends.")


class EndsBeforeItBegins(Refused):
    message = _("A role cannot end before it begins.")


class AlreadyHasRole(Refused):
    message = _("%(name)s already has that role there.")


class RoleAlreadyTaken(Refused):
    message = _("That role has already ended.")


class ServiceRoleOnly(Refused):
    message = _("Only service accounts have the role of a service account.")


class GroupClosed(Refused):
    message = _("The group %(group)s is closed.")


class AlreadyInGroup(Refused):
    message = _("%(name)s is already in %(group)s.")


class NotInGroup(Refused):
    message = _("%(name)s is not in %(group)s.")


class SubjectTaken(Refused):
    message = _("That identity already belongs to another account.")


@transaction.atomic
def create_agent(
    email: str,
    *,
    name: str,
    by: Agent | None,
    at: datetime,
    title: str = "",
    phone: str = "",
    language: str = "sv",
    manager: Agent | None = None,
) -> Agent:
    """Open an account without a password; its owner chooses one by a link (`password_link`)."""
    email, name = email.strip().lower(), " ".join(name.split())
    if not name:
        raise NameMissing
    _check_address(email)
    for words, most in ((name, 120), (title, 120), (phone, 40)):
        if len(words) > most:
            raise TooLong(start=words[:20], most=most)
    try:
        with transaction.atomic():
            agent = Agent.objects.create_user(
                email,
                name=name,
                title=title,
                phone=phone,
                language=language,
                manager=manager,
                created_at=at,
            )
    except IntegrityError:
        raise AddressTaken(email=email) from None
    announce(AccountOpened(agent_id=by.pk if by else None, whom_id=agent.pk), at=at)
    return agent


def _check_address(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError:
        raise NoSuchAddress(email=email) from None
    if len(email) > 254:  # RFC 5321, 4.5.3.1.3: a path has at most 256 octets, with its brackets
        raise TooLong(start=email[:20], most=254)
    if Agent.objects.filter(email=email).exists():
        raise AddressTaken(email=email)


@transaction.atomic
def change_account(agent: Agent, *, by: Agent, at: datetime, **settings: Any) -> None:
    """Change name, title, telephone, language or nearest manager; the address stays."""
    agent = _locked(agent)
    if not agent.is_active:
        raise AccountHasEnded(name=agent.name)
    changed = [key for key, value in settings.items() if getattr(agent, key) != value]
    for key in changed:
        setattr(agent, key, settings[key])
    if not agent.name.strip():
        raise NameMissing
    if changed:
        agent.save(update_fields=changed)
        announce(AccountChanged(agent_id=by.pk, whom_id=agent.pk, fields=tuple(changed)), at=at)


@transaction.atomic
def end_account(agent: Agent, *, by: Agent, at: datetime) -> None:
    """End an account for good: its roles and memberships end, and every session with it."""
    agent = _locked(agent)
    if agent.pk == by.pk:
        raise OwnAccount
    if not agent.is_active:
        raise AccountHasEnded(name=agent.name)
    for grant in RoleGrant.objects.in_force(at=at).filter(agent=agent):
        take_role(grant, by=by, at=at)
    # Roles that would have begun later never do.
    RoleGrant.objects.filter(agent=agent, since__gt=at).delete()
    for membership in Membership.objects.filter(agent=agent, until=None).select_related("group"):
        take_out_of_group(agent, group=membership.group, by=by, at=at)
    agent.is_active = False
    agent.set_unusable_password()
    agent.save(update_fields=["is_active", "password"])
    end_sessions(agent)
    announce(AccountEnded(agent_id=by.pk, whom_id=agent.pk), at=at)


def end_sessions(agent: Agent) -> None:
    """Sign an agent out everywhere, at once."""
    from allauth.usersessions.models import UserSession

    sessions = UserSession.objects.filter(user=agent)
    Session.objects.filter(session_key__in=sessions.values("session_key")).delete()
    sessions.delete()


@transaction.atomic
def take_second_factors(agent: Agent, *, by: Agent, at: datetime) -> None:
    """Let somebody who has lost phone and keys start anew, signed out everywhere."""
    from allauth.mfa.models import Authenticator

    agent = _locked(agent)
    Authenticator.objects.filter(user=agent).delete()
    end_sessions(agent)
    announce(SecondFactorTakenAway(agent_id=by.pk, whom_id=agent.pk), at=at)


@transaction.atomic
def give_role(
    agent: Agent,
    *,
    role: Role,
    client: Client | None,
    by: Agent | None,
    at: datetime,
    since: datetime | None = None,
    until: datetime | None = None,
    department: str = "",
) -> RoleGrant:
    """Let an agent act in a role for one client (None: for all), from now or a later day.

    With a department, a role that sees only its own groups sees every group of it, and no other.
    """
    agent, since = _locked(agent), since or at
    _check_role(agent, role=role, by=by, since=since, until=until)
    check_department(role, client, department)
    held = RoleGrant.objects.filter(agent=agent, role=role, client=client, department=department)
    for other in held:
        if (other.until is None or other.until > since) and (until is None or other.since < until):
            raise AlreadyHasRole(name=agent.name)
    grant = RoleGrant.objects.create(
        agent=agent,
        role=role,
        client=client,
        department=department,
        since=since,
        until=until,
        given_by=by,
    )
    announce(
        RoleGiven(
            agent_id=by.pk if by else None,
            whom_id=agent.pk,
            client_id=grant.client_id,
            grant_id=grant.pk,
            role=role,
            department=department,
        ),
        at=at,
    )
    return grant


def _check_role(
    agent: Agent, *, role: Role, by: Agent | None, since: datetime, until: datetime | None
) -> None:
    if not agent.is_active:
        raise AccountHasEnded(name=agent.name)
    if by is not None and by.pk == agent.pk:
        raise OwnRole
    if agent.is_service != (role == Role.SERVICE):
        raise ServiceRoleOnly
    if role in MUST_END and until is None:
        raise EndMissing(role=role_name(role))
    if until is not None and until <= since:
        raise EndsBeforeItBegins


@transaction.atomic
def take_role(grant: RoleGrant, *, by: Agent, at: datetime) -> None:
    """End a role now; one that has not begun never does."""
    grant = RoleGrant.objects.select_for_update(of=("self",)).get(pk=grant.pk)
    if grant.until is not None and grant.until <= at:
        raise RoleAlreadyTaken
    if grant.role == Role.ADMINISTRATOR and not _other_administrators(grant, at=at):
        raise LastAdministrator(name=grant.agent.name)
    grant.until = max(at, grant.since)
    grant.save(update_fields=["until"])
    announce(
        RoleTaken(
            agent_id=by.pk,
            whom_id=grant.agent_id,
            client_id=grant.client_id,
            grant_id=grant.pk,
            role=grant.role,
        ),
        at=at,
    )


def _other_administrators(grant: RoleGrant, *, at: datetime) -> bool:
    # All are locked, in order, so that the last two cannot take each other's role at once.
    administrators = (
        RoleGrant.objects.in_force(at=at)
        .filter(role=Role.ADMINISTRATOR, until=None, client=None, agent__is_active=True)
        .order_by("pk")
        .select_for_update(of=("self",))
    )
    return any(other.agent_id != grant.agent_id for other in administrators)


@transaction.atomic
def put_in_group(agent: Agent, *, group: Group, by: Agent, at: datetime) -> Membership:
    agent = _locked(agent)
    if not agent.is_active:
        raise AccountHasEnded(name=agent.name)
    if group.closed_at is not None and group.closed_at <= at:
        raise GroupClosed(group=group.name)
    membership, is_new = Membership.objects.get_or_create(
        agent=agent, group=group, until=None, defaults={"since": at}
    )
    if not is_new:
        raise AlreadyInGroup(name=agent.name, group=group.name)
    announce(
        PutInGroup(agent_id=by.pk, whom_id=agent.pk, client_id=group.client_id, group_id=group.pk),
        at=at,
    )
    return membership


@transaction.atomic
def take_out_of_group(agent: Agent, *, group: Group, by: Agent, at: datetime) -> None:
    if not Membership.objects.filter(agent=agent, group=group, until=None).update(until=at):
        raise NotInGroup(name=agent.name, group=group.name)
    announce(
        TakenOutOfGroup(
            agent_id=by.pk, whom_id=agent.pk, client_id=group.client_id, group_id=group.pk
        ),
        at=at,
    )


@transaction.atomic
def link_subject(
    agent: Agent, *, provider: SignInProvider, subject: str, by: Agent | None, at: datetime
) -> None:
    """Know an agent by the name that a sign-in provider has for them, from now on."""
    from allauth.socialaccount.models import SocialAccount

    link, is_new = SocialAccount.objects.get_or_create(
        provider=provider.slug, uid=subject, defaults={"user": agent}
    )
    if link.user_id != agent.pk:
        raise SubjectTaken
    if is_new:
        announce(
            SignInLinked(agent_id=by.pk if by else None, whom_id=agent.pk, provider_id=provider.pk),
            at=at,
        )


@transaction.atomic
def review_access(*, by: Agent, at: datetime, remarks: str = "") -> AccessReview:
    """Say that the list of who may do what has been looked through, and keep it as it was."""
    review = AccessReview.objects.create(
        reviewer=by,
        at=at,
        remarks=remarks.strip(),
        grants=[line.kept() for line in access_list(at=at)],
    )
    announce(AccessReviewed(agent_id=by.pk, review_id=review.pk), at=at)
    return review


def role_name(role: Role) -> str:
    from gensvar.foundation.people.models import ROLE_NAMES

    return str(ROLE_NAMES[role])


def _locked(agent: Agent) -> Agent:
    return Agent.objects.select_for_update(of=("self",)).get(pk=agent.pk)
