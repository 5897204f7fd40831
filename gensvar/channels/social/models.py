"""Accounts in social networks, the posts that came from them, and how each came."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Contact
from gensvar.operations.knowledge.models import Subject


class Account(models.Model):
    """Where a client is written to in public: its account in a network."""

    class Network(models.TextChoices):
        MASTODON = "mastodon", "Mastodon"
        FACEBOOK = "facebook", "Facebook"
        INSTAGRAM = "instagram", "Instagram"
        LINKEDIN = "linkedin", "LinkedIn"
        X = "x", "X"
        YOUTUBE = "youtube", "YouTube"
        OTHER = "other", _("Another network")

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="social_accounts")
    network = models.CharField(max_length=10, choices=Network)
    # As people see it, such as @exempelby@social.example.
    handle = models.CharField(max_length=200)
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT)
    subject = models.ForeignKey(Subject, null=True, blank=True, on_delete=models.PROTECT)
    # How long a post is kept, from when it was written.
    keep_days = models.PositiveIntegerField(default=730)
    # Signs what programs tell us of it; sealed with a key of the vault.
    secret_sealed = models.TextField()
    is_paused = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "network", "handle"], name="one_account_per_handle"
            )
        ]

    def __str__(self) -> str:
        return self.handle


class Connection(models.Model):
    """We read what is written to an account, and reply, by its network's own door for programs."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="connection")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    server = models.CharField(max_length=300)
    # Lets us in; sealed with a key of the vault.
    token_sealed = models.TextField()
    most_letters = models.PositiveIntegerField(default=500)
    # The network's own mark of the newest that we have; empty until we have looked once.
    cursor = models.CharField(max_length=200, blank=True)
    not_before = models.DateTimeField()
    succeeded_at = models.DateTimeField(null=True, blank=True)
    failing_since = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveIntegerField(default=0)
    problem = models.TextField(blank=True)


class Intake(models.Model):
    """Posts came in, once and together: from a table, by a call, or fetched."""

    class Way(models.TextChoices):
        TABLE = "table", _("Table")
        CALL = "call", _("Signed call")
        FETCHED = "fetched", _("Fetched")

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="intakes")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=7, choices=Way)
    at = models.DateTimeField()
    by = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    taken = models.PositiveIntegerField()
    # Posts that were here already, and were left as they are.
    known = models.PositiveIntegerField()


class Post(models.Model):
    """What somebody wrote to us in a network: where it stands, and until when it is kept."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="posts")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    intake = models.ForeignKey(Intake, on_delete=models.PROTECT, related_name="posts")
    # How its network knows it; the link where the network says no more.
    external_id = models.CharField(max_length=200)
    url = models.TextField()
    author = models.CharField(max_length=200, blank=True)
    handle = models.CharField(max_length=200, blank=True)
    posted_at = models.DateTimeField()
    # Written to us alone: answered so, and not quoted in a title.
    is_private = models.BooleanField(default=False)
    # Who may read it, as its network says; empty where we did not fetch it ourselves.
    visibility = models.CharField(max_length=10, blank=True, default="", db_default="")
    keep_until = models.DateField()
    contact = models.OneToOneField(Contact, on_delete=models.PROTECT, related_name="post")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="posts")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "external_id"], name="taken_in_once")
        ]
        indexes = [
            models.Index(fields=["client", "-posted_at"], name="posts_by_time"),
            models.Index(fields=["keep_until"], name="posts_by_end"),
        ]
