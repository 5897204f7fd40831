"""What a client has decided about chat, the chats there have been, and their lines."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Contact, Message


class ChatSettings(models.Model):
    """Whether a client chats, on which sites, and how it greets."""

    client = models.OneToOneField(
        Client, primary_key=True, on_delete=models.PROTECT, related_name="chat_settings"
    )
    is_on = models.BooleanField(default=False)
    # Sites that may carry the widget, as browsers name them: https://www.exempelby.se
    sites = models.JSONField(default=list)
    greeting = models.CharField(max_length=400, blank=True)
    greeting_en = models.CharField(max_length=400, blank=True)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"chat of {self.client_id}"


class ChatQuerySet(models.QuerySet["Chat"]):
    def going_on(self) -> Self:
        return self.filter(ended_at=None)


class Chat(models.Model):
    """A customer chats with us, or has left a message where nobody could.

    The chat is the contact; here is only what a live talk needs beside it.
    """

    class EndedBy(models.TextChoices):
        CUSTOMER = "customer", _("The customer")
        AGENT = "agent", _("An agent")
        # Nothing was heard of their browser.
        LOST = "lost", _("The connection")
        # They asked to be answered in another way.
        SWITCHED = "switched", _("Another way was chosen")
        # It was a message from the beginning, such as outside opening hours.
        LEFT = "left", _("A message was left")

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="chats")
    contact = models.OneToOneField(Contact, on_delete=models.PROTECT, related_name="chat")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="chats")
    # What is kept of the key that the customer's browser has.
    digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    language = models.CharField(max_length=5)
    name = models.CharField(max_length=120, blank=True)
    heard_at = models.DateTimeField()
    gone_at = models.DateTimeField(null=True, blank=True)
    # When each side last wrote something that is not sent yet.
    typing_at = models.DateTimeField(null=True, blank=True)
    we_typed_at = models.DateTimeField(null=True, blank=True)
    # The latest message that each side has seen.
    read_upto = models.BigIntegerField(default=0)
    we_read_upto = models.BigIntegerField(default=0)
    # Where the customer wants a copy, and how many have been sent.
    copy_to = models.CharField(max_length=320, blank=True)
    copies_sent = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=8, blank=True, choices=EndedBy)

    objects = ChatQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None) ^ ~Q(ended_by=""), name="chat_ended_by_somebody"
            )
        ]
        indexes = [
            models.Index(
                fields=["heard_at"], name="chats_going_on", condition=Q(ended_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"chat {self.pk}"


class ChatLine(models.Model):
    """A message in a chat, known by the mark that its sender gave it: sent twice it is one."""

    chat = models.ForeignKey(Chat, on_delete=models.CASCADE, related_name="lines", db_index=False)
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="chat_line")
    mark = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chat", "mark"], name="chat_line_said_once")]

    def __str__(self) -> str:
        return f"line of chat {self.chat_id}"
