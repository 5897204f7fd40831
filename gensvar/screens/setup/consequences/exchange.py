from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from markupsafe import Markup

from gensvar.operations.exchange.actions import Plan
from gensvar.operations.exchange.rules.lines import Refused, Why
from gensvar.screens.setup.changing import told

WORDS: Mapping[Why, str | Promise] = {
    Why.FEW: gettext_lazy("“%(value)s” is no line of queue_log: it has five parts or more."),
    Why.TIME: gettext_lazy("“%(value)s” is no time: seconds since 1970, or 2026-03-02 08:00:00."),
    Why.EVENT: gettext_lazy("There is no event called “%(value)s”."),
    Why.DATA: gettext_lazy("%(value)s says less than it must."),
    Why.HEADING: gettext_lazy(
        "The first line does not name the columns that are needed: %(value)s"
    ),
    Why.NO_CALL: gettext_lazy("It says of no call."),
    Why.NO_QUEUE: gettext_lazy("No queue for calls is called “%(value)s” here."),
    Why.UNBEGUN: gettext_lazy("%(value)s of a call whose beginning is not in the file."),
    Why.ORDER: gettext_lazy("%(value)s cannot come where the call stands then."),
    Why.OUTCOME: gettext_lazy("“%(value)s” is no outcome that goes with the times."),
    Why.EMPTY: gettext_lazy("The file is empty."),
}


def in_words(one: Refused) -> str:
    return str(WORDS[one.why]) % {"value": one.value}


def of_log(plan: Plan) -> list[Markup]:
    """Return what bringing a log in would do."""
    found = []
    if plan.is_known:
        found.append(told(_("<b>This very file</b> has been brought in before.")))
    found += [
        told(
            ngettext(
                "<b>%(count)s call is new</b>, and counts on its day.",
                "<b>%(count)s calls are new</b>, and count on their day.",
                plan.new,
            ),
            count=plan.new,
        ),
        told(
            _("<b>%(further)s are further</b> than they were, and %(known)s known as they are."),
            further=plan.continued,
            known=plan.known,
        ),
    ]
    if plan.unfinished:
        found.append(
            told(
                ngettext(
                    "<b>%(count)s call has no end</b> in the file: its day is incomplete.",
                    "<b>%(count)s calls have no end</b> in the file: their days are incomplete.",
                    plan.unfinished,
                ),
                count=plan.unfinished,
            )
        )
    if plan.refused:
        found.append(
            told(
                ngettext(
                    "<b>%(count)s line is left out</b>; why stands below.",
                    "<b>%(count)s lines are left out</b>; why stands below.",
                    len(plan.refused),
                ),
                count=len(plan.refused),
            )
        )
    found.append(
        told(_("<b>Who called is not kept.</b> Measures of days already told are told anew."))
    )
    return found
