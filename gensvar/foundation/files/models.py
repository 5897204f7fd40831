"""Files as rows: what it is called stands where it is used; here is only the content."""

import uuid

from django.db import models

from gensvar.foundation.people.models import Agent


class StoredFile(models.Model):
    """Some bytes, kept once however often they are sent, encrypted at rest."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.BigIntegerField()
    media_type = models.CharField(max_length=120)
    # Which key opens it: keys rotate, files stay.
    key_id = models.CharField(max_length=16)
    stored_at = models.DateTimeField()
    # None: nobody has looked for viruses in it yet.
    scanned_at = models.DateTimeField(null=True, blank=True)
    # The name of what was found; such a file is kept apart.
    infection = models.CharField(max_length=200, blank=True, db_default="")

    class Meta:
        indexes = [
            models.Index(
                fields=["id"], name="files_to_scan", condition=models.Q(scanned_at__isnull=True)
            )
        ]


class Upload(models.Model):
    """A file that somebody has sent ahead, to go with what they do next; theirs alone for a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="uploads")
    name = models.CharField(max_length=255)
    by = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
