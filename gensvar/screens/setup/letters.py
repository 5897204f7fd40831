"""What those whom it concerns are told when a way to customers' words is opened."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.models import Token
from gensvar.foundation.people.models import ROLE_NAMES, Agent, RoleGrant
from gensvar.foundation.people.rules import Role


@dataclass(frozen=True)
class Written:
    subject: str
    text: str


def of_token(token: Token, *, client: Client, by: Agent) -> Written:
    text = _(
        "Hello,\n\n"
        "%(by)s has made a key with which a program reaches what customers of %(client)s have "
        "said.\n\n"
        "For: %(name)s\n"
        "May: %(scopes)s\n\n"
        "If you did not expect this, ask %(by)s, or have the key revoked.\n"
    )
    values = {
        "by": by.name,
        "client": client.public_name,
        "name": token.name,
        "scopes": ", ".join(token.scopes),
    }
    return Written(_("A program has been given access to cases"), text % values)


def of_role(grant: RoleGrant, *, client: Client, by: Agent) -> Written:
    text = _(
        "Hello,\n\n"
        "%(by)s has given %(whom)s the role “%(role)s”, with which cases of %(client)s can be "
        "read.\n\n"
        "If you did not expect this, ask %(by)s. Everybody with access: %(link)s\n"
    )
    values = {
        "by": by.name,
        "whom": grant.agent.name,
        "role": str(ROLE_NAMES[Role(grant.role)]),
        "client": client.public_name,
        "link": _access(),
    }
    return Written(_("Somebody has been given access to cases"), text % values)


def of_link(whom: Agent, *, client: Client, by: Agent) -> Written:
    text = _(
        "Hello,\n\n"
        "%(by)s has made a link with which a new password is chosen for %(whom)s, who reads cases "
        "of %(client)s. Whoever has the link can sign in as %(whom)s.\n\n"
        "If you did not expect this, ask %(whom)s. Everybody with access: %(link)s\n"
    )
    values = {
        "by": by.name,
        "whom": whom.name,
        "client": client.public_name,
        "link": _access(),
    }
    return Written(_("A password can be chosen anew"), text % values)


def of_own_link(*, by: Agent) -> Written:
    text = _(
        "Hello,\n\n"
        "%(by)s has made a link with which a new password is chosen for your account in Gensvar. "
        "You should get it from %(by)s. It works once, for three days; the password you have now "
        "works until then.\n\n"
        "If you have not asked for it, tell your manager at once: whoever has the link can sign in "
        "as you.\n"
    )
    return Written(_("A password can be chosen anew"), text % {"by": by.name})


def _access() -> str:
    return settings.BASE_URL + reverse("setup_access")
