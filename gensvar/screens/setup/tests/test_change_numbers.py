"""Numbers for text messages: added, tried, changed; what is secret is never shown."""

import pytest
from django.urls import reverse

from gensvar.channels.sms.actions.numbers import account_of, add_number
from gensvar.channels.sms.local_elks import PASSWORD, USER, LocalElks
from gensvar.channels.sms.models import Number

OURS = "+46766861004"


@pytest.fixture
def elks(settings):
    with LocalElks() as server:
        settings.ELKS_URL = server.url
        yield server


@pytest.fixture
def number(exempelby, noon):
    return add_number(exempelby, number=OURS, user=USER, secret=PASSWORD, by=None, at=noon)


def test_a_number_is_added_with_its_password_sealed(page, exempelby):
    adding = page(f"{reverse('setup_new_number')}?client=exempelby")

    adding.save(number="076-686 10 04", user=USER, secret=PASSWORD, sends_receipts="on")

    added = Number.objects.get()
    assert (added.number, account_of(added).secret) == (OURS, PASSWORD)
    assert PASSWORD not in added.secret_sealed


@pytest.mark.parametrize("written", ["abc", "112x", "", "+4670\0"])
def test_what_is_no_number_is_refused(page, exempelby, written):
    adding = page(f"{reverse('setup_new_number')}?client=exempelby")

    adding.save(number=written, user=USER, secret=PASSWORD)

    assert not Number.objects.exists()


def test_the_same_number_twice_is_refused(page, exempelby, number):
    adding = page(f"{reverse('setup_new_number')}?client=exempelby")

    answer = adding.save(number=OURS, user=USER, secret=PASSWORD)

    assert "received already" in answer.content.decode()
    assert Number.objects.count() == 1


def test_a_password_left_empty_stays_and_is_not_shown(page, desk, number):
    page(reverse("setup_number", args=[number.pk])).save(user="other", secret="")

    number.refresh_from_db()
    shown = desk.get(reverse("setup_number", args=[number.pk])).content.decode()
    assert (number.user, account_of(number).secret) == ("other", PASSWORD)
    assert PASSWORD not in shown
    assert f"/sms/{number.pk}/" in shown


def test_trying_says_that_it_works_and_sends_nothing(desk, number, elks):
    answer = desk.post(reverse("setup_trying_number", args=[number.pk]), follow=True)

    assert "It works" in answer.content.decode()
    assert elks.exchange.sent == []


def test_trying_says_why_it_does_not_work(desk, number, elks):
    number.user = "other"
    number.save()

    answer = desk.post(reverse("setup_trying_number", args=[number.pk]), follow=True)

    assert "401" in answer.content.decode()


def test_an_agent_does_not_come_here(enter, ada, number):
    assert enter(ada).get(reverse("setup_numbers")).status_code == 403
    assert enter(ada).post(reverse("setup_trying_number", args=[number.pk])).status_code == 403
