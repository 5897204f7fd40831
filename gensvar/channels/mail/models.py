"""Mailboxes, what has arrived in them, and what keeps automatic mail from going round."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.files.models import StoredFile
from gensvar.foundation.people.models import Group
from gensvar.operations.cases.models import Case, HandOver
from gensvar.operations.contacts.models import Contact, Outgoing
from gensvar.operations.knowledge.models import Subject


class Mailbox(models.Model):
    """An address at which a client receives and from which it answers."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="mailboxes")
    address = models.EmailField(max_length=254)
    # The name before the address in what we send; empty: the client's public name.
    name = models.CharField(max_length=120, blank=True)
    group = models.ForeignKey(
        Group, null=True, blank=True, on_delete=models.PROTECT, related_name="mailboxes"
    )
    subject = models.ForeignKey(Subject, null=True, blank=True, on_delete=models.PROTECT)
    sends_receipts = models.BooleanField(default=True)
    # Mail to name+anything@… reaches this mailbox, so answers may carry an unguessable tag.
    takes_tags = models.BooleanField(default=True)
    is_paused = models.BooleanField(default=False)
    # Longer than this without mail raises an alarm; empty: never.
    usual_gap = models.DurationField(null=True, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("address"), name="one_mailbox_per_address")]

    def __str__(self) -> str:
        return self.address

    @property
    def shown_name(self) -> str:
        return self.name or self.client.public_name

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]


class Pickup(models.Model):
    """Where a mailbox's mail is fetched by IMAP, and how we are let in."""

    class Security(models.TextChoices):
        TLS = "tls", _("Encrypted from the start (TLS)")
        STARTTLS = "starttls", _("Encrypted after a greeting (STARTTLS)")
        PLAIN = "plain", _("Not encrypted")

    class SignIn(models.TextChoices):
        PASSWORD = "password", _("Password")
        OAUTH = "oauth", _("OAuth 2")

    class Afterwards(models.TextChoices):
        KEEP = "keep", _("Leave it")
        MOVE = "move", _("Move it to another folder")
        DELETE = "delete", _("Delete it")

    mailbox = models.OneToOneField(Mailbox, on_delete=models.CASCADE, related_name="pickup")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    host = models.CharField(max_length=255)
    port = models.PositiveIntegerField(default=993)
    security = models.CharField(max_length=10, choices=Security, default=Security.TLS)
    # Off only for a server of one's own whose certificate nobody has signed.
    is_certificate_checked = models.BooleanField(default=True)
    user = models.CharField(max_length=254)
    sign_in = models.CharField(max_length=10, choices=SignIn, default=SignIn.PASSWORD)
    # A password, or with OAuth the client secret; sealed with a key of the vault.
    secret_sealed = models.TextField(blank=True)
    token_endpoint = models.URLField(max_length=500, blank=True)
    oauth_client_id = models.CharField(max_length=255, blank=True)
    oauth_scope = models.CharField(max_length=500, blank=True)
    # Without one, we sign in as the application itself (client credentials).
    refresh_token_sealed = models.TextField(blank=True)
    folder = models.CharField(max_length=255, default="INBOX")
    afterwards = models.CharField(max_length=10, choices=Afterwards, default=Afterwards.KEEP)
    moved_to = models.CharField(max_length=255, blank=True)
    # Mail that reached the mailbox before this day is left alone.
    since = models.DateField()
    succeeded_at = models.DateTimeField(null=True, blank=True)
    failing_since = models.DateTimeField(null=True, blank=True)
    problem = models.TextField(blank=True)


class RawMailQuerySet(models.QuerySet["RawMail"]):
    def due(self, *, at: datetime) -> Self:
        """Mails that wait to be read and that nobody is reading, oldest first."""
        return self.filter(state=RawMail.State.WAITING, not_before__lte=at).order_by("pk")

    def to_put_away(self) -> Self:
        """Mails that have been dealt with but whose bytes still lie in the database."""
        return self.exclude(state=RawMail.State.WAITING).exclude(content=None).order_by("pk")


