"""Events reach a real server, signed, until it takes them; and never one inside the house."""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest
from django.db import transaction
from standardwebhooks.webhooks import Webhook as Receiver
from standardwebhooks.webhooks import WebhookVerificationError

from gensvar.foundation.events.actions import announce
from gensvar.foundation.events.events import Event
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.integrations.actions import (
    add_webhook,
    end_webhook,
    rotate_secret,
    send_again,
    try_webhook,
)
from gensvar.foundation.integrations.actions.telling import (
    AddressNotAllowed,
    AlreadyDelivered,
    UnknownEvent,
)
from gensvar.foundation.integrations.delivering import NotDelivered, deliver
from gensvar.foundation.integrations.jobs import tell_due
from gensvar.foundation.integrations.models import Webhook, WebhookDelivery
from gensvar.foundation.integrations.rules import PAUSES, is_public_address, is_web_address


@dataclass(frozen=True, kw_only=True)
class SomethingHappened(Event):
    name: ClassVar = "test.something-happened"
    client_id: int | None
    case_id: int


@dataclass
class Server:
    """Somebody's own server: it keeps what it is told and answers as it is set to."""

    status: int = 200
    told: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    url: str = ""

    def messages(self) -> list[dict[str, Any]]:
        return [json.loads(body) for _headers, body in self.told]


@pytest.fixture
def server() -> Iterator[Server]:
    kept = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            kept.told.append((headers, body))
            self.send_response(kept.status)
            self.send_header("Location", kept.url)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_arguments: Any) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    kept.url = f"http://127.0.0.1:{http.server_port}/gensvar"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield kept
    http.shutdown()
    thread.join()
    http.server_close()


@pytest.fixture
def private(settings: Any) -> Any:
    settings.WEBHOOK_PRIVATE = True
    return settings


def happen(client: Any, case_id: int, at: datetime) -> int:
    with transaction.atomic():
        return announce(SomethingHappened(client_id=client and client.pk, case_id=case_id), at=at)


@pytest.mark.django_db(transaction=True)
def test_an_event_is_told_once_signed_and_with_ids_only(
    server: Server, private: Any, ada: Any, exempelby: Any, noon: datetime
) -> None:
    _webhook, secret = add_webhook(server.url, events=[], client=exempelby, by=ada, at=noon)

    record_id = happen(exempelby, 7, noon)
    tell_due()
    tell_due()

    ((headers, body),) = server.told
    message = Receiver(secret).verify(body, headers)
    assert message["type"] == "test.something-happened"
    assert message["data"] == {"event_id": record_id, "case_id": 7, "client_id": exempelby.pk}
    assert headers["webhook-id"] == f"evt_{record_id}"
    with pytest.raises(WebhookVerificationError):
        Receiver(secret).verify(body + b" ", headers)
    assert WebhookDelivery.objects.get().delivered_at is not None


@pytest.mark.django_db(transaction=True)
def test_only_the_chosen_events_of_its_own_client_are_told(
    server: Server, private: Any, ada: Any, exempelby: Any, energi: Any, noon: datetime
) -> None:
    add_webhook(server.url, events=["test.something-happened"], client=exempelby, by=ada, at=noon)
    add_webhook(server.url, events=["cases.case-opened"], client=exempelby, by=ada, at=noon)

    happen(energi, 1, noon)
    happen(None, 2, noon)
    happen(exempelby, 3, noon)
    tell_due()

    assert [message["data"]["case_id"] for message in server.messages()] == [3]


@pytest.mark.django_db(transaction=True)
def test_what_was_rolled_back_is_not_told(
    server: Server, private: Any, ada: Any, exempelby: Any, noon: datetime
) -> None:
    add_webhook(server.url, events=[], client=exempelby, by=ada, at=noon)

    with transaction.atomic():
        announce(SomethingHappened(client_id=exempelby.pk, case_id=1), at=noon)
        transaction.set_rollback(True)

    assert tell_due() == 0
    assert server.told == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("status", [500, 404, 301])
def test_a_receiver_that_fails_is_told_again_later(
    server: Server, private: Any, ada: Any, exempelby: Any, noon: datetime, status: int
) -> None:
    add_webhook(server.url, events=[], client=exempelby, by=ada, at=noon)
    happen(exempelby, 1, noon)

    server.status = status
    tell_due()
    assert tell_due() == 0
    WebhookDelivery.objects.update(next_try_at=noon)
    server.status = 204
    tell_due()

    delivery = WebhookDelivery.objects.get()
    assert len(server.told) == delivery.attempts == 2
    assert server.told[0][0]["webhook-id"] == server.told[1][0]["webhook-id"]
    assert delivery.delivered_at
    assert delivery.next_try_at is None


