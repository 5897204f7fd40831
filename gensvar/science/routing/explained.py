"""Why did I get this? An offer's reasons in the order that they counted, and as one sentence.

Screens put the reasons in words of their own; the sentence is for logs and for whoever develops.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from gensvar.science.routing.commands import Chosen, Why


class Because(Enum):
    """What counted, with what a reason's word and figure mean."""

    # They had this customer last, and it waited for them alone.
    LAST_AGENT = "last-agent"
    # word: the language that was asked for.
    LANGUAGE = "language"
    # Whether they speak it was not asked any more. word: the customer's language.
    UNSPOKEN = "unspoken"
    # word: the skill. figure: the agent's level.
    SKILL = "skill"
    # More people than at first may take it by now. figure: the queue's step, from 1.
    WIDENED = "widened"
    # The customer comes first by agreement.
    VULNERABLE = "vulnerable"
    # figure: the priority, when it is not the usual 0.
    PRIORITY = "priority"
    # figure: seconds since arrival.
    WAITED = "waited"
    # figure: seconds since the goal passed.
    PAST_GOAL = "past-goal"
    # What the agent has in hand can wait. figure: how many contacts that is.
    INTERRUPTS = "interrupts"
    # They had the longest time without work of those who could. figure: its seconds.
    IDLE = "idle"
    # It counted first of all that the agent may take.
    FIRST = "first"


@dataclass(frozen=True)
class Part:
    """One reason; `Because` says what its word and figure are."""

    because: Because
    word: str = ""
    figure: float = 0.0


_WORDS = {
    Because.LAST_AGENT: "you had this customer last",
    Because.LANGUAGE: "you speak {word}",
    Because.UNSPOKEN: "the customer speaks {word}, and whoever is free is asked by now",
    Because.SKILL: "you know {word} at level {figure:.0f}",
    Because.WIDENED: "more people were asked by step {figure:.0f}",
    Because.VULNERABLE: "this customer comes first by agreement",
    Because.PRIORITY: "its priority is {figure:.0f}",
    Because.WAITED: "it had waited {figure:.0f} s",
    Because.PAST_GOAL: "it was {figure:.0f} s past its goal",
    Because.INTERRUPTS: "what you have in hand ({figure:.0f}) can wait",
    Because.IDLE: "you had been free the longest ({figure:.0f} s)",
    Because.FIRST: "it counted first of all that you may take",
}


def parts(why: Why) -> tuple[Part, ...]:
    """Return an offer's reasons, what counted most first.

    Who may take it at all (last agent, language, skill) comes before how urgent it is, and that
    before what decided between the agents, or between the contacts, that were left.
    """
    return (*_who(why), *_how_urgent(why), *_what_decided(why))


def sentence(why: Why) -> str:
    """Return an offer's reasons as one English sentence to its agent.

    >>> from gensvar.science.routing.commands import Need
    >>> from gensvar.science.routing.rows import Contact
    >>> contact = Contact(7, 1, arrived_at=100, goal_seconds=30, language="ar")
    >>> need = Need(1, "phone", "childcare", 1, "ar")
    >>> sentence(Why(Chosen.CONTACT, 112, contact, need, 3, 0, 70, 1, True))[:57]
    'You had this customer last, you speak ar, you know childc'
    """
    told = [_WORDS[part.because].format(word=part.word, figure=part.figure) for part in parts(why)]
    text = ", ".join(told)
    return f"{text[0].upper()}{text[1:]}."


def _who(why: Why) -> Iterator[Part]:
    if why.is_last_agent:
        yield Part(Because.LAST_AGENT)
    if why.need.language:
        yield Part(Because.LANGUAGE, word=why.need.language)
    elif why.contact.language:
        yield Part(Because.UNSPOKEN, word=why.contact.language)
    yield Part(Because.SKILL, word=why.need.skill, figure=why.level)
    if why.step:
        yield Part(Because.WIDENED, figure=why.step)


def _how_urgent(why: Why) -> Iterator[Part]:
    contact = why.contact
    if contact.is_vulnerable:
        yield Part(Because.VULNERABLE)
    if contact.priority:
        yield Part(Because.PRIORITY, figure=contact.priority)
    yield Part(Because.WAITED, figure=why.at - contact.arrived_at)
    if why.at > contact.due_at:
        yield Part(Because.PAST_GOAL, figure=why.at - contact.due_at)


def _what_decided(why: Why) -> Iterator[Part]:
    if why.in_hand:
        yield Part(Because.INTERRUPTS, figure=why.in_hand)
    if why.chosen is Chosen.CONTACT:
        yield Part(Because.FIRST)
    elif not why.in_hand:
        yield Part(Because.IDLE, figure=why.at - why.idle_since_at)
