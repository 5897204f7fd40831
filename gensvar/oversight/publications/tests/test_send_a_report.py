"""What leaves by itself: once, at seven on the first working day, and again to the byte."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from gensvar.foundation.people.models import RoleGrant
from gensvar.operations.cases.tests.test_deadlines import office
from gensvar.operations.contacts.models import Message
from gensvar.oversight.kpi.tests.test_read_record import read
from gensvar.oversight.publications.actions import (
    AlreadySubscribed,
    MayNotRead,
    deliver,
    end_subscription,
    restate_report,
    subscribe,
)
from gensvar.oversight.publications.issuing import issue_due
from gensvar.oversight.publications.models import Delivery, Publication, Subscription

__all__ = ["office"]
# The first working day of June 2026, seven in the morning in Exempelby.
SEVEN = datetime(2026, 6, 1, 5, 0, tzinfo=UTC)


@pytest.fixture
def subscribed(office, outline, karin, cia):
    for agent in (karin, cia):
        subscribe(outline, agent, by=karin, at=SEVEN - timedelta(days=9))
    read(at=SEVEN)
    return outline


def sent():
    return Message.objects.filter(direction="out").order_by("pk")


def test_at_seven_it_is_published_and_sent_to_each_exactly_once(subscribed, exempelby):
    assert issue_due(exempelby, at=SEVEN - timedelta(minutes=1)) == 0
    assert not Publication.objects.exists()

    assert issue_due(exempelby, at=SEVEN) == 2
    assert issue_due(exempelby, at=SEVEN + timedelta(minutes=5)) == 0

    (report,) = Publication.objects.all()
    assert str(report.starts_on) == "2026-05-01"
    assert [one.recipients for one in sent()] == [
        ["karin@exempelby.example"],
        ["cia@exempelby.example"],
    ]
    mail = sent()[0]
    assert mail.subject == "Måluppfyllelse, maj 2026"
    assert "75,0 %" in mail.text
    assert '<html lang="sv">' in mail.html
    assert mail.files.get().name.endswith(".pdf")


def test_sent_again_it_is_the_same_bytes(subscribed, exempelby, karin, calls):
    issue_due(exempelby, at=SEVEN)
    calls.answered(300)
    read(at=SEVEN + timedelta(days=2))
    report = Publication.objects.get()

    assert deliver(report, karin, by=karin, at=SEVEN + timedelta(days=40))

    first, again = sent().filter(recipients=["karin@exempelby.example"])
    assert (again.text, again.html, again.subject) == (first.text, first.html, first.subject)
    assert again.files.get().file == first.files.get().file
    assert Delivery.objects.filter(recipient=karin).count() == 2


def test_a_half_read_day_is_waited_for(office, outline, karin, exempelby, calls):
    subscribe(outline, karin, by=karin, at=SEVEN - timedelta(days=9))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE kpi_reading SET at = %s", [SEVEN - timedelta(days=3)])

    assert issue_due(exempelby, at=SEVEN) == 0
    assert not Publication.objects.exists()
    read(at=SEVEN + timedelta(minutes=4))
    assert issue_due(exempelby, at=SEVEN + timedelta(minutes=5)) == 1


def test_who_may_not_read_is_not_sent_it(subscribed, exempelby, karin, cia, elsa, outline):
    with pytest.raises(MayNotRead):
        subscribe(outline, elsa, by=karin, at=SEVEN)
    with pytest.raises(AlreadySubscribed):
        subscribe(outline, cia, by=karin, at=SEVEN)
    RoleGrant.objects.filter(agent=cia).update(until=SEVEN - timedelta(days=1))

    assert issue_due(exempelby, at=SEVEN) == 1
    assert sent().get().recipients == ["karin@exempelby.example"]


def test_who_has_ended_it_gets_no_more(subscribed, exempelby, karin, cia):
    end_subscription(Subscription.objects.get(recipient=cia), by=karin, at=SEVEN)

    assert issue_due(exempelby, at=SEVEN) == 1


def test_a_restated_report_goes_to_those_who_get_it(subscribed, exempelby, karin, calls):
    issue_due(exempelby, at=SEVEN)
    calls.answered(300)
    read(at=SEVEN + timedelta(days=2))

    restate_report(Publication.objects.get(), "Kom sent.", by=karin, at=SEVEN + timedelta(days=2))

    assert sent().count() == 4
    assert sent().last().subject == "Måluppfyllelse, maj 2026 (omräknad)"


def test_from_the_page_somebody_subscribes_ends_it_and_sends_it_again(
    subscribed, exempelby, browser, karin, ada
):
    issue_due(exempelby, at=SEVEN)
    report = Publication.objects.get()
    browser.force_login(karin)
    address = f"/publicerade-rapporter/{subscribed.pk}/"

    browser.post(f"{address}prenumeranter/", {"recipient": ada.pk})
    assert Subscription.objects.filter(recipient=ada, until=None).exists()
    row = Subscription.objects.get(recipient=ada)
    browser.post(f"{address}prenumeranter/sluta/", {"subscription": row.pk})
    assert not Subscription.objects.filter(recipient=ada, until=None).exists()
    answer = browser.post(f"/publicerade-rapporter/rapport/{report.pk}/skicka-igen/", follow=True)
    assert "igen, på begäran av Karin Wall" in answer.content.decode()
