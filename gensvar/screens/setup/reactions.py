from django.utils.timezone import now

from gensvar.foundation.events.reacting import reacts_to
from gensvar.foundation.integrations.events import TokenMade
from gensvar.foundation.people.events import PasswordLinkMade, RoleGiven
from gensvar.screens.setup.actions import telling


@reacts_to(TokenMade, with_record=True)
def tell_of_token(event: TokenMade, record_id: int) -> None:
    telling.tell_of_token(event, record_id=record_id, at=now())


@reacts_to(RoleGiven, with_record=True)
def tell_of_role(event: RoleGiven, record_id: int) -> None:
    telling.tell_of_role(event, record_id=record_id, at=now())


@reacts_to(PasswordLinkMade, with_record=True)
def tell_of_link(event: PasswordLinkMade, record_id: int) -> None:
    telling.tell_of_link(event, record_id=record_id, at=now())
