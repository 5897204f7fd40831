"""What the definitions are fed with from facts: the telephone, the chat, and what came back."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final

from gensvar.oversight.kpi.queries.counting import Counts
from gensvar.oversight.kpi.rules import FEWEST_TOLD, hidden
from gensvar.science.kpi.definitions import Definition, Said, Version
from gensvar.science.kpi.figures import Counted, Figure
from gensvar.science.kpi.reading import registry
from gensvar.science.kpi.tallying import Tally

Given = dict[str, Counted]
# By way of counting; None where so few are not told.
Figures = Mapping[str, Figure | None]
# Of callers who were received, so many shortest waits are judged (the Spanish rule).
FASTEST: Final = Fraction(95, 100)
HOUR: Final = 60
# Days of work after the one on which a case came: what is older is overdue, or old (K28).
DAYS_TO_BE_DONE: Final = 3
DAYS_OF_OLD: Final = 30


def _calls(found: Counts, limits: Mapping[str, float]) -> Given:
    answered, given_up = found.values("waits_answered"), found.values("waits_abandoned")
    short = given_up.up_to(limits.get("S", 5))
    ans, aband = answered.count, given_up.count
    received = ans + aband
    fastest = int(received * FASTEST)
    return {
        "offered": found["offered"],
        "offered_outside": found["outside"],
        "ans": ans,
        "ans_T": answered.up_to(limits.get("T", 120)),
        "ans_180": answered.up_to(180),
        "aband": aband,
        "aband_T": given_up.up_to(limits.get("T", 120)),
        "short": short,
        "cb": found["cb"],
        "cb_done": found["cb_reached"],
        "flow": found["flow"],
        "waits": answered + given_up,
        "waits_answered": answered,
        "fastest": fastest,
        # Whoever gave up is reckoned to have waited longest.
        "fastest_seconds": answered.lowest(min(fastest, ans)) + given_up.lowest(fastest - ans)
        if fastest > ans
        else answered.lowest(fastest),
    }


def _patience(found: Counts, limits: Mapping[str, float]) -> Given:
    return {"waits_abandoned": found.values("waits_abandoned").over(limits.get("S", 5))}


def _menu(found: Counts, _limits: Mapping[str, float]) -> Given:
    names = ("menu_calls", "menu_seconds", "menu_to_person", "menu_hung_up")
    return {name: found[name] for name in names}


def _callbacks(found: Counts, _limits: Mapping[str, float]) -> Given:
    return {
        "cb_accepted": found["cb"],
        "cb_tried": found["cb_tried"],
        "cb_wait_seconds": found["cb_waited"],
        "cb_unreached": found["cb_unreached"],
    }


def _chats(found: Counts, limits: Mapping[str, float]) -> Given:
    taken, given_up = found.values("chat_answered"), found.values("chat_given_up")
    return {
        "chat_taken": taken.count,
        "chat_in_time": taken.up_to(limits.get("T", 30)),
        "chat_abandoned": given_up.count,
        "chat_short": given_up.up_to(limits.get("S", 5)),
        "chat_reply_seconds": found.values("chat_replies"),
    }


def _transfers(found: Counts, _limits: Mapping[str, float]) -> Given:
    # Of calls from elsewhere nobody knows whether they were transferred.
    return {
        "transferred": found["transferred"],
        "transferred_cold": found["transferred_cold"],
        "ans": found.values("waits_answered").count - found["talks_elsewhere"],
    }


def _coming_back(found: Counts, _limits: Mapping[str, float]) -> Given:
    contacts, repeats = found["settled_contacts"], found["settled_repeats"]
    return {
        "closed": found["settled_closed"],
        "closed_unknown": found["settled_unknown"],
        "closed_repeated": found["settled_repeated"],
        "contacts": contacts,
        "repeat_contacts": repeats,
        "needs": contacts - repeats,
    }


def _reopening(found: Counts, _limits: Mapping[str, float]) -> Given:
    return {"closed": found["closed"], "reopened": found["reopened"]}


def _lead_times(found: Counts, _limits: Mapping[str, float]) -> Given:
    minutes = found.values("lead_minutes")
    given: Given = {
        "lead_hours": Tally(tuple((value / HOUR, often) for value, often in minutes.rows))
    }
    if 0 < minutes.count < FEWEST_TOLD:
        # Hours do not say of how few cases they are.
        return given
    return given | {
        "hours_at_front": found["at_front"] / HOUR**2,
        "hours_at_department": found["at_department"] / HOUR**2,
        "hours_at_customer": found["at_customer"] / HOUR**2,
    }


def _standing_open(found: Counts, _limits: Mapping[str, float]) -> Given:
    ages = found.values("open_ages")
    return {
        "open_cases": ages.count,
        "overdue": ages.over(DAYS_TO_BE_DONE).count,
        "open_over_30": ages.over(DAYS_OF_OLD).count,
        "open_ages": ages,
    }


def _opened_confidential(found: Counts, _limits: Mapping[str, float]) -> Given:
    # A confidential case opens only to whoever says why; each time is a fact.
    readings = found["readings"]
    return {"confidential_opened": readings, "confidential_with_reason": readings}


def _holding(found: Counts, _limits: Mapping[str, float]) -> Given:
    return {
        "hold_seconds": found["held"],
        "calls_with_hold": found["holds"],
        "ans": found["talks_here"],
    }


def _handling(found: Counts, _limits: Mapping[str, float]) -> Given:
    return {
        "talk_seconds": found["handled_talk"] - found["held"],
        "hold_seconds": found["held"],
        "wrap_seconds": found["wrap"],
        "handled": found["handled"],
    }


def _an_hour(found: Counts, _limits: Mapping[str, float]) -> Given:
    # Whoever is ready has contacts in hand meanwhile; in several chats at once for longer.
    handling = found["handling_all"]
    return {
        "talk_seconds": handling,
        "hold_seconds": 0,
        "wrap_seconds": 0,
        "ready_seconds": max(found["ready"] - handling, Fraction()),
        "handled": found["done_all"],
    }


def _chats_at_once(found: Counts, _limits: Mapping[str, float]) -> Given:
    lengths = found.values("chat_lengths")
    return {
        "chat_seconds": lengths.total,
        "chat_busy_seconds": found["chat_busy"],
        "chats": lengths.count,
    }


FED: Final[Mapping[str, Callable[[Counts, Mapping[str, float]], Given]]] = {
    **dict.fromkeys(("K01", "K02", "K03", "K04", "K05", "K06", "K16"), _calls),
    "K07": _patience,
    "K09": _menu,
    "K10": _callbacks,
    "K13": _chats,
    "K15": _transfers,
    "K21": _coming_back,
    "K24": _coming_back,
    "K25": _reopening,
    "K27": _lead_times,
    "K28": _standing_open,
    "K41": _holding,
    "K42": _handling,
    "K43": _handling,
    "K46": _chats_at_once,
    "K48": _an_hour,
    "K105": _opened_confidential,
}


def is_of_facts(code: str) -> bool:
    """Say whether a measure is made of facts; those of a client's own always are."""
    return code in FED or code not in registry().definitions


