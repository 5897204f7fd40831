"""An answer to kundtjanst+26-000123.k7d2…@… shows by its tag that it may join that case."""

from gensvar.channels.mail.intake.incoming import Incoming, secrets
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.rules import is_same, number_in_tag, reply_tag


def find_case(incoming: Incoming) -> None:
    if incoming.case is not None:
        return
    for tag in incoming.tags:
        number = number_in_tag(tag)
        if number is None:
            continue
        case = Case.objects.filter(client=incoming.client, number=number).first()
        if case is not None and _is_right(tag, case):
            incoming.case = case
            return


def _is_right(tag: str, case: Case) -> bool:
    return any(
        is_same(tag, reply_tag(secret, number=case.number, version=case.code_version))
        for secret in secrets()
    )
