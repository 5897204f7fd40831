from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from gensvar.channels.mail.actions.mailboxes import change_mailbox
from gensvar.channels.mail.models import Mailbox
from gensvar.foundation.people.groups import close_group
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions import assign
from gensvar.operations.cases.models import Case
from gensvar.operations.knowledge.actions import change_subject
from gensvar.operations.knowledge.models import Subject


class NowhereToGo(Refused):
    message = _("Choose an open group of the same client that takes over.")
    status = 422


@transaction.atomic
def close_and_move(group: Group, *, to: Group, by: Agent, at: datetime) -> int:
    """Close a group; its open cases, subjects and mail go to another. Returns how many cases."""
    to = Group.objects.select_for_update().get(pk=to.pk)
    if to.pk == group.pk or to.client_id != group.client_id or to.closed_at is not None:
        raise NowhereToGo
    cases = list(Case.objects.open().filter(group=group).order_by("pk"))
    for case in cases:
        assign(case, agent=None, group=to, by=by, at=at)
    for subject in Subject.objects.filter(group=group, retired_at=None).order_by("pk"):
        change_subject(subject, group=to, by=by, at=at)
    for mailbox in Mailbox.objects.filter(group=group).order_by("pk"):
        change_mailbox(mailbox, group=to, by=by, at=at)
    close_group(group, by=by, at=at)
    return len(cases)
