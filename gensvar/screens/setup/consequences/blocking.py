from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from gensvar.operations.contacts.blocking import RegisterPlan
from gensvar.operations.contacts.rules import register_ends_on
from gensvar.screens.setup.changing import told


def of_register(plan: RegisterPlan, *, version_on: date) -> list[Markup]:
    """Return what bringing a block register in would do."""
    found = [
        told(
            ngettext(
                "<b>%(count)s number</b> is called for no sale and no fund-raising.",
                "<b>%(count)s numbers</b> are called for no sale and no fund-raising.",
                len(plan.numbers),
            ),
            count=len(plan.numbers),
        ),
        told(
            _("<b>It may be asked before %(day)s.</b> From then on a newer one is needed."),
            day=register_ends_on(version_on).isoformat(),
        ),
    ]
    if plan.in_use is not None:
        found.append(
            told(
                _("It takes the place of that of %(day)s, which has %(count)s numbers."),
                day=plan.in_use.version_on.isoformat(),
                count=plan.in_use.numbers,
            )
        )
    if plan.refused:
        found.append(
            told(
                ngettext(
                    "<b>%(count)s line is no telephone number</b>: nothing can be brought in.",
                    "<b>%(count)s lines are no telephone numbers</b>: nothing can be brought in.",
                    len(plan.refused),
                ),
                count=len(plan.refused),
            )
        )
    return found
