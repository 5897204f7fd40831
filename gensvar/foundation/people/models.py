"""Agents, the groups they work in, and the roles they have been given."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.rules import Role

ROLE_NAMES = {
    Role.AGENT: _("Agent"),
    Role.TEAM_LEAD: _("Team lead"),
    Role.MANAGER: _("Contact centre manager"),
    Role.GROUP_MEMBER: _("Answer-group member"),
    Role.DEPARTMENT_MANAGER: _("Department manager"),
    Role.CLIENT_REPRESENTATIVE: _("Client representative"),
    Role.QUALITY: _("Quality reviewer"),
    Role.PLANNER: _("Workforce planner"),
    Role.REGISTRAR: _("Registrar"),
    Role.PERFORMER: _("Performer of work orders"),
    Role.BOARD: _("Wallboard"),
    Role.DATA_PROTECTION_OFFICER: _("Data protection officer"),
    Role.AUDITOR: _("Auditor"),
    Role.ADMINISTRATOR: _("Administrator"),
    Role.SERVICE: _("Service account"),
}


# Read at every request: written out, it costs a quarter of what the ORM takes to put it together.
WITH_ACCESS = """
    SELECT agent.*,
        (SELECT coalesce(jsonb_agg(jsonb_build_array(role, client_id, since, until, department)),
                         '[]')::text
         FROM people_rolegrant WHERE agent_id = agent.id) AS grants_held,
        EXISTS (SELECT FROM mfa_authenticator
                WHERE user_id = agent.id AND type IN ('totp', 'webauthn')) AS has_second_factor
    FROM people_agent agent WHERE agent.id = %s
"""


class AgentManager(BaseUserManager["Agent"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Agent":
        agent = self.model(email=email.lower(), **fields)
        agent.set_password(password)
        agent.save(using=self._db)
        return agent

    def with_access(self, pk: int) -> "Agent | None":
        """Return an agent together with all grants and whether there is a second factor."""
        return next(iter(self.raw(WITH_ACCESS, [pk])), None)


class Agent(AbstractBaseUser):
    """Somebody (or a service account) who signs in and works."""

    # Only on an agent that was read by `with_access`.
    grants_held: str
    has_second_factor: bool

    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=5, default="sv")
    spoken_languages = models.JSONField(default=list)
    manager = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="reports"
    )
    is_service = models.BooleanField(default=False)
    # Required by the sign-in library; who ended the account, and why, stands in the record.
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = AgentManager()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_agent_per_address")]

    def __str__(self) -> str:
        return self.name

    @property
    def initials(self) -> str:
        words = self.name.split()
        return "".join(word[0] for word in (words[:1] + words[-1:] if words[1:] else words)).upper()

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0]


class RoleGrantQuerySet(models.QuerySet["RoleGrant"]):
    def in_force(self, *, at: datetime) -> Self:
        """Grants that have begun and not ended."""
        return self.filter(since__lte=at).filter(
            models.Q(until__isnull=True) | models.Q(until__gt=at)
        )


class RoleGrant(models.Model):
    """An agent may act in a role for one client (or for all), for a time."""

    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=24, choices=list(ROLE_NAMES.items()))
    client = models.ForeignKey(Client, null=True, blank=True, on_delete=models.PROTECT)
    # Of a role that sees only its own groups: every group of this department is its own, and no
    # other. Empty: the groups that the agent leads or belongs to.
    department = models.CharField(max_length=120, blank=True, default="", db_default="")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    given_by = models.ForeignKey(
        Agent, null=True, on_delete=models.PROTECT, related_name="grants_given"
    )

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["agent"], name="grants_by_agent")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(department="") | models.Q(client__isnull=False),
                name="department_is_a_clients",
            )
        ]


class AccessReview(models.Model):
    """Somebody has looked through who may do what, and says so."""

    reviewer = models.ForeignKey(Agent, on_delete=models.PROTECT)
    at = models.DateTimeField()
    remarks = models.TextField(blank=True)
    grants = models.JSONField()


class Group(models.Model):
    """People who answer together: the front desk, or an answer group in a department."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="groups")
    code = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    department = models.CharField(max_length=120, blank=True)
    is_front = models.BooleanField(default=False)
    email = models.EmailField(blank=True)
    manager = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="groups_managed"
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    members = models.ManyToManyField(Agent, through="Membership", related_name="groups")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client", "code"], name="one_group_per_code")
        ]

    def __str__(self) -> str:
        return self.code


class Membership(models.Model):
    """An agent belongs to a group, for a time."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="memberships")
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="memberships")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group", "agent"],
                condition=models.Q(until__isnull=True),
                name="one_current_membership",
            )
        ]


class SignInProviderQuerySet(models.QuerySet["SignInProvider"]):
    def offered(self) -> Self:
        """Providers whose button is on the sign-in page, in the order they were added."""
        return self.filter(ended_at=None).order_by("pk")


class SignInProvider(models.Model):
    """A sign-in done elsewhere: an organisation's own directory, or an e-ID broker."""

    class Kind(models.TextChoices):
        OIDC = "openid_connect", _("OpenID Connect")
        SAML = "saml", _("SAML")

    # None: for the agents of every client.
    client = models.ForeignKey(Client, null=True, blank=True, on_delete=models.PROTECT)
    kind = models.CharField(max_length=20, choices=Kind)
    # Part of the addresses that the provider is told, so it never changes.
    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=80)
    # What the provider calls us; only OpenID Connect asks for it.
    identifier = models.CharField(max_length=200, blank=True)
    secret_sealed = models.TextField(blank=True)
    # The secret may stand in the environment instead, under this name.
    secret_variable = models.CharField(max_length=80, blank=True)
    settings = models.JSONField(default=dict, blank=True)
    # Agents with an address in these domains are known by it; otherwise by a stored subject only.
    email_domains = models.JSONField(default=list, blank=True)
    # For providers that never say whether they have checked an address.
    vouches_for_email = models.BooleanField(default=False)
    # Two factors were asked for there, so none is asked for here.
    counts_as_second_factor = models.BooleanField(default=False)
    # Whoever comes for the first time gets an account with this role; empty: nobody does.
    first_role = models.CharField(max_length=24, blank=True, choices=list(ROLE_NAMES.items()))
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = SignInProviderQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first_role="") | models.Q(client__isnull=False),
                name="first_role_needs_client",
            )
        ]

    def __str__(self) -> str:
        return self.name


class FailedSignIn(models.Model):
    """Somebody gave the wrong password; account and address are kept as digests, for a day."""

    account = models.CharField(max_length=64)
    address = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["account", "at"], name="failures_by_account"),
            models.Index(fields=["address", "at"], name="failures_by_address"),
        ]
