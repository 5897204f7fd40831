from datetime import datetime, timedelta
from typing import Any

import pytest

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.integrations.actions import create_token, revoke_token
from gensvar.foundation.integrations.actions.tokens import (
    AlreadyRevoked,
    EndsTooSoon,
    NamelessToken,
    ScopeMissing,
    UnknownScope,
)
from gensvar.foundation.integrations.authentication import token_behind
from gensvar.foundation.integrations.models import Token


@pytest.mark.parametrize(
    "written",
    [
        ["cases:read", "contacts:write"],
        ["cases:read,contacts:write"],
        ["cases.read, contacts.write"],
        ["Cases:Read contacts:write", "cases:read"],
    ],
)
def test_scopes_are_read_however_they_are_written(
    exempelby: Any, noon: datetime, written: list[str]
) -> None:
    token, _secret = create_token("prov", written, at=noon)

    assert token.scopes == ["cases:read", "contacts:write"]


def test_the_secret_opens_and_is_not_kept(exempelby: Any, noon: datetime) -> None:
    token, secret = create_token("prov", ["all"], client=exempelby, at=noon)

    assert secret.startswith("gsv_")
    assert token_behind(secret, at=noon) == token
    assert token_behind(secret + "x", at=noon) is None
    assert secret not in str(Token.objects.values().get())
    assert token.agent.is_service
    assert EventRecord.objects.filter(name="integrations.token-made").exists()


@pytest.mark.parametrize(
    ("scopes", "refusal"),
    [
        (["everything"], UnknownScope),
        (["cases:delete"], UnknownScope),
        (["cases"], UnknownScope),
        (["cases:read", "nonsense:read"], UnknownScope),
        ([], ScopeMissing),
        ([" , "], ScopeMissing),
    ],
)
def test_a_scope_that_there_is_not_is_refused_with_those_that_there_are(
    exempelby: Any, noon: datetime, scopes: list[str], refusal: Any
) -> None:
    with pytest.raises(refusal) as refused:
        create_token("prov", scopes, at=noon)
    assert "cases:read" in refused.value.words()
    assert not Token.objects.exists()


def test_a_token_without_a_name_or_a_future_is_refused(exempelby: Any, noon: datetime) -> None:
    with pytest.raises(NamelessToken):
        create_token("  ", ["all"], at=noon)
    with pytest.raises(EndsTooSoon):
        create_token("prov", ["all"], expires=noon, at=noon)


def test_a_token_ends_by_itself(exempelby: Any, noon: datetime) -> None:
    _token, secret = create_token("prov", ["all"], expires=noon + timedelta(days=1), at=noon)

    assert token_behind(secret, at=noon + timedelta(hours=23)) is not None
    assert token_behind(secret, at=noon + timedelta(days=1)) is None


def test_a_revoked_token_opens_nothing_and_is_not_revoked_twice(
    exempelby: Any, noon: datetime
) -> None:
    token, secret = create_token("prov", ["all"], at=noon)

    revoke_token(token, by=None, at=noon)

    assert token_behind(secret, at=noon) is None
    with pytest.raises(AlreadyRevoked):
        revoke_token(token, by=None, at=noon)
