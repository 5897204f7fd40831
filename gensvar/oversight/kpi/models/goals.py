"""What was agreed to reach, and the periods that figures are usually shown for."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent


class Goal(models.Model):
    """A measure that a client agreed on with a target, from a day; the newest in force counts."""

    class Measure(models.TextChoices):
        SOLVED_AT_FRONT = "solved-at-front", _("Cases closed in customer service")
        CALL_LENGTH = "call-length", _("Average call length")
        ANSWERED_IN_TIME = "answered-in-time", _("Calls answered in time")
        FEEDBACK_IN_TIME = "feedback-in-time", _("Feedback from the department in time")

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="goals")
    measure = models.CharField(max_length=24, choices=Measure)
    # A share (0–1) or a number of seconds, as the measure says; none: measured without a goal.
    target = models.DecimalField(max_digits=9, decimal_places=4, null=True, blank=True)
    # The limit that “in time” means: seconds for calls, working days for feedback.
    limit = models.PositiveIntegerField(null=True, blank=True)
    owner = models.ForeignKey(Agent, null=True, blank=True, on_delete=models.PROTECT)
    approved_on = models.DateField(null=True, blank=True)
    valid_from = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "measure", "valid_from"], name="one_goal_at_a_time"
            )
        ]


class UsualPeriod(models.Model):
    """The days that a client's figures are shown for until somebody asks for others."""

    client = models.OneToOneField(Client, on_delete=models.CASCADE, related_name="usual_period")
    starts_on = models.DateField()
    # The first day after the period.
    ends_on = models.DateField()
