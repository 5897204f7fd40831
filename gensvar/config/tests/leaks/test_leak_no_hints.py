"""The live stream tells nobody off the list that anything happened to a confidential case."""

from typing import Any

from django.conf import settings
from django.test import Client as DjangoBrowser
from django.utils.timezone import now

from gensvar.operations.cases.actions import open_case
from gensvar.screens.live.seeing import Listener, listener_by, seen_by
from gensvar.screens.live.watching import Watch

BACKEND = settings.AUTHENTICATION_BACKENDS[-1]


def _listener(agent: Any) -> Listener:
    browser = DjangoBrowser()
    browser.force_login(agent, backend=BACKEND)
    found = listener_by(browser.cookies[settings.SESSION_COOKIE_NAME].value, at=now())
    assert found is not None
    return found


def test_only_those_on_the_list_hear_of_a_confidential_case(
    exempelby, secret_subject, tove, curious, hanna, noon, settings
):
    settings.REQUIRE_SECOND_FACTOR = False
    watch = Watch()
    open_case(exempelby, title="Oro", channel="phone", subject=secret_subject, at=noon)
    (change,) = watch.changes()

    assert change.is_restricted
    assert seen_by(_listener(tove), [change]) == [change.number]
    assert seen_by(_listener(curious), [change]) == []
    assert seen_by(_listener(hanna), [change]) == []
