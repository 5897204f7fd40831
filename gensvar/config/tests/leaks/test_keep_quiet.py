"""The exits that no address leads to: the portal's code, mail, webhooks, programs with a reason."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client as Browser

from gensvar.channels.mail.actions import taking_in
from gensvar.channels.mail.actions.arriving import Arrived, keep
from gensvar.channels.mail.models import Mailbox
from gensvar.channels.mail.reading import read
from gensvar.channels.mail.tests.conftest import letter
from gensvar.config.tests.api.conftest import Program
from gensvar.foundation.integrations.actions import add_webhook, create_token
from gensvar.foundation.integrations.models import WebhookDelivery
from gensvar.foundation.people.models import Agent
from gensvar.foundation.secrecy.models import AccessEntry
from gensvar.operations.cases.actions import open_case
from gensvar.operations.cases.models import Case, Reading
from gensvar.operations.cases.rules import follow_code
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.models import Message
from gensvar.operations.knowledge.models import Subject
from gensvar.screens.portal.letters import send_code


@pytest.fixture
def secret(exempelby: Any, secret_subject: Subject, eva: Any, noon: Any) -> Case:
    contact = register_contact(exempelby, channel="mail", direction="in", customer=eva, at=noon)
    return open_case(
        exempelby,
        title="Oro",
        channel="mail",
        contact=contact,
        subject=secret_subject,
        at=noon,
    )


def test_the_right_code_of_a_confidential_case_opens_no_more_than_any(secret: Case) -> None:
    browser = Browser()
    code = follow_code(settings.SECRET_KEY, number=secret.number, version=secret.code_version)

    hidden = browser.post("/folj/", {"number": secret.number, "code": code})
    unknown = browser.post("/folj/", {"number": "26-999999", "code": code})

    assert hidden.status_code == unknown.status_code == 422
    assert hidden.content == unknown.content


def test_no_code_is_mailed_for_it(secret: Case, noon: Any) -> None:
    send_code(secret.number, at=noon)

    assert not Message.objects.filter(outgoing__purpose="code").exists()


@pytest.mark.parametrize("is_there", [True, False])
def test_a_strangers_mail_that_names_its_number_becomes_a_new_case_without_a_word(
    secret: Case, exempelby: Any, kundtjanst: Any, is_there: bool, noon: Any
) -> None:
    box = Mailbox.objects.create(
        client=exempelby, address="kundtjanst@exempelby.example", group=kundtjanst, created_at=noon
    )
    number = secret.number if is_there else "26-999999"
    content = letter(sender="Okänd <okand@example.com>", subject=f"Angående {number}")
    keep([Arrived(mailbox=box, content=content, how="smtp", received_at=noon)])

    raws = taking_in.claim(most=10, at=noon)
    taking_in.take_in([(raw, read(bytes(raw.content or b""))) for raw in raws], at=noon)

    new = Case.objects.exclude(pk=secret.pk).get()
    assert Message.objects.get(contact__cases=new).problems == []


def test_a_webhook_hears_nothing_of_it(
    exempelby: Any, eva: Any, gator: Any, secret_subject: Subject, admin: Agent, noon: Any
) -> None:
    add_webhook("https://example.com/x", events=[], client=exempelby, by=admin, at=noon)
    heard = WebhookDelivery.objects.count()

    open_case(exempelby, title="Oro", channel="web", subject=secret_subject, at=noon)
    assert WebhookDelivery.objects.count() == heard

    open_case(exempelby, title="Grop", channel="web", subject=gator, at=noon)
    assert WebhookDelivery.objects.count() > heard


def test_a_program_on_the_list_must_say_why(browser: Any, secret: Case, noon: Any) -> None:
    token, key = create_token("Verksamhetssystem", ["all"], at=noon)
    program = Program(browser, key)
    assert program.get(f"/cases/{secret.number}").status_code == 404
    assert program.get("/cases").json()["count"] == 0

    assert secret.access
    AccessEntry.objects.create(
        access=secret.access, client=secret.client, agent=token.agent, since=noon
    )

    assert program.get("/cases").json()["count"] == 1
    assert program.get(f"/cases/{secret.number}").status_code == 422
    program.headers["Gensvar-Reason"] = "Ska uppdatera akten"
    assert program.get(f"/cases/{secret.number}").json()["title"] == "Oro"
    assert Reading.objects.get().reason == "Ska uppdatera akten"
