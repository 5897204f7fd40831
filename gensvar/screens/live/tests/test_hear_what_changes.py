"""Open pages hear what changes, as it changes, and only of what they may know."""

import asyncio
from typing import Any

import pytest
from django.conf import settings
from django.test import Client as DjangoBrowser
from django.utils.timezone import now

from conftest import NOON
from gensvar.foundation.people.sessions import signed_in_by
from gensvar.operations.cases.actions import open_case, write_note
from gensvar.operations.cases.models import Case
from gensvar.screens.live.application import is_of_ours
from gensvar.screens.live.hub import Stream
from gensvar.screens.live.pipe import ALL, MOST_WAITING, message
from gensvar.screens.live.seeing import Listener, listener_by, seen_by
from gensvar.screens.live.watching import Change, Watch

BACKEND = settings.AUTHENTICATION_BACKENDS[-1]


def opened(client: Any, **more: Any) -> Case:
    return open_case(client, title="Grop", channel="phone", at=NOON, **more)


def change(case: Case, *, restricted: bool = False) -> Change:
    return Change(case.client_id, case.pk, case.number, restricted)


def session_of(agent: Any) -> str:
    browser = DjangoBrowser()
    browser.force_login(agent, backend=BACKEND)
    return browser.cookies[settings.SESSION_COOKIE_NAME].value


def listener(agent: Any) -> Listener:
    found = listener_by(session_of(agent), at=now())
    assert found is not None
    return found


def test_each_change_is_told_once(exempelby, ada):
    watch = Watch()
    case = opened(exempelby)
    write_note(case, "Ringt", by=ada, at=NOON)

    assert watch.changes() == {change(case)}
    assert watch.changes() == frozenset()


def test_a_record_with_a_lower_number_that_appears_later_is_told_too(exempelby, ada):
    ticking = iter([0.0, 1.0, 2.0, 20.0, 21.0])
    watch = Watch(clock=lambda: next(ticking))
    first, second = opened(exempelby), opened(exempelby)
    seen = watch.changes()
    # As if the second had ended its transaction before the first.
    watch._seen = dict.fromkeys(list(watch._seen)[1:], 0.0)

    assert seen == {change(first), change(second)}
    assert watch.changes() == {change(first)}


def test_what_settled_is_not_read_again(exempelby):
    ticking = iter([0.0, 10.0, 20.0])
    watch = Watch(clock=lambda: next(ticking))
    opened(exempelby)
    watch.changes()
    watch.changes()

    assert watch._seen == {}
    assert watch.changes() == frozenset()


def test_a_listener_hears_of_the_cases_of_their_clients(exempelby, energi, ada):
    mine, other = opened(exempelby), opened(energi)

    assert seen_by(listener(ada), [change(mine), change(other)]) == [mine.number]


def test_a_handler_hears_of_the_cases_that_their_group_was_asked_about(
    exempelby, hanna, tek_gata, ada
):
    mine, other = opened(exempelby, group=tek_gata), opened(exempelby)

    assert seen_by(listener(hanna), [change(mine), change(other)]) == [mine.number]


def test_who_may_read_no_cases_hears_of_none(exempelby, admin, settings):
    settings.REQUIRE_SECOND_FACTOR = False
    case = opened(exempelby)

    assert seen_by(listener(admin), [change(case)]) == []


def test_nobody_listens_without_a_session_or_after_signing_out(ada):
    browser = DjangoBrowser()
    browser.force_login(ada, backend=BACKEND)
    key = browser.cookies[settings.SESSION_COOKIE_NAME].value
    assert signed_in_by(key, at=now()) is not None
    browser.logout()

    assert signed_in_by(key, at=now()) is None
    assert signed_in_by("", at=now()) is None


def test_who_lacks_the_second_factor_they_must_have_does_not_listen(ada, admin, settings):
    settings.REQUIRE_SECOND_FACTOR = True

    assert listener_by(session_of(admin), at=now()) is None


@pytest.mark.parametrize(
    ("origin", "host", "is_ours"),
    [
        (None, "localhost:8001", True),
        ("http://localhost:8000", "localhost:8001", True),
        ("https://kund.example", "kund.example", False),
        ("http://evil.example", "localhost:8001", False),
        ("http://localhost:3000", "localhost:8001", False),
        ("http://localhost:8000", "evil.example", False),
    ],
)
def test_only_pages_of_ours_may_listen(origin, host, is_ours, settings):
    settings.ALLOWED_HOSTS, settings.PORT = ["localhost"], 8000
    headers = {"host": host} | ({"origin": origin} if origin else {})

    assert is_of_ours(headers) is is_ours


def test_a_browser_that_does_not_read_is_told_to_look_at_everything_again(ada):
    async def heard() -> list[bytes]:
        stream = Stream("key", Listener(ada.pk, None))
        for number in range(MOST_WAITING + 1):
            stream.put(message("cases", [str(number)]))
        stream.close()
        return [one async for one in stream.messages()]

    assert asyncio.run(heard())[1:] == [ALL]
