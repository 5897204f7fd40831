"""What the portal keeps while somebody is writing, and for an hour against those who flood it."""

from django.db import models

from gensvar.foundation.agreements.models import Client
from gensvar.operations.cases.models import Case


class Draft(models.Model):
    """A question being written, sealed with a key that only the writer's browser holds.

    No row-level security is needed: without the browser's cookie nobody can read it, us included.
    """

    client = models.ForeignKey(Client, on_delete=models.CASCADE)
    # Digest of what the cookie holds, to find the row by; the key is another digest of it.
    mark = models.CharField(max_length=64, unique=True)
    sealed = models.BinaryField()
    started_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    # Sent: one draft becomes one case, however often the button is pressed.
    case = models.ForeignKey(Case, null=True, on_delete=models.CASCADE, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["expires_at"], name="drafts_by_expiry")]


class DraftFile(models.Model):
    """A file that waits for its question to be sent, sealed like it."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="files")
    sealed = models.BinaryField()


class Sending(models.Model):
    """Somebody sent a question or asked for a code; counted for an hour, then forgotten."""

    # Digest of the sender, the address or the number, so that none of them stands here in clear.
    key = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["key", "at"], name="sendings_by_key")]
