"""Articles and checklists: who answers for them, their versions, and the words of each."""

from datetime import date
from typing import Self

from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.knowledge.models.catalogue import Subject


class Language(models.TextChoices):
    SWEDISH = "sv", _("Swedish")
    ENGLISH = "en", _("English")


class Form(models.TextChoices):
    """The ways in which the same answer is given."""

    TEXT = "text", _("Text")
    EASY = "easy", _("Easy Swedish")
    SPOKEN = "spoken", _("To say on the phone")
    PDF = "pdf", _("PDF")
    SIGN = "sign", _("Sign language")


class ArticleQuerySet(models.QuerySet["Article"]):
    def published(self) -> Self:
        """Articles with a version that may be answered with."""
        return self.filter(published__isnull=False)

    def overdue(self, *, on: date) -> Self:
        """Published articles that should have been reviewed before this day."""
        return self.published().filter(review_on__lt=on)


class Article(models.Model):
    """An approved answer, or the steps to one; somebody answers for that it is right.

    `title`, `review_on` and `words` are caches of the published version, for lists and searching;
    before the first approval the title is that of the draft.
    """

    class Kind(models.TextChoices):
        ANSWER = "answer", _("Answer")
        CHECKLIST = "checklist", _("Checklist")

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="articles")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.ANSWER)
    title = models.CharField(max_length=200)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="articles")
    owner = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="articles_owned")
    approver = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="articles_to_approve"
    )
    is_public = models.BooleanField(default=False)
    subjects: "models.ManyToManyField[Subject, AboutSubject]" = models.ManyToManyField(
        Subject, through="AboutSubject", related_name="articles"
    )
    published = models.ForeignKey(
        "Version", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    review_on = models.DateField(null=True, blank=True)
    words = SearchVectorField(null=True)
    created_at = models.DateTimeField()

    objects = ArticleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client", "number"], name="one_article_per_number")
        ]
        indexes = [
            models.Index(
                fields=["review_on"],
                name="articles_by_review",
                condition=Q(published__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        return f"ART-{self.number}"

    @property
    def is_checklist(self) -> bool:
        return self.kind == self.Kind.CHECKLIST

    def is_overdue(self, *, on: date) -> bool:
        return self.published_id is not None and self.review_on is not None and self.review_on < on


class AboutSubject(models.Model):
    """The article answers questions about this subject."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="about")
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="+")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "subject"], name="subject_once_per_article")
        ]


class Version(models.Model):
    """What the article said from one approval to the next. Its words never change once approved."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        SUBMITTED = "submitted", _("For approval")
        APPROVED = "approved", _("Approved")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="versions")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    author = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    review_on = models.DateField()
    what_is_new = models.CharField(max_length=300, blank=True)
    # The version before this one was wrong, and what about it; whoever got it should be told.
    corrects = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrections"
    )
    what_was_wrong = models.CharField(max_length=500, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    sent_back_because = models.CharField(max_length=500, blank=True)
    approved_by = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="one_version_per_number"),
            models.UniqueConstraint(
                fields=["article"],
                name="one_version_in_the_making",
                condition=Q(state__in=["draft", "submitted"]),
            ),
            models.UniqueConstraint(
                fields=["article"], name="one_version_in_force", condition=Q(state="approved")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article.code} v{self.number}"

    @property
    def is_in_the_making(self) -> bool:
        return self.state in {self.State.DRAFT, self.State.SUBMITTED}


class Wording(models.Model):
    """A version in one form and language: text with a title, or the address of a file or film."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="wordings")
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=6, choices=Form)
    language = models.CharField(max_length=2, choices=Language, default=Language.SWEDISH)
    title = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    link = models.URLField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "form", "language"], name="one_wording_per_form"
            )
        ]