def everything_of(found: Counts, limits: Mapping[str, float]) -> Given:
    """Return every counter that facts feed, each as most measures mean it."""
    given: Given = {}
    # The last is meant where a word is used by several.
    for feed in (
        *(_coming_back, _reopening, _lead_times, _holding, _handling, _menu, _callbacks),
        *(_opened_confidential, _standing_open),
        *(_chats, _chats_at_once, _transfers, _calls),
    ):
        given |= feed(found, limits)
    return given


def fed_counters() -> frozenset[str]:
    return frozenset(everything_of(Counts(), {}))


# Of cases no number below five is told, nor one from which it could be worked out; of calls it is
# the whole that must not be of a few.
OF_CASES: Final = frozenset({"K21", "K24", "K25", "K28"})
COUNTERS_OF_CASES: Final = frozenset(
    {
        *("closed", "closed_unknown", "closed_repeated", "reopened", "lead_hours"),
        *("contacts", "repeat_contacts", "needs"),
        *("open_cases", "overdue", "open_over_30", "open_ages"),
    }
)
# Which sums a measure is made of, for what has been told otherwise since.
CALL_SUMS: Final = ("offered", "waits_answered", "waits_abandoned", "cb", "flow")
SUMS: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("K01", "K02", "K03", "K04", "K05", "K06", "K16"), CALL_SUMS),
    "K07": ("waits_abandoned",),
    "K09": ("menu_calls", "menu_seconds", "menu_to_person", "menu_hung_up"),
    "K10": ("cb", "cb_tried", "cb_waited", "cb_unreached"),
    "K13": ("chat_answered", "chat_given_up", "chat_replies"),
    "K15": ("transferred", "transferred_cold", "waits_answered"),
    "K21": ("closed",),
    "K24": (),
    "K25": ("closed", "reopened"),
    "K27": ("lead_minutes", "at_front", "at_department", "at_customer"),
    "K28": ("open_ages",),
    "K41": ("held", "holds", "talks_here"),
    "K42": ("wrap", "handled"),
    "K43": ("wrap", "handled", "handled_talk"),
    "K46": ("chat_lengths", "chat_busy"),
    "K48": ("ready", "handling_all", "done_all"),
    "K105": ("readings",),
}

