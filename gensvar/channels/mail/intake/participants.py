"""A participant who may only read, or whose time has ended, writes into no case.

The mail is not lost: it is taken in as from anybody unknown, and says which case it was about.
"""

from django.utils.translation import gettext as _

from gensvar.channels.mail.intake.incoming import Incoming
from gensvar.channels.mail.intake.on_the_case import participation, writers
from gensvar.operations.customers.models import Address


def turn_away(incoming: Incoming) -> None:
    case = incoming.case
    if case is None:
        return
    held = participation(case, incoming)
    if held is None or held.may_write_at(incoming.at):
        return
    theirs = Address.objects.filter(
        customer=case.customer_id, kind="mail", value__in=writers(incoming)
    )
    if case.customer_id and theirs.exists():
        return
    # A confidential number is passed over like one that nobody has.
    if not case.is_confidential:
        incoming.problems.append(
            _("The mail is about case %(number)s, in which its sender may not write.")
            % {"number": case.number}
        )
    incoming.case = incoming.in_reply_to = None
