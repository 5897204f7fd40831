"""Queues, seats, levels of skill and reasons for being away."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.contacts.models import Channel
from gensvar.operations.knowledge.models import Subject
from gensvar.operations.routing.actions import QueueWish, StepWish
from gensvar.operations.routing.explaining import minutes
from gensvar.operations.routing.models import Queue, Seat, Skill
from gensvar.operations.routing.queries.measured import Handled
from gensvar.operations.routing.rules.priority import Urgent
from gensvar.screens.setup.forms.people import DAY
from gensvar.screens.setup.forms.settings import Named, SettingsForm, text

UNITS = (("1", _("seconds")), ("60", _("minutes")), ("3600", _("hours")))
LEVELS = (
    ("1", _("1, with support")),
    ("2", _("2, alone")),
    ("3", _("3, with ease")),
    ("4", _("4, teaches others")),
)
GAP = ("0", _("0, a gap: never asked"))
# Beside the first step, which is asked at once.
LATER_STEPS = (2, 3)
LONGEST = 7 * 24 * 3600
LANGUAGE = re.compile(r"[a-z]{2,3}")
MINUTES = re.compile(r"([0-9]{1,3})[:.]([0-5][0-9])")
_MINUTES_HELP = _(
    "Minutes and seconds, such as 6:30, from when a contact is taken until its wrap-up is over."
)
PLAIN = (
    "name",
    "goal_percent",
    "is_goal_in_open_time",
    "hours_of",
    "offer_seconds",
    "wrap_up_seconds",
    "last_agent_seconds",
    "language_seconds",
    "vulnerable_seconds",
)


def seconds(label: Any, *, least: int = 0, most: int = LONGEST, help: Any = "") -> Any:
    field = forms.IntegerField(label=label, min_value=least, max_value=most, help_text=help)
    field.unit = _("seconds")  # type: ignore[attr-defined]
    field.is_short = True  # type: ignore[attr-defined]
    return field


class QueueForm(SettingsForm):
    PARTS = (
        (_("The queue"), ("name", "channel", "subjects")),
        (_("How soon"), ("goal", "goal_unit", "goal_percent", "is_goal_in_open_time", "hours_of")),
        (
            _("Who is asked"),
            ("skill", "level", "last_agent_seconds", "language_seconds", "vulnerable_seconds"),
        ),
        (_("Later also"), ("after_2", "skill_2", "level_2", "any_language_2")),
        (_("And then also"), ("after_3", "skill_3", "level_3", "any_language_3")),
        (_("The offer"), ("offer_seconds", "wrap_up_seconds")),
    )
    name = text(_("Name"))
    subjects = forms.MultipleChoiceField(
        label=_("Subjects"),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 8}),
        help_text=_("None: everything that no other queue of the channel takes."),
    )
    goal = forms.IntegerField(label=_("Goal"), min_value=1, max_value=LONGEST)
    goal_unit = forms.ChoiceField(label=_("Counted in"), choices=UNITS)
    goal_percent = forms.IntegerField(
        label=_("Of a hundred within the goal"),
        min_value=1,
        max_value=100,
        initial=80,
        help_text=_("The service level. On the floor it is said before it breaks."),
    )
    is_goal_in_open_time = forms.BooleanField(
        label=_("The goal counts only while open"), required=False
    )
    hours_of = forms.ChoiceField(
        label=_("Opening hours"),
        required=False,
        choices=[("", _("always open")), *Channel.choices],
        help_text=_("Nothing is offered while it is closed; contacts keep their places."),
    )
    skill = Named(queryset=Skill.objects.none(), label=_("Skill"))
    level = forms.ChoiceField(label=_("At least at level"), choices=LEVELS)
    last_agent_seconds = seconds(
        _("Wait for the agent whom the customer had last"), help=_("0: for nobody in particular.")
    )
    language_seconds = seconds(
        _("Wait for somebody who speaks the customer's language"),
        help=_("Then whoever is free is asked, and an interpreter is offered on the case."),
    )
    vulnerable_seconds = seconds(
        _("Vulnerable customers count as come earlier by"), help=_("Only as the client has agreed.")
    )
    offer_seconds = seconds(_("An offer is open"), least=5, most=3600)
    wrap_up_seconds = seconds(
        _("Wrap-up at most"),
        most=3600,
        help=_("0: none. Cases need none: they are closed."),
    )

    def __init__(self, *args: Any, client: Client, **more: Any) -> None:
        super().__init__(*args, **more)
        skills = Skill.objects.filter(client=client).order_by("name")
        self.fields["skill"].queryset = skills  # type: ignore[attr-defined]
        rows = Subject.objects.filter(client=client, retired_at=None).order_by("name")
        self.known_subjects = {str(row.pk): row for row in rows}
        self.fields["subjects"].choices = [  # type: ignore[attr-defined]
            (key, row.name) for key, row in self.known_subjects.items()
        ]
        for step in LATER_STEPS:
            self.fields[f"after_{step}"] = seconds(_("After"), least=1)
            self.fields[f"after_{step}"].required = False
            self.fields[f"skill_{step}"] = Named(queryset=skills, label=_("Skill"), required=False)
            self.fields[f"level_{step}"] = forms.ChoiceField(
                label=_("At least at level"), choices=LEVELS, required=False
            )
            self.fields[f"any_language_{step}"] = forms.BooleanField(
                label=_("Also those who do not speak the customer's language"), required=False
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for step in LATER_STEPS:
            if bool(given.get(f"after_{step}")) != bool(given.get(f"skill_{step}")):
                self.add_error(f"after_{step}", _("Say both after how long, and which skill."))
        return given

    def wish(self, queue: Queue | None = None) -> QueueWish:
        """Return what the queue shall be; rules of priority stay as they are."""
        given = self.cleaned_data
        steps = [StepWish(0, given["skill"], int(given["level"]))]
        steps += [
            StepWish(
                given[f"after_{step}"],
                given[f"skill_{step}"],
                int(given[f"level_{step}"] or 1),
                given[f"any_language_{step}"],
            )
            for step in LATER_STEPS
            if given.get(f"after_{step}")
        ]
        rules = queue.priority_rules.values_list("fact", "value", "priority") if queue else []
        return QueueWish(
            channel=queue.channel if queue else given["channel"],
            goal_seconds=given["goal"] * int(given["goal_unit"]),
            steps=steps,
            rules=[Urgent(*rule) for rule in rules],
            subjects=[self.known_subjects[key] for key in given["subjects"]],
            **{name: given[name] for name in PLAIN},
        )


class NewQueueForm(QueueForm):
    channel = forms.ChoiceField(label=_("Channel"), choices=Channel.choices)
    field_order = ("name", "channel")


def initial_of(queue: Queue) -> dict[str, Any]:
    """Return a queue as its form shows it."""
    goal = queue.goal_seconds
    unit = next(int(size) for size, _name in reversed(UNITS) if goal % int(size) == 0)
    initial: dict[str, Any] = {name: getattr(queue, name) for name in PLAIN}
    initial |= {"goal": goal // unit, "goal_unit": str(unit)}
    initial["subjects"] = [str(pk) for pk in queue.about.values_list("subject", flat=True)]
    for place, step in enumerate(queue.steps.order_by("after_seconds", "pk")[:3], start=1):
        end = "" if place == 1 else f"_{place}"
        initial[f"skill{end}"], initial[f"level{end}"] = step.skill_id, str(step.level)
        if place > 1:
            initial[f"after{end}"] = step.after_seconds
            initial[f"any_language{end}"] = step.any_language
    return initial


class SeatForm(SettingsForm):
    """How many contacts at once, by channel, and the languages that are spoken."""

    def __init__(self, *args: Any, agent: Agent, seat: Seat | None = None, **more: Any) -> None:
        known = seat.capacity if seat else {}
        more["initial"] = {channel: known.get(channel, 0) for channel in Channel.values}
        more["initial"]["languages"] = ", ".join(agent.spoken_languages)
        super().__init__(*args, **more)
        for channel in Channel:
            most = 1 if channel == Channel.PHONE else 20
            field = forms.IntegerField(label=channel.label, min_value=0, max_value=most)
            field.is_short = True  # type: ignore[attr-defined]
            self.fields[channel.value] = field
        self.fields["languages"] = text(
            _("Languages spoken"),
            60,
            required=False,
            help=_("As two or three letters with commas between, such as sv, en, ar."),
        )

    def parts(self) -> list[Any]:
        return [(_("How many at once"), Channel.values), (_("Speaks"), ["languages"])]

    def clean_languages(self) -> list[str]:
        given = [one.strip().lower() for one in self.cleaned_data["languages"].split(",")]
        if wrong := next((one for one in given if one and not LANGUAGE.fullmatch(one)), ""):
            raise forms.ValidationError(
                _("“%(language)s” is no language code. Write sv, en, ar."),
                params={"language": wrong},
            )
        return [one for one in given if one]


class HandlingForm(SettingsForm):
    """A planned handling time as minutes and seconds, or none."""

    planned = text(_("Planned handling time"), 20, required=False)

    def __init__(self, *args: Any, usual: Handled, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["planned"].is_short = True  # type: ignore[attr-defined]
        self.fields["planned"].help_text = f"{_MINUTES_HELP} {without_plan(usual)}"

    def clean_planned(self) -> str:
        """Return it as it is written from now on, so that 6.30 is no change of 6:30."""
        given = self.cleaned_data["planned"].strip()
        if not given:
            return ""
        found = MINUTES.fullmatch(given)
        if found is None:
            raise forms.ValidationError(_("Write minutes and seconds, such as 6:30."))
        return f"{int(found[1])}:{found[2]}"

    def seconds(self) -> int | None:
        given = self.cleaned_data["planned"]
        if not given:
            return None
        whole, part = given.split(":")
        return int(whole) * 60 + int(part)


def minutes_written(seconds: int | None) -> str:
    """Return a time as it is written into the form: minutes and seconds, however long."""
    return "" if seconds is None else f"{seconds // 60}:{seconds % 60:02}"


def without_plan(usual: Handled) -> str:
    """Say what today is compared with where no time is planned."""
    if usual.seconds is None or not usual.is_sure:
        return gettext(
            "Empty: nothing to compare with, for too few contacts have been measured yet."
        )
    return gettext(
        "Empty: as measured, %(time)s for the %(count)s latest contacts of the past eight weeks."
    ) % {"time": minutes(usual.seconds), "count": usual.count}


class SkillForm(SettingsForm):
    name = text(_("Name"), 80, help=_("What a queue can ask for: a subject, a service, a tool."))


class LevelForm(SettingsForm):
    level = forms.ChoiceField(label=_("Level"), choices=[GAP, *LEVELS])
    until = forms.DateField(
        label=_("Last day"),
        required=False,
        widget=DAY,
        help_text=_("When a mandatory course expires. After it nothing of the kind is offered."),
        error_messages={"invalid": _("Write the day as year-month-day, such as 2026-12-31.")},
    )


class AwayReasonForm(SettingsForm):
    name = text(_("Name"), 60)
    counts_as_work = forms.BooleanField(
        label=_("Counts as work"),
        required=False,
        help_text=_("Time for it is never told as absence."),
    )
