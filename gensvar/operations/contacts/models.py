"""Contacts, what was said in them, and the one way out for every message."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.files.models import StoredFile
from gensvar.foundation.people.models import Agent
from gensvar.operations.customers.models import Customer


class Channel(models.TextChoices):
    PHONE = "phone", _("Phone")
    MAIL = "mail", _("E-mail")
    WEB = "web", _("Web")
    CHAT = "chat", _("Chat")
    SMS = "sms", _("Text message")
    LETTER = "letter", _("Letter")
    FAX = "fax", _("Fax")
    VISIT = "visit", _("Visit")
    SOCIAL = "social", _("Social media")


class Direction(models.TextChoices):
    IN = "in", _("Incoming")
    OUT = "out", _("Outgoing")
    # From one of our own, who is no customer: counted apart from all others.
    OWN = "own", _("Internal")


class Contact(models.Model):
    """One touch with a customer in one channel, started by them (in) or by us (out)."""

    client = models.ForeignKey(
        Client, on_delete=models.PROTECT, related_name="contacts", db_index=False
    )
    channel = models.CharField(max_length=10, choices=Channel)
    direction = models.CharField(max_length=3, choices=Direction)
    customer = models.ForeignKey(
        Customer,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="contacts",
        db_index=False,
    )
    agent = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT)
    language = models.CharField(max_length=5, default="sv")
    started_at = models.DateTimeField()
    # Of a call whose wait was measured: when a person answered, and when it was over.
    answered_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    summary = models.TextField(blank=True)
    # The database asks about secrecy only where this is set; it is never taken back.
    secret = models.BooleanField(default=False, db_default=False, editable=False)

    class Meta:
        indexes = [
            models.Index(fields=["client", "channel", "-started_at"], name="contacts_by_channel"),
            models.Index(fields=["customer", "-started_at"], name="contacts_by_customer"),
        ]


class NoCase(models.Model):
    """Somebody said why a contact became no case; one that concerns a case counts by that."""

    class Reason(models.TextChoices):
        WRONG_NUMBER = "wrong-number", _("Wrong number")
        HUNG_UP = "hung-up", _("Hung up before saying what it was about")
        SILENT = "silent", _("Silent line")
        INTERNAL = "internal", _("Internal, from a colleague")
        SPAM = "spam", _("Advertising or spam")
        TEST = "test", _("A test")
        OTHER = "other", _("Something else")

    contact = models.OneToOneField(Contact, on_delete=models.CASCADE, related_name="no_case")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, db_index=False)
    reason = models.CharField(max_length=12, choices=Reason)
    # For colleagues; needed where the reason is another.
    words = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class MessageQuerySet(models.QuerySet["Message"]):
    def with_message_id(self, *message_ids: str) -> Self:
        """Mails that carry one of these Message-IDs, newest first."""
        return self.filter(message_id__in=message_ids).order_by("-pk")


class Message(models.Model):
    """Words that passed in a contact. What was said is never edited."""

    class Automatic(models.TextChoices):
        NO = "", _("Written by a person")
        REPLY = "auto-reply", _("Automatic reply")
        OUT_OF_OFFICE = "out-of-office", _("Out of office")
        BOUNCE = "bounce", _("Could not be delivered")
        OWN = "own-notification", _("Our own notification")
        LIST = "list", _("Mailing list")

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="messages")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    direction = models.CharField(max_length=3, choices=Direction)
    at = models.DateTimeField()
    author = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT)
    sender_name = models.CharField(max_length=320, blank=True)
    sender_address = models.CharField(max_length=320, blank=True)
    recipients = models.JSONField(default=list)
    copies = models.JSONField(default=list)
    subject = models.TextField(blank=True)
    text = models.TextField(blank=True)
    quoted = models.TextField(blank=True)
    signature = models.TextField(blank=True)
    html = models.TextField(blank=True)
    automatic = models.CharField(max_length=20, choices=Automatic, blank=True)
    # What was wrong with it, in words for the agent.
    problems = models.JSONField(default=list)
    message_id = models.CharField(max_length=998, blank=True)
    in_reply_to = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL)
    raw = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="raw_of"
    )

    objects = MessageQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["message_id"],
                name="messages_by_message_id",
                condition=~models.Q(message_id=""),
            ),
            models.Index(fields=["contact", "at"], name="messages_by_contact"),
        ]


class MessageFile(models.Model):
    """A file that came or went with a message, under the name it was given."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="files")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT)
    name = models.CharField(max_length=255)
    declared_type = models.CharField(max_length=120, blank=True)
    content_id = models.CharField(max_length=255, blank=True)
    is_inline = models.BooleanField(default=False)
    # The bytes are of another kind than the name and the sender say.
    is_mislabelled = models.BooleanField(default=False)


