"""What was agreed to reach, what was counted as it happened, what was imported as sums."""

from gensvar.oversight.kpi.models.counted import CaseCount, ContactCount, FeedbackTime
from gensvar.oversight.kpi.models.goals import Goal, UsualPeriod
from gensvar.oversight.kpi.models.imported import SelfServiceUse
from gensvar.oversight.kpi.models.insight import ABOUT_PEOPLE, Insight
from gensvar.oversight.kpi.models.launch import SignedFactor

__all__ = [
    "ABOUT_PEOPLE",
    "CaseCount",
    "ContactCount",
    "FeedbackTime",
    "Goal",
    "Insight",
    "SelfServiceUse",
    "SignedFactor",
    "UsualPeriod",
]
