from django.db import models


class AccessTold(models.Model):
    """Those whom it concerns have been told of one event by which somebody reaches content."""

    record_id = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
