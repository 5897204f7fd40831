"""Which department a role may be for."""

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import ROLE_NAMES
from gensvar.foundation.people.queries import departments_of
from gensvar.foundation.people.rules import GROUP_BOUND, Role
from gensvar.foundation.refusals import Refused


class NotByDepartment(Refused):
    message = _("%(role)s is not a role for one department. Leave the department empty.")
    status = 422


class NoSuchDepartment(Refused):
    message = _(
        "No answer group of that client belongs to %(department)s. "
        "Choose a department that has one."
    )
    status = 422


def check_department(role: Role, client: Client | None, department: str) -> None:
    """Refuse a department for a role that is not bound to groups, or that no group belongs to."""
    if not department:
        return
    if role not in GROUP_BOUND:
        raise NotByDepartment(role=str(ROLE_NAMES[role]))
    if client is None or not departments_of([client]).filter(department=department).exists():
        raise NoSuchDepartment(department=department)
