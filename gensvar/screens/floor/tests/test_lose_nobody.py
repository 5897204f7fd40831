"""The balance of a day as a page and a file, and what is withheld with it."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils.timezone import localtime, now

from gensvar.foundation.people.models import RoleGrant
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import DayBalance, Waiting
from gensvar.oversight.reports.actions import issue_due


@pytest.fixture
def day(exempelby: Any, cia: Any) -> Any:
    """Two came; one of them is lost."""
    at = now()
    skill = actions.add_skill(exempelby, name="Vatten")
    wish = actions.QueueWish(
        name="Vatten", channel="phone", goal_seconds=120, steps=[actions.StepWish(0, skill)]
    )
    queue = actions.set_queue(exempelby, wish, by=cia, at=at)
    contacts = [
        register_contact(exempelby, channel="phone", direction="in", customer=None, at=at)
        for _one in range(2)
    ]
    for contact in contacts:
        actions.wait(contact, queue=queue, at=at)
    Waiting.objects.filter(contact=contacts[1]).delete()
    actions.count_day(localtime(at).date(), at=at)
    return contacts[1]


@pytest.fixture
def as_manager(browser: Any, ada: Any, exempelby: Any) -> Any:
    RoleGrant.objects.create(agent=ada, client=exempelby, role="manager", since=now())
    browser.force_login(ada)
    return browser


def test_a_day_that_does_not_balance_is_shown_with_the_contacts_behind(day, browser, cia):
    browser.force_login(cia)
    page = browser.get("/laget/avstamning/").content.decode()
    assert "1 kö går inte ihop" in page
    assert f'<th scope="row">{day.pk}' in page
    assert "Tappad" in page
    assert "Publicera med" not in page
    row = DayBalance.objects.get()
    assert browser.post(f"/laget/avstamning/{row.pk}/").status_code == 403

    on = localtime(now()).date().isoformat()
    lines = browser.get(f"/laget/avstamning/{on}.csv").content.decode().splitlines()
    assert lines[0].startswith("day;client;queue;channel;received;answered;abandoned;callback")
    assert lines[1] == f"{on};exempelby;Vatten;phone;2;0;0;0;0;0;1;no"
    assert browser.get("/laget/avstamning/nagon-dag.csv").status_code == 404
    assert browser.get("/laget/avstamning/?on=nagon-dag").status_code == 404
    assert "Inget räknades" in browser.get("/laget/avstamning/?on=2026-01-01").content.decode()


def test_a_manager_explains_and_the_day_is_published(day, as_manager):
    row = DayBalance.objects.get()
    address = f"/laget/avstamning/{row.pk}/"
    assert "Skriv varför" in as_manager.post(address, follow=True).content.decode()
    done = as_manager.post(address, {"because": "Driftstopp"}, follow=True).content.decode()
    assert "Nedskrivet" in done
    assert "Driftstopp" in done
    assert "Det som inte går ihop är förklarat" in done


def test_the_statistics_of_a_month_wait_for_its_days(day, exempelby, monkeypatch):
    sent: list[str] = []
    monkeypatch.setattr("gensvar.oversight.reports.actions.departments", lambda client: ["Gator"])
    monkeypatch.setattr(
        "gensvar.oversight.reports.actions.recipients", lambda *_args, **_more: ["somebody"]
    )

    def send(_client: Any, _department: str, issue: Any, **_more: Any) -> bool:
        sent.append(issue.kind)
        return True

    monkeypatch.setattr("gensvar.oversight.reports.actions.issue_report", send)
    monkeypatch.setattr("gensvar.oversight.reports.actions._is_time", lambda *_args: True)
    next_month = (localtime(now()).replace(day=1) + timedelta(days=35)).replace(day=10)
    issue_due(exempelby, at=next_month)
    assert "statistics" not in sent
    assert "overdue" in sent
    Waiting.objects.all().delete()
    DayBalance.objects.update(is_balanced=True)
    issue_due(exempelby, at=next_month)
    assert "statistics" in sent
