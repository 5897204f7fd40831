"""The code that lets a customer into a case on the portal."""

from django.db import models


class CodeAttempt(models.Model):
    """Somebody gave a case number and a code on the portal, and it was wrong."""

    # Digest of the number or of the sender (a row for each), so that neither stands here in clear.
    key = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["key", "at"], name="attempts_by_key")]