# What a sum is called where a restatement names it.
SUM_NAMES: Final[Mapping[str, Said]] = {
    name: Said(sv=sv, en=en)
    for name, sv, en in (
        ("offered", "kom till kön", "came to the queue"),
        ("waits_answered", "besvarade", "answered"),
        ("waits_abandoned", "gav upp", "gave up"),
        ("cb", "valde återuppringning", "chose a callback"),
        ("cb_tried", "uppringda minst en gång", "called at least once"),
        ("cb_waited", "sekunder till första försöket", "seconds until the first attempt"),
        ("cb_unreached", "ej nådda", "not reached"),
        ("flow", "styrdes vidare", "overflowed"),
        ("menu_calls", "samtal i menyn", "calls in the menu"),
        ("menu_seconds", "sekunder i menyn", "seconds in the menu"),
        ("menu_to_person", "gick vidare till en person", "went on to a person"),
        ("menu_hung_up", "la på i menyn", "hung up in the menu"),
        ("chat_answered", "chattar som togs", "chats taken"),
        ("chat_given_up", "chattar som gavs upp", "chats given up"),
        ("chat_replies", "chattar som fick svar", "chats replied to"),
        ("chat_lengths", "chattar", "chats"),
        ("chat_busy", "sekunder med minst en chatt", "seconds with at least one chat"),
        ("transferred", "kopplade", "transferred"),
        (
            "transferred_cold",
            "kopplade utan att tala med mottagaren",
            "transferred without speaking to the receiver",
        ),
        ("closed", "stängda ärenden", "closed cases"),
        ("reopened", "återöppnade inom 14 dagar", "opened again within 14 days"),
        ("lead_minutes", "stängda ärenden", "closed cases"),
        ("at_front", "sekunder hos Kundtjänst", "seconds at customer service"),
        ("at_department", "sekunder hos förvaltningen", "seconds at the department"),
        ("at_customer", "sekunder i väntan på kunden", "seconds waiting for the customer"),
        ("open_ages", "öppna ärenden", "open cases"),
        ("readings", "öppningar av sekretessärenden", "openings of confidential cases"),
        ("held", "sekunder parkerade", "seconds on hold"),
        ("holds", "samtal med parkering", "calls with hold"),
        ("talks_here", "besvarade samtal", "calls answered"),
        ("wrap", "sekunder efterarbete", "seconds of after-call work"),
        ("handled", "hanterade kontakter", "contacts handled"),
        ("handled_talk", "sekunder i samtal", "seconds of talk"),
        ("ready", "sekunder beredd", "seconds ready"),
        ("handling_all", "sekunder i kontakter", "seconds in contacts"),
        ("done_all", "hanterade kontakter", "contacts handled"),
    )
}


# Those that the sums of a queue are enough for, with the channel of such queues.
BY_QUEUE: Final[Mapping[str, str]] = {
    **dict.fromkeys(("K01", "K02", "K03", "K04", "K05", "K06", "K07", "K16", "K42"), "phone"),
    "K13": "chat",
}
# What is a state, kept on some days: of a period that of the last such day is told, never a sum.
KEPT_ON: Final[Mapping[str, str]] = {"K28": "open_ages"}
# What is counted beside any queue.
BESIDE_QUEUES: Final = ("offered_outside", "cb_done", "hold_seconds", "talk_seconds")


def given_of(
    definition: Definition,
    found: Counts,
    *,
    version: Version,
    limits: Mapping[str, float],
    is_of_queue: bool = False,
) -> Given:
    """Return what each counter of a measure came to; of a queue only what is counted by queues."""
    feed = FED.get(definition.code, everything_of)
    given = feed(found, {**version.limits, **limits})
    if is_of_queue:
        return {name: value for name, value in given.items() if name not in BESIDE_QUEUES}
    return given


def figures_of(definition: Definition, given: Given, *, version: Version) -> Figures:
    """Return what each way of counting came to; None where so few are not told."""
    known = registry()
    figures: dict[str, Figure | None] = {}
    for measure in version.measures:
        counters = known.formula(measure).counters
        if set(counters) <= set(given):
            figure = known.figure_of(measure, given)
            of_cases = definition.code in OF_CASES or (
                definition.code not in FED and not COUNTERS_OF_CASES.isdisjoint(counters)
            )
            is_told = _may_be_told(figure, of_cases=of_cases)
            figures[measure.key] = figure if is_told else None
    return figures


def _may_be_told(figure: Figure, *, of_cases: bool) -> bool:
    if of_cases and figure.is_division and figure.whole is not None:
        part = figure.part or Fraction()
        return not hidden([int(figure.whole), int(part), int(figure.whole - part)])
    of = figure.of if figure.of is not None else figure.whole
    if of_cases and of is None:
        of = figure.part
    return of is None or not 0 < of < FEWEST_TOLD
