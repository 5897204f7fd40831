"""The end of a registration: what was written stays, the one who wrote it sees it no more."""

from datetime import datetime

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import override

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce, undone_if_refused, write_announced
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.confiding import may_read
from gensvar.operations.cases.actions.handing_over import hand_over
from gensvar.operations.cases.actions.moving import about, assign
from gensvar.operations.cases.events import RegistrationFinished
from gensvar.operations.cases.models import Case, State


@action
def finish_registration(case: Case, *, by: Agent | None, at: datetime) -> None:
    """Leave a confidential case to those on its list; the one who registered it sees it no more.

    A case that lies where nobody may read it goes to the group of its subject, if that may: handed
    over if possible, else put there, since a registration can always be finished.
    """
    case = Case.objects.select_related("subject__group", "client").get(pk=case.pk)
    if case.access_id is None or case.registrar_id is None:
        return
    _send_home(case, by=by, at=at)
    announce(RegistrationFinished(**about(case, by)), at=at)
    # After this the database shows neither the case nor what is told of it.
    write_announced()
    with connection.cursor() as cursor:
        cursor.execute("SELECT end_registration(%s)", [case.pk])


def _send_home(case: Case, *, by: Agent | None, at: datetime) -> None:
    home = case.subject.group if case.subject else None
    if home is None or case.is_closed or case.state == State.HANDED_OVER:
        return
    if may_read(case, case.group_id) or not may_read(case, home.pk):
        return
    if by is None:
        assign(case, agent=None, group=home, by=None, at=at)
        return
    with override(case.client.language):
        question = _("Registered in customer service. Please take over.")
    try:
        with undone_if_refused():
            hand_over(case, to=home, why="should-not", question=question, by=by, at=at)
    except Refused:
        # Nobody at work there, a fact not known, no open day: those who may read it see to that.
        assign(case, agent=None, group=home, by=by, at=at)
