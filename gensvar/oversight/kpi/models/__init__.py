"""What was agreed to reach, what was counted as it happened, what was imported as sums."""

from gensvar.oversight.kpi.models.counted import CaseCount, ContactCount, FeedbackTime
from gensvar.oversight.kpi.models.facts import Day, DaySum, Fact, Reading, Restatement
from gensvar.oversight.kpi.models.goals import Goal, UsualPeriod
from gensvar.oversight.kpi.models.imported import SelfServiceUse
from gensvar.oversight.kpi.models.insight import ABOUT_PEOPLE, Insight
from gensvar.oversight.kpi.models.launch import SignedFactor
from gensvar.oversight.kpi.models.noted import NotedNumber
from gensvar.oversight.kpi.models.own import MeasureGoal, OwnMeasure
from gensvar.oversight.kpi.models.published import PublishedFigure

__all__ = [
    "ABOUT_PEOPLE",
    "CaseCount",
    "ContactCount",
    "Day",
    "DaySum",
    "Fact",
    "FeedbackTime",
    "Goal",
    "Insight",
    "MeasureGoal",
    "NotedNumber",
    "OwnMeasure",
    "PublishedFigure",
    "Reading",
    "Restatement",
    "SelfServiceUse",
    "SignedFactor",
    "UsualPeriod",
]
