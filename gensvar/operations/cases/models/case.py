"""The case itself: its state, its owner, its contacts, each with its past."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.lookups import Exact
from django.db.models.sql.compiler import SQLCompiler
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.contacts.models import Channel, Contact
from gensvar.operations.customers.models import Customer
from gensvar.operations.knowledge.models import Subject

if TYPE_CHECKING:
    from gensvar.operations.cases.models.beside import Tag, Tagging

    _Characters = models.CharField[str, str]
    _Exact = Exact[str]
else:
    _Characters, _Exact = models.CharField, Exact


class State(models.TextChoices):
    WAITING_FOR_US = "waiting-for-us", _("Waiting for us")
    WAITING_FOR_CUSTOMER = "waiting-for-customer", _("Waiting for the customer")
    HANDED_OVER = "handed-over", _("Handed over")
    CLOSED = "closed", _("Done")


class StateField(_Characters):
    """A state, written into the statement where it is compared with and not beside it.

    A plan that the server keeps for every parameter cannot use the indexes that hold open cases
    only, so without this the long statements of a list would be planned each time they are asked.
    """

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs


@StateField.register_lookup
class _SpelledOut(_Exact):
    def process_rhs(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Any:
        if self.rhs in State.values:
            return f"'{self.rhs}'", []
        return super().process_rhs(compiler, connection)


class NeedType(models.TextChoices):
    INFORMATION = "information", _("Information or guidance")
    APPLICATION = "application", _("New application")
    STATUS = "status", _("Status question")
    OPINION = "opinion", _("Opinion or complaint")


class CaseQuerySet(models.QuerySet["Case"]):
    def open(self) -> Self:
        """Cases that somebody still has to do something with."""
        return self.exclude(state=State.CLOSED)

    def unassigned(self) -> Self:
        """Open cases that nobody has taken."""
        return self.open().filter(agent=None)

    def of_type(self, case_type: CaseType) -> Self:
        """Cases that have a type: chosen, by their subject, or because nothing says another."""
        by_subject = models.Q(type=None, subject__case_type=case_type)
        if case_type.is_default:
            by_subject |= models.Q(type=None, subject__case_type=None, client=case_type.client_id)
        return self.filter(models.Q(type=case_type) | by_subject)


class Case(models.Model):
    """One need of one customer, from the first contact until it is done.

    `state`, `state_since`, `agent` and `group` are caches of the newest rows of `CaseState` and
    `Assignment`, for lists; those rows are the truth. `access`, kept by the database, is the list
    of the case itself, else of its subject, else of its client's protected customers.
    """

    client = models.ForeignKey(
        Client, on_delete=models.PROTECT, related_name="cases", db_index=False
    )
    number = models.CharField(max_length=12, unique=True)
    title = models.CharField(max_length=200)
    customer = models.ForeignKey(
        Customer,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="cases",
        db_index=False,
    )
    subject = models.ForeignKey(
        Subject, null=True, blank=True, on_delete=models.PROTECT, db_index=False
    )
    need_type = models.CharField(max_length=12, choices=NeedType, blank=True)
    # Chosen by somebody; else the type is that of the subject, else the client's default.
    type = models.ForeignKey(
        CaseType, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    # The stage of its type that somebody moved it to; empty: the first one of its state.
    stage = models.CharField(max_length=40, blank=True, default="", db_default="")
    channel = models.CharField(max_length=10, choices=Channel)
    language = models.CharField(max_length=5, default="sv")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    state = StateField(max_length=24, choices=State, default=State.WAITING_FOR_US)
    state_since = models.DateTimeField()
    agent = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="cases"
    )
    group = models.ForeignKey(
        Group, null=True, blank=True, on_delete=models.PROTECT, related_name="cases"
    )
    # Raised to make every code and reply address given out so far worthless.
    code_version = models.PositiveSmallIntegerField(default=1)
    # Confidential where set: whoever is not on the list does not know of the case.
    access = models.ForeignKey(
        AccessList,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="cases",
        db_index=False,  # cases_by_access does
    )
    # Who registers it just now without being on the list (0: nobody signed in), and since when.
    registrar_id = models.BigIntegerField(null=True, blank=True, editable=False)
    registrar_since = models.DateTimeField(null=True, blank=True, editable=False)
    contacts = models.ManyToManyField(Contact, through="CaseContact", related_name="cases")
    tags: "models.ManyToManyField[Tag, Tagging]" = models.ManyToManyField(
        "Tag", through="Tagging", related_name="cases"
    )

    objects = CaseQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["client", "state_since"],
                name="cases_open_by_wait",
                condition=~models.Q(state="closed"),
            ),
            models.Index(
                fields=["agent", "state_since"],
                name="cases_open_by_agent",
                condition=~models.Q(state="closed"),
            ),
            models.Index(
                fields=["group", "state_since"],
                name="cases_open_by_group",
                condition=~models.Q(state="closed"),
            ),
            # Lists over several clients; the key makes the place in a list exact, and what is
            # included lets views be counted, and policies asked, without reading the rows.
            models.Index(
                fields=["state_since", "id"],
                name="cases_open_listed",
                condition=~models.Q(state="closed"),
                include=["client", "group", "agent", "state", "access", "registrar_id"],
            ),
            models.Index(fields=["opened_at", "id"], name="cases_in_order"),
            models.Index(
                fields=["state_since", "id"],
                name="cases_unassigned",
                condition=~models.Q(state="closed") & models.Q(agent=None),
            ),
            models.Index(fields=["client", "-opened_at"], name="cases_by_opening"),
            models.Index(fields=["subject", "-opened_at"], name="cases_by_subject"),
            models.Index(fields=["customer", "-opened_at"], name="cases_by_customer"),
            models.Index(
                fields=["registrar_since"],
                name="cases_being_registered",
                condition=models.Q(registrar_id__isnull=False),
            ),
            models.Index(
                fields=["access"],
                name="cases_by_access",
                condition=models.Q(access__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def is_closed(self) -> bool:
        return self.state == State.CLOSED

    @property
    def is_confidential(self) -> bool:
        return self.access_id is not None


class CaseContact(models.Model):
    """A contact concerned this case; one call may concern two, one case many contacts."""

    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="case_contacts", db_index=False
    )
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="case_contacts")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, db_index=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "contact"], name="contact_once_per_case")
        ]


class CaseState(models.Model):
    """From this moment the case stood so, because somebody or something made it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="states", db_index=False)
    client = models.ForeignKey(Client, on_delete=models.PROTECT, db_index=False)
    state = models.CharField(max_length=24, choices=State)
    since = models.DateTimeField()
    by = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT)
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["case", "since"], name="states_by_case")]


class Assignment(models.Model):
    """From this moment the case was somebody's, or a group's, to do something with."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="assignments")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, db_index=False)
    agent = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    group = models.ForeignKey(
        Group, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    since = models.DateTimeField()
    by = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
