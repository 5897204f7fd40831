"""Files as rows: what it is called stands where it is used; here is only the content."""

from django.db import models


class StoredFile(models.Model):
    """Some bytes, kept once however often they are sent, encrypted at rest."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.BigIntegerField()
    media_type = models.CharField(max_length=120)
    # Which key opens it: keys rotate, files stay.
    key_id = models.CharField(max_length=16)
    stored_at = models.DateTimeField()
