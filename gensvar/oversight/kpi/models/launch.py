"""The factors that make a customer service succeed, each signed when it is in place."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent


class SignedFactor(models.Model):
    """Somebody says that a success factor is in place, and why."""

    # The twelve of the source (SKE-28), in its order.
    class Factor(models.TextChoices):
        MANAGEMENT = "management", _("The management's support and commitment")
        STEERING = "steering", _("Balanced steering in the whole organisation")
        VALUES = "values", _("Common values")
        PROCESSES = "processes", _("Processes changed from the citizen's point of view")
        PREPARATION = "preparation", _("Long time set aside for preparation and introduction")
        ANCHORING = "anchoring", _("Everybody inside knows of it and takes part")
        AGREEMENT = "agreement", _("A clear agreement on who is responsible for what")
        ROUTINES = "routines", _("Prepared routines at the departments, such as who does what")
        STAFF = "staff", _("Competent staff in customer service")
        COOPERATION = "cooperation", _("Cooperation with the departments")
        WEB = "web", _("A website developed so that everything fits together")
        FOLLOW_UP = "follow-up", _("Continuous follow-up")

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    factor = models.CharField(max_length=12, choices=Factor)
    evidence = models.CharField(max_length=500)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client", "factor"], name="factor_signed_once")
        ]
