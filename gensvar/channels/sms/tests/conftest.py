"""A number at a server that speaks as 46elks does, over real HTTP."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

import pytest

from conftest import NOON
from gensvar.channels.sms import turning
from gensvar.channels.sms.actions.numbers import add_number, address_for
from gensvar.channels.sms.local_elks import PASSWORD, USER, LocalElks, incoming
from gensvar.channels.sms.models import Arrival, Number

OURS, EVAS = "+46766861004", "+46701740605"


@pytest.fixture
def elks(settings: Any) -> Iterator[LocalElks]:
    with LocalElks() as server:
        server.exchange.reports = False
        settings.ELKS_URL = server.url
        yield server


@pytest.fixture
def number(exempelby: Any, kundtjanst: Any, elks: LocalElks) -> Number:
    return add_number(
        exempelby, number=OURS, user=USER, secret=PASSWORD, group=kundtjanst, by=None, at=NOON
    )


@pytest.fixture
def write(browser: Any, number: Number) -> Callable[..., Arrival]:
    """Let a customer write: the provider calls us, and the job reads what was kept."""

    def written(words: str, *, sender: str = EVAS, pictures: tuple[str, ...] = ()) -> Arrival:
        call(browser, number, incoming(words, sender=sender, to=OURS, pictures=pictures))
        turning.read_due()
        return Arrival.objects.order_by("-pk")[0]

    return written


def call(browser: Any, number: Number, form: dict[str, str], what: str = "in", **query: str) -> Any:
    """Call us as the provider does."""
    address = address_for(number, what).partition("/sms/")[2]
    asked = f"?{urlencode(query)}" if query else ""
    return browser.post(
        f"/sms/{address}{asked}", urlencode(form), content_type="application/x-www-form-urlencoded"
    )
