"""An account of the town in a network, and a program that tells of posts by signed calls."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.utils.timezone import now
from standardwebhooks import Webhook as Signer

from gensvar.channels.social.actions.accounts import add_account, secret_of
from gensvar.channels.social.models import Account


@pytest.fixture
def account(exempelby: Any, kundtjanst: Any, noon: datetime) -> Account:
    return add_account(
        exempelby,
        network="facebook",
        handle="@exempelby",
        group=kundtjanst,
        keep_days=30,
        by=None,
        at=noon,
    )


@pytest.fixture
def call(browser: Any, account: Account) -> Callable[..., Any]:
    def called(said: Any, *, secret: str = "", at: datetime | None = None, body: str = "") -> Any:
        at, body = at or now(), body or json.dumps(said)
        headers = {
            "webhook-id": "msg_1",
            "webhook-timestamp": str(int(at.timestamp())),
            "webhook-signature": Signer(secret or secret_of(account)).sign("msg_1", at, body),
        }
        return browser.post(
            f"/sociala-medier/{account.pk}/in/", body, "application/json", headers=headers
        )

    return called
