"""What colleagues put beside a case: notes, files, tags; and the views they keep."""

from django.db import models

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.files.models import StoredFile
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models.case import Case


class Note(models.Model):
    """Words between colleagues; the customer never sees them."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="notes")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    text = models.TextField()
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class CaseFile(models.Model):
    """A file that a colleague put with the case, outside any message."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="files")
    client = models.ForeignKey(Client, on_delete=models.PROTECT)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT)
    name = models.CharField(max_length=255)
    by = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)


class Tag(models.Model):
    """A word of the client's own to find cases by."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="tags")
    name = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["client", "name"], name="one_tag_per_name")]

    def __str__(self) -> str:
        return self.name


class Tagging(models.Model):
    """A case carries a tag."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE)
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE)
    client = models.ForeignKey(Client, on_delete=models.PROTECT)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "tag"], name="tag_once_per_case")]


class SavedView(models.Model):
    """A set of conditions that somebody wants to come back to."""

    owner = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="saved_views")
    name = models.CharField(max_length=80)
    conditions = models.CharField(max_length=500)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="one_view_per_name")]
