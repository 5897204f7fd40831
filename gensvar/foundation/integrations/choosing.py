"""Which client a program speaks of when it makes something new."""

from django.utils.translation import gettext as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.problems import invalid
from gensvar.foundation.people.access import Identity
from gensvar.foundation.people.rules import is_bound


def client_chosen(identity: Identity, permission: str, code: str | None) -> Client:
    """Return the client with this code or, unnamed, the first of the organisation's own."""
    granted = {
        grant.client_id
        for grant in identity.grants
        if grant.allows(permission) and not is_bound(grant.role, permission)
    }
    rows = Client.objects.order_by("-kind", "pk")  # internal before external
    if None not in granted:
        rows = rows.filter(pk__in=[pk for pk in granted if pk is not None])
    client = (rows.filter(code=code) if code else rows).first()
    if client is None:
        raise invalid("#/client", _("There is no such client that you may act for."))
    return client
