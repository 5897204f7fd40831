"""Whole sentences that callers hear, each of them recorded once in each language.

The words stand here; asterisk/speak.sh says them, and Asterisk finds them as gensvar/sv/place-3.
"""

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gensvar.channels.voice.rules.directory import MOST_HITS
from gensvar.channels.voice.rules.times import HOURS, MOST_DAYS, MOST_EACH_DAY, SAID_HOURS
from gensvar.channels.voice.rules.waits import SAID_MINUTES

MOST_PLACES = 10
MOST_TIMES = MOST_DAYS * MOST_EACH_DAY
WEEKDAYS = (
    pgettext_lazy("a time to be called", "on Monday"),
    pgettext_lazy("a time to be called", "on Tuesday"),
    pgettext_lazy("a time to be called", "on Wednesday"),
    pgettext_lazy("a time to be called", "on Thursday"),
    pgettext_lazy("a time to be called", "on Friday"),
    pgettext_lazy("a time to be called", "on Saturday"),
    pgettext_lazy("a time to be called", "on Sunday"),
)
# Between them the name of whoever is sought is said, or the digits of their number.
OF_TELEPHONIST: dict[str, str | Promise] = {
    "ask-whom": _(
        "You have come to the automatic telephonist. Key in the name of whom you seek with the"
        " letters of the keys, the surname first, or an extension, and press the hash key. Press 0"
        " for a person."
    ),
    "no-such-name": _("There is nobody of that name."),
    **{f"hit-{place}": _("Press %(place)s for") for place in range(1, MOST_HITS + 1)},
    "more-hits": _("There are more. Press star to key in more of the name, or 0 for a person."),
    "seek-again": _("Press star to seek somebody else, or 0 for a person."),
    "is-free": _("can be reached."),
    "is-in-a-call": _("is in a call."),
    "is-away-today": _("is away, and back later today."),
    "is-away-tomorrow": _("is away, and back tomorrow."),
    "is-away-later": _("is away for several days."),
    "is-away-unknown": _("is away just now."),
    "no-answer": _("There is no answer."),
    "may-connect": _("Press 1 to be connected."),
    "may-word": _("Press 2 to ask to be called back."),
    "noted": _("They are told that you ask to be called back. Goodbye."),
    "somebody": _("Whom you seek"),
    # A digit is a digit in every language that is spoken here.
    **{f"digit-{digit}": "%(place)s" for digit in range(10)},
}
SENTENCES: dict[str, str | Promise] = {
    "place-1": _("You are next in the queue."),
    **{
        f"place-{place}": _("You are number %(place)s in the queue.")
        for place in range(2, MOST_PLACES + 1)
    },
    "place-more": _("There are more than ten before you in the queue."),
    **{
        f"wait-{minutes}": _("We will answer in about %(minutes)s minutes.")
        for minutes in SAID_MINUTES
    },
    "wait-more": _("It will take more than 20 minutes until we answer."),
    "disruption": _("There is a disruption just now. Our website says more about it."),
    "stay": _("Stay on the line, and a person will answer."),
    "callback": _(
        "Press 1 and we will call you back when it is your turn. You keep your place."
        " Stay on the line if you would rather wait: a person will answer."
    ),
    "ask-number": _(
        "Press 1 and we will call the number that you are calling from. Press 2 for another"
        " number. Stay on the line if you would rather wait: a person will answer."
    ),
    "ask-hidden": _(
        "We cannot see your number. Press 1 to key it in. Stay on the line if you would rather"
        " wait: a person will answer."
    ),
    "ask-other": _("Key in your number and press the hash key. Press star to go on waiting."),
    "turn": _("Press 1 and we will call you when it is your turn."),
    **{f"time-{key}": _("Press %(place)s for") for key in range(2, 2 + MOST_TIMES)},
    "today": pgettext_lazy("a time to be called", "today"),
    "tomorrow": pgettext_lazy("a time to be called", "tomorrow"),
    **{f"weekday-{day}": name for day, name in enumerate(WEEKDAYS, start=1)},
    **{f"hours-{hour}": _("between %(place)s and %(end)s.") for hour in SAID_HOURS},
    "promise-time": _("Thank you. We will call you"),
    "goodbye": _("Goodbye."),
    "stay-waiting": _("Press star to go on waiting."),
    "recorded": _(
        "The call may be recorded, so that we learn to answer better. Press the hash key if you do"
        " not want that. You keep your place, and are helped just as well."
    ),
    "not-recorded": _("Thank you. The call is not recorded. You keep your place."),
    "leave-message": _(
        "Leave a message after the tone: say your name, your number and what it is about. It is"
        " recorded, and we will call you back. Press the hash key when you have finished."
    ),
    "thanks": _("Thank you. We have your message, and will call you back. Goodbye."),
    **OF_TELEPHONIST,
    "promise": _("Thank you. You keep your place, and we will call you. Goodbye."),
}
LANGUAGES = ("sv", "en")


def sentence(name: str, *, language: str) -> str:
    """Return a sentence by its name, with the figure that the name ends with."""
    figure = name.rpartition("-")[2]
    with translation.override(language):
        words = str(SENTENCES[name])
        if not figure.isdigit():
            return words
        return words % {"place": figure, "minutes": figure, "end": int(figure) + HOURS}