@pytest.mark.django_db(transaction=True)
def test_after_many_failures_it_is_given_up_in_the_open_and_may_be_sent_again(
    server: Server, private: Any, ada: Any, exempelby: Any, noon: datetime
) -> None:
    add_webhook(server.url, events=[], client=exempelby, by=ada, at=noon)
    happen(exempelby, 1, noon)
    server.status = 503

    for _attempt in range(len(PAUSES) + 1):
        WebhookDelivery.objects.filter(next_try_at__isnull=False).update(next_try_at=noon)
        tell_due()
    delivery = WebhookDelivery.objects.get()

    assert delivery.failed_at
    assert delivery.last_error == "answered 503"
    assert len(server.told) == len(PAUSES) + 1
    assert EventRecord.objects.filter(name="integrations.webhook-gave-up").count() == 1
    server.status = 200
    send_again(delivery, at=noon)
    tell_due()
    delivery.refresh_from_db()
    assert delivery.delivered_at
    assert delivery.failed_at is None


@pytest.mark.django_db(transaction=True)
def test_a_receiver_that_is_gone_is_not_asked_again(
    server: Server, private: Any, ada: Any, exempelby: Any, noon: datetime
) -> None:
    add_webhook(server.url, events=[], client=exempelby, by=ada, at=noon)
    happen(exempelby, 1, noon)
    server.status = 410

    tell_due()

    assert WebhookDelivery.objects.get().failed_at


@pytest.mark.django_db(transaction=True)
def test_a_new_secret_and_the_old_one_both_sign_for_a_day(
    server: Server, private: Any, ada: Any, exempelby: Any, noon: datetime
) -> None:
    webhook, old = add_webhook(server.url, events=[], client=exempelby, by=ada, at=noon)
    new = rotate_secret(webhook, by=ada, at=noon)
    record = EventRecord.objects.get(pk=happen(exempelby, 1, noon))
    assert old not in webhook.secret + webhook.old_secret

    deliver(webhook, record, at=noon + timedelta(hours=23))
    deliver(webhook, record, at=noon + timedelta(hours=25))

    signatures = [headers["webhook-signature"].split() for headers, _body in server.told]
    assert [len(found) for found in signatures] == [2, 1]
    for place, secret in ((0, old), (0, new), (1, new)):
        headers, body = server.told[place]
        at = datetime.fromtimestamp(int(headers["webhook-timestamp"]), tz=noon.tzinfo)
        right = Receiver(secret).sign(headers["webhook-id"], at, body.decode())
        assert right in signatures[place]


@pytest.mark.django_db(transaction=True)
def test_a_message_to_try_goes_to_that_address_alone(
    server: Server, private: Any, ada: Any, exempelby: Any, noon: datetime
) -> None:
    webhook, _secret = add_webhook(
        server.url, events=["cases.case-opened"], client=exempelby, by=ada, at=noon
    )
    add_webhook(server.url, events=[], client=exempelby, by=ada, at=noon)

    try_webhook(webhook, by=ada, at=noon)
    tell_due()

    (message,) = server.messages()
    assert message["type"] == "integrations.webhook-tested"
    assert message["data"]["webhook_id"] == webhook.pk


@pytest.mark.django_db(transaction=True)
def test_an_address_that_was_ended_is_told_nothing_more(
    server: Server, private: Any, ada: Any, exempelby: Any, noon: datetime
) -> None:
    webhook, _secret = add_webhook(server.url, events=[], client=exempelby, by=ada, at=noon)
    happen(exempelby, 1, noon)
    end_webhook(webhook, by=ada, at=noon)
    happen(exempelby, 2, noon)

    assert tell_due() == 0
    with pytest.raises(AlreadyDelivered):
        send_again(WebhookDelivery.objects.get(), at=noon)


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/",
        "https://127.0.0.1/",
        "https://localhost/",
        "https://10.0.0.1:8443/x",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://user:pass@example.org/",
        "https://example.org:99999/",
        "https:///x",
        "ftp://example.org/",
        "file:///etc/passwd",
        "https://exam ple.org/",
        "https://example.org/\r\nX: y",
    ],
)
def test_an_address_inside_the_house_or_unsafe_is_refused(
    ada: Any, exempelby: Any, noon: datetime, url: str
) -> None:
    with pytest.raises(AddressNotAllowed):
        add_webhook(url, events=[], client=exempelby, by=ada, at=noon)
    assert not Webhook.objects.exists()


def test_a_name_that_leads_inside_the_house_is_not_called(
    server: Server, ada: Any, exempelby: Any, noon: datetime, settings: Any
) -> None:
    settings.DEMO = True  # so that http is allowed; private addresses still are not
    webhook, _secret = add_webhook(
        "http://example.org/", events=[], client=exempelby, by=ada, at=noon
    )
    webhook.url = server.url.replace("127.0.0.1", "localhost")
    record = EventRecord.objects.get(pk=happen(exempelby, 1, noon))

    with pytest.raises(NotDelivered, match="not on the open internet"):
        deliver(webhook, record, at=noon)
    assert server.told == []


def test_an_event_that_does_not_exist_is_refused(ada: Any, exempelby: Any, noon: datetime) -> None:
    with pytest.raises(UnknownEvent):
        add_webhook("https://example.org/", events=["x.y"], client=exempelby, by=ada, at=noon)


@pytest.mark.parametrize(
    ("address", "is_public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_an_address_is_judged_by_where_it_lies(address: str, is_public: bool) -> None:
    assert is_public_address(address) is is_public


def test_only_encrypted_addresses_where_asked_for() -> None:
    assert is_web_address("http://example.org", https_only=False)
    assert not is_web_address("http://example.org", https_only=True)
