"""A case number in the subject counts from somebody who is on the case already."""

from django.utils.translation import gettext as _

from gensvar.channels.mail.intake.incoming import Incoming
from gensvar.channels.mail.intake.on_the_case import is_on_case
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.joined import standing


def find_case(incoming: Incoming) -> None:
    find_by_number(incoming, incoming.mail.numbers_in_subject)


def find_by_number(incoming: Incoming, numbers: tuple[str, ...]) -> None:
    """Take the first of these cases that the sender is on; tell the agent of the others."""
    if incoming.case is not None or not numbers:
        return
    named = {
        case.number: case
        for case in Case.objects.filter(client=incoming.client, number__in=numbers)
    }
    for number in numbers:
        case = named.get(number)
        if case is not None and any(is_on_case(one, incoming) for one in (case, standing(case))):
            incoming.case = case
            return
    # A confidential number is passed over like one that nobody has.
    for number in (case.number for case in named.values() if not case.is_confidential):
        incoming.problems.append(
            _("The mail names case %(number)s, but its sender is not on that case.")
            % {"number": number}
        )