class Outgoing(models.Model):
    """A message on its way out: to whom, not before when, and how it stands.

    `state` is a cache of the newest `OutgoingStep`, for queues and lists.
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("Waiting to be sent")
        LEAVING = "leaving", _("Being sent")
        CANCELLED = "cancelled", _("Withdrawn before it left")
        SENT = "sent", _("Sent")
        DELIVERED = "delivered", _("Delivered")
        FAILED = "failed", _("Could not be sent")
        BOUNCED = "bounced", _("Came back")
        SUPPRESSED = "suppressed", _("Not sent: the address has bounced")

    # Not yet handed over: waiting, or in the hands of a sender.
    ON_THEIR_WAY = (State.QUEUED, State.LEAVING)

    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="outgoing")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    channel = models.CharField(max_length=10, choices=Channel)
    # What it is for: answer, receipt, hand-over, code …; receipts never stop an answer clock.
    purpose = models.CharField(max_length=20)
    is_automatic = models.BooleanField(default=False)
    # Nobody sends it before this; while it is being sent, nobody else takes it before this.
    not_before = models.DateTimeField()
    state = models.CharField(max_length=12, choices=State, default=State.QUEUED)
    # Unguessable part of the reply address, so that an answer finds its case.
    reply_tag = models.CharField(max_length=64, blank=True)
    # How the receiving side knows it: the Message-ID of a mail, the id of a text message.
    provider_id = models.CharField(max_length=998, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["not_before"],
                name="outgoing_on_their_way",
                condition=models.Q(state__in=["queued", "leaving"]),
            )
        ]


class OutgoingStep(models.Model):
    """Something that happened to an outgoing message on its way."""

    outgoing = models.ForeignKey(Outgoing, on_delete=models.CASCADE, related_name="steps")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    state = models.CharField(max_length=12, choices=Outgoing.State)
    at = models.DateTimeField()
    detail = models.TextField(blank=True)


class Suppression(models.Model):
    """An address that mail no longer goes to, since it bounced for good."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    address = models.CharField(max_length=320)
    since = models.DateTimeField()
    because = models.TextField(blank=True)
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "address"],
                condition=models.Q(lifted_at__isnull=True),
                name="suppressed_once",
            )
        ]


class OptOut(models.Model):
    """A number that has said STOP: text messages from this client do not go to it."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    number = models.CharField(max_length=20)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "number"],
                condition=models.Q(ended_at__isnull=True),
                name="opted_out_once",
            )
        ]


class Purpose(models.TextChoices):
    """What we call somebody for."""

    CASE = "case", _("Their case")
    PROMISED = "promised", _("A call that we have promised")
    INFORMATION = "information", _("Public information")
    SURVEY = "survey", _("A question about how it went")
    SALE = "sale", _("A sale or fund-raising")


class TransferReason(models.TextChoices):
    """What makes it right to transfer a call, where a case would be the usual way (SKE-04)."""

    EMERGENCY = "emergency", _("Danger, or something that cannot wait")
    CRISIS = "crisis", _("The customer is in a crisis")
    BOOKED = "booked", _("Agreed with them beforehand")
    BY_NAME = "by-name", _("Asked for somebody by name")


class CallBlock(models.Model):
    """Somebody who has asked not to be called: at this number, and as this customer at any.

    Without a purpose they are not called at all.
    """

    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    customer = models.ForeignKey(
        Customer, null=True, blank=True, on_delete=models.PROTECT, related_name="call_blocks"
    )
    number = models.CharField(max_length=20, blank=True)
    purpose = models.CharField(max_length=12, choices=Purpose, blank=True)
    since = models.DateTimeField()
    by = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "customer", "number", "purpose"],
                condition=models.Q(ended_at=None),
                name="blocked_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=models.Q(customer__isnull=False) | ~models.Q(number=""),
                name="blocks_somebody",
            ),
        ]
        indexes = [
            models.Index(
                fields=["client", "number"],
                condition=models.Q(ended_at=None),
                name="blocks_by_number",
            )
        ]


class Errand(models.Model):
    """What a call of ours was for, and when that was said to whoever answered."""

    contact = models.OneToOneField(
        Contact, primary_key=True, on_delete=models.CASCADE, related_name="errand"
    )
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    purpose = models.CharField(max_length=12, choices=Purpose)
    # The customer has asked to be called at this time.
    is_asked_for = models.BooleanField(default=False)
    said_at = models.DateTimeField(null=True, blank=True)
    # Of what day the block register was that was asked; nothing: the purpose needs none.
    register_on = models.DateField(null=True, blank=True)


class BlockRegister(models.Model):
    """A national register of those who want no sales calls, as it was on a day, brought in."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+", db_index=False)
    version_on = models.DateField()
    numbers = models.PositiveIntegerField()
    # Numbers are kept as digests that begin with this: a list that is lost is not read at a glance.
    salt = models.CharField(max_length=32)
    by = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["client", "-id"], name="block_registers_by_client")]


class RegisteredNumber(models.Model):
    """A number in the block register that is in use; those of older ones are deleted."""

    register = models.ForeignKey(
        BlockRegister, on_delete=models.CASCADE, related_name="registered", db_index=False
    )
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+", db_index=False)
    digest = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["register", "digest"], name="registered_once")
        ]


class VolumeBefore(models.Model):
    """Counted or asked elsewhere, known only as a sum: an imported aggregate, marked as such."""

    class About(models.TextChoices):
        VOLUME = "volume", _("Contacts before")
        EXPERIENCE = "experience", _("What customers say")

    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    about = models.CharField(
        max_length=12, choices=About, default=About.VOLUME, db_default=About.VOLUME
    )
    label = models.CharField(max_length=120)
    week_from = models.DateField(null=True, blank=True)
    count = models.PositiveIntegerField(null=True, blank=True)
    share = models.DecimalField(max_digits=7, decimal_places=4, null=True, blank=True)
    is_approximate = models.BooleanField(default=False)
    # How many answered, where somebody was asked; none: the source does not say.
    respondents = models.PositiveIntegerField(null=True, blank=True)
    source = models.CharField(max_length=200)
    imported_at = models.DateTimeField()
