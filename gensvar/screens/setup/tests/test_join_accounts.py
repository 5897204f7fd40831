"""An account is joined to its network, tried, and left; the token is never shown."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now

from gensvar.channels.social.actions.accounts import add_account
from gensvar.channels.social.actions.joining import door_of, join, note_failure
from gensvar.channels.social.local_mastodon import TOKEN, LocalMastodon
from gensvar.channels.social.models import Connection
from gensvar.channels.social.networks import NotLetIn
from gensvar.foundation.events.models import EventRecord


@pytest.fixture
def mastodon(settings):
    settings.WEBHOOK_PRIVATE = True
    with LocalMastodon() as server:
        yield server


@pytest.fixture
def account(exempelby, noon):
    handle = "@exempelby@127.0.0.1"
    return add_account(exempelby, network="mastodon", handle=handle, by=None, at=noon)


@pytest.fixture
def connection(account, mastodon):
    return join(account, server=mastodon.url, token=TOKEN, by=None, at=now())


def test_an_account_is_joined_with_its_token_sealed(page, desk, account, mastodon, admin):
    here = reverse("setup_joining_account", args=[account.pk])
    assert "https://127.0.0.1" in desk.get(here).content.decode()

    page(here).save(server=mastodon.url, token=TOKEN)

    joined = Connection.objects.get()
    assert (joined.server, door_of(joined).token) == (mastodon.url, TOKEN)
    assert TOKEN not in joined.token_sealed
    told = EventRecord.objects.get(name="social.social-account-joined")
    assert told.agent_id == admin.pk
    shown = desk.get(reverse("setup_account", args=[account.pk])).content.decode()
    assert mastodon.url in shown
    assert TOKEN not in shown + desk.get(here).content.decode()


@pytest.mark.parametrize(
    "given",
    [
        {"server": "https://social.example", "token": ""},
        {"server": "https://social.example", "token": "två ord"},
        {"server": "https://social.example/stig", "token": "x"},
        {"server": "ftp://x", "token": "x"},
        {"server": "", "token": "x"},
    ],
)
def test_what_lets_nobody_in_is_refused(page, account, given):
    answer = page(reverse("setup_joining_account", args=[account.pk])).save(**given)

    assert answer.status_code == 422
    assert not Connection.objects.exists()


def test_a_token_left_empty_stays(page, connection, account):
    page(reverse("setup_joining_account", args=[account.pk])).save(
        server="https://social.example", token=""
    )

    connection.refresh_from_db()
    assert (connection.server, door_of(connection).token) == ("https://social.example", TOKEN)


def test_trying_says_who_we_are_and_warns_of_what_is_amiss(desk, connection, account, mastodon):
    trying = reverse("setup_trying_account", args=[account.pk])

    said = desk.post(trying, follow=True).content.decode()

    assert "@exempelby@127.0.0.1" in said
    assert "another account" not in said
    assert "keeps some" not in said
    connection.refresh_from_db()
    assert connection.most_letters == 500
    type(account).objects.update(handle="@annan@127.0.0.1")
    mastodon.square.policy["for_private_mentions"] = "filter"
    said = desk.post(trying, follow=True).content.decode()
    assert "another account" in said
    assert "keeps some" in said


def test_trying_says_why_it_does_not_work_and_the_list_shows_it(desk, connection, account):
    join(account, server=connection.server, token="wrong", by=None, at=now())

    said = desk.post(reverse("setup_trying_account", args=[account.pk]), follow=True)

    assert "401" in said.content.decode()
    assert "Not let in since" in said.content.decode()
    assert "Not let in since" in desk.get(reverse("setup_accounts")).content.decode()


def test_leaving_forgets_the_token_and_is_told(page, desk, connection, account):
    note_failure(connection, NotLetIn("401"), at=now() - timedelta(hours=1))

    page(reverse("setup_leaving_account", args=[account.pk])).save()

    assert not Connection.objects.exists()
    assert EventRecord.objects.filter(name="social.social-account-left").exists()
    assert (
        "Join the account" in desk.get(reverse("setup_account", args=[account.pk])).content.decode()
    )


def test_only_a_network_that_can_be_asked_is_joined(desk, enter, ada, exempelby, account, noon):
    other = add_account(exempelby, network="facebook", handle="@x", by=None, at=noon)

    assert desk.get(reverse("setup_joining_account", args=[other.pk])).status_code == 404
    shown = desk.get(reverse("setup_account", args=[other.pk])).content.decode()
    assert "Join the account" not in shown
    assert enter(ada).get(reverse("setup_joining_account", args=[account.pk])).status_code == 403
    assert enter(ada).post(reverse("setup_trying_account", args=[account.pk])).status_code == 403


def test_how_long_posts_are_kept_and_what_is_not_chosen_are_said_in_good_swedish(
    enter, admin, account
):
    desk = enter(admin, language="sv")

    assert 'scope="col">Sparas<' in desk.get(reverse("setup_accounts")).content.decode()
    assert ">Inget valt<" in desk.get(reverse("setup_account", args=[account.pk])).content.decode()
