from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.contacts.models import Channel
from gensvar.operations.routing.explaining import language_named, minutes
from gensvar.operations.routing.models import AgentSkill, Queue, Seat, Skill
from gensvar.operations.routing.queries.measured import Handled
from gensvar.screens.setup.changing import told
from gensvar.screens.setup.forms.routing import without_plan


def of_queue(client: Client, given: Mapping[str, Any], queue: Queue | None = None) -> list[Markup]:
    """Return who would be asked at first, and what comes to the queue."""
    channel = queue.channel if queue else given["channel"]
    able = AgentSkill.objects.filter(skill=given["skill"], level__gte=int(given["level"]))
    seats = Seat.objects.filter(agent__in=able.values("agent"), agent__is_active=True)
    people = sum(bool(seat.capacity.get(channel)) for seat in seats)
    if people:
        sentence = ngettext(
            "<b>%(count)s agent</b> may take what waits here, from the first moment.",
            "<b>%(count)s agents</b> may take what waits here, from the first moment.",
            people,
        )
        found = [told(sentence, count=people)]
    else:
        found = [told(_("<b>Nobody may take</b> it: no agent has the skill and room."))]
    if given["subjects"]:
        count = len(given["subjects"])
        sentence = ngettext(
            "<b>%(count)s subject</b> comes here, also what waits in lists now.",
            "<b>%(count)s subjects</b> come here, also what waits in lists now.",
            count,
        )
        found.append(told(sentence, count=count))
    else:
        found.append(told(_("<b>Everything</b> that no other queue takes comes here.")))
    if queue is not None:
        found.append(told(_("What waits already keeps the goal that it came with.")))
    return found


def of_handling(usual: Handled, seconds: int | None) -> list[Markup]:
    """Return what today is compared with, and how that differs from what the queue takes."""
    if seconds is None:
        return [told("%(words)s", words=without_plan(usual))]
    found = [
        told(_("The floor compares with <b>%(time)s</b> from now on."), time=minutes(seconds)),
        told(_("While too few contacts have been measured, the rest of the day is played so.")),
    ]
    if usual.seconds is not None and usual.is_sure:
        sentence = _("The past eight weeks took <b>%(time)s</b> on average.")
        found.insert(1, told(sentence, time=minutes(usual.seconds)))
    return found


def of_ending(queue: Queue) -> list[Markup]:
    return [told(_("What comes from now on waits in another queue, or else in the lists."))]


def of_seat(agent: Agent, given: Mapping[str, Any]) -> list[Markup]:
    names = dict(Channel.choices)
    parts = [f"{name} {given[channel]}" for channel, name in names.items() if given[channel]]
    if not parts:
        return [told(_("<b>Nothing</b> is offered to %(name)s."), name=agent.name)]
    return [
        told(
            _("%(name)s has at most this in hand at once: <b>%(parts)s</b>."),
            name=agent.name,
            parts=", ".join(parts),
        ),
        told(_("Contacts are offered once she or he is ready.")),
        *_languages(agent, given["languages"]),
    ]


def _languages(agent: Agent, languages: Sequence[str]) -> list[Markup]:
    if list(languages) == agent.spoken_languages or not languages:
        return []
    named = ", ".join(language_named(one) for one in languages)
    said = _("Customers who speak %(languages)s are offered to %(name)s first.")
    return [told(said, languages=named, name=agent.name)]


def of_taking(agent: Agent) -> list[Markup]:
    return [told(_("<b>Nothing</b> is offered to %(name)s any more."), name=agent.name)]


def of_level(agent: Agent, skill: Skill, given: Mapping[str, Any]) -> list[Markup]:
    if given["level"] == "0":
        sentence = _("%(name)s is <b>never asked</b> for %(skill)s.")
    else:
        sentence = _("%(name)s is asked for %(skill)s where <b>level %(level)s</b> is enough.")
    return [told(sentence, name=agent.name, skill=skill.name, level=given["level"])]


def of_skill(_given: Mapping[str, Any]) -> list[Markup]:
    return [told(_("<b>Nobody</b> has it yet: say on each agent's page how well they know it."))]


def of_reason(given: Mapping[str, Any]) -> list[Markup]:
    if given["counts_as_work"]:
        return [told(_("Agents may choose it. The time <b>counts as work</b>."))]
    return [told(_("Agents may choose it. The time is told as <b>being away</b>."))]


def of_ending_reason() -> list[Markup]:
    return [told(_("It is offered no more. Whoever is away for it now stays so."))]