class RawMail(models.Model):
    """A mail as it arrived, committed before the sender was told that we have it.

    The bytes lie here until the mail has been read, then in the encrypted vault.
    """

    class How(models.TextChoices):
        SMTP = "smtp", "SMTP"
        LMTP = "lmtp", "LMTP"
        IMAP = "imap", "IMAP"

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting to be read")
        READ = "read", _("Read")
        UNREADABLE = "unreadable", _("Could not be read")
        DUPLICATE = "duplicate", _("The same mail once more")
        OWN = "own", _("Our own mail come back")
        REPORT = "report", _("Report on a mail we sent")

    mailbox = models.ForeignKey(Mailbox, on_delete=models.PROTECT, related_name="raw_mails")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    how = models.CharField(max_length=4, choices=How)
    envelope_from = models.CharField(max_length=320, blank=True)
    envelope_to = models.JSONField(default=list)
    content = models.BinaryField(null=True)
    stored = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT)
    size = models.PositiveIntegerField()
    received_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    # While a reader has it, or after a failed attempt, nobody else takes it before this.
    not_before = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.TextField(blank=True)
    # What several deliveries of the same mail have in common (`rules.identity`).
    identity = models.CharField(max_length=64, blank=True)
    message_id = models.CharField(max_length=998, blank=True)
    uid_validity = models.BigIntegerField(null=True, blank=True)
    uid = models.BigIntegerField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    # A new question from a person: a receipt is still to be written.
    owes_receipt = models.BooleanField(default=False)
    contact = models.ForeignKey(
        Contact,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="raw_mails",
        db_index=False,
    )

    objects = RawMailQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mailbox", "uid_validity", "uid"],
                condition=models.Q(uid__isnull=False),
                name="fetched_once",
            ),
            models.UniqueConstraint(
                fields=["mailbox", "identity"],
                condition=models.Q(state="read") & ~models.Q(identity=""),
                name="read_once",
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"], name="rawmail_waiting", condition=models.Q(state="waiting")
            ),
            models.Index(
                fields=["id"],
                name="rawmail_to_put_away",
                condition=~models.Q(state="waiting") & models.Q(content__isnull=False),
            ),
            models.Index(
                fields=["message_id"],
                name="rawmail_waiting_by_id",
                condition=models.Q(state="waiting"),
            ),
            models.Index(
                fields=["mailbox", "identity"],
                name="rawmail_by_identity",
                condition=~models.Q(identity=""),
            ),
            models.Index(fields=["mailbox", "-received_at"], name="rawmail_by_arrival"),
            models.Index(
                fields=["id"], name="rawmail_owing", condition=models.Q(owes_receipt=True)
            ),
            models.Index(
                fields=["contact"],
                name="rawmail_by_contact",
                condition=models.Q(contact__isnull=False),
            ),
        ]


class AutomaticMail(models.Model):
    """We wrote to this address by ourselves; too many in an hour and we stop."""

    # A digest: counting needs no address in clear.
    address = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["address", "at"], name="automatic_mail_by_address")]


class GroupTold(models.Model):
    """An answer group has been told by mail of a hand-over; once."""

    hand_over = models.OneToOneField(HandOver, on_delete=models.CASCADE, related_name="told")
    outgoing = models.ForeignKey(Outgoing, on_delete=models.CASCADE)
    client = models.ForeignKey(Client, on_delete=models.PROTECT)


class StaffTold(models.Model):
    """Our own people have been told by mail of one event in a case; once."""

    record_id = models.BigIntegerField(unique=True)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)


class Silence(models.Model):
    """Nothing came to a mailbox for longer than usual, counted from its last mail."""

    mailbox = models.ForeignKey(Mailbox, on_delete=models.CASCADE, related_name="silences")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    since = models.DateTimeField()
    noticed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["mailbox", "since"], name="one_alarm_per_silence")
        ]


class SinkMail(models.Model):
    """A mail that the demo sent: it ends here and never leaves the machine."""

    at = models.DateTimeField()
    sender = models.CharField(max_length=320, blank=True)
    recipients = models.JSONField(default=list)
    content = models.BinaryField()
