from datetime import timedelta

import pytest
from django.utils.timezone import now

from conftest import Browser
from gensvar.operations.cases.actions import describe, hand_over, open_case
from gensvar.operations.cases.models import Case, NeedType
from gensvar.operations.contacts.actions import Said, record_message, register_contact


def words(response):
    return response.content.decode()


def path(case, act=""):
    return f"/handlaggare/{case.number}/{act + '/' if act else ''}"


def ask_department(
    client, group, agent, *, customer=None, title="Gropar", days_ago=1, channel="mail"
):
    at = now() - timedelta(days=days_ago)
    contact = register_contact(client, channel=channel, direction="in", customer=customer, at=at)
    said = Said(
        text="Hål i gatan, sa Eva",
        sender_name="Eva Ek",
        sender_address="eva.ek@example.com" if customer else "",
    )
    record_message(contact, said, at=at)
    case = open_case(client, title=title, channel=channel, contact=contact, at=at)
    hand_over(case, to=group, why="cannot", question=f"{title}: när lagas de?", by=agent, at=at)
    return Case.objects.get(pk=case.pk)


@pytest.fixture
def case(exempelby, tek_gata, kundtjanst, ada, eva, gator):
    case = ask_department(exempelby, tek_gata, ada, customer=eva)
    describe(case, subject=gator, need_type=NeedType.STATUS, by=ada, at=now())
    return case


@pytest.fixture
def office(hanna):
    browser = Browser()
    browser.force_login(hanna)
    return browser
