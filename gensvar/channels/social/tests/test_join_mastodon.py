"""An account at a server that speaks as Mastodon does, over real HTTP: fetched, and answered."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils.timezone import now

from gensvar.channels.social import turning
from gensvar.channels.social.actions import fetching, publishing
from gensvar.channels.social.actions.accounts import add_account, change_account
from gensvar.channels.social.actions.joining import NoSuchServer, door_of, join, leave
from gensvar.channels.social.actions.replying import (
    ConfidentialInPublic,
    MentionsAnother,
    PersonalInPublic,
    TooLong,
    reply_to,
)
from gensvar.channels.social.local_mastodon import TOKEN, LocalMastodon
from gensvar.channels.social.models import Account, Connection, Intake, Post
from gensvar.channels.social.networks import Door, Unsure
from gensvar.channels.social.networks.asking import MOST_BYTES
from gensvar.channels.social.networks.mastodon import MastodonNetwork
from gensvar.channels.social.queries import replies_of, replies_to_publish
from gensvar.channels.social.rules import KEY_HOLDS
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.cases.actions.confiding import make_confidential
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Message, Outgoing

UNREACHABLE, AGAIN = "social.social-account-unreachable", "social.social-account-reached-again"


@pytest.fixture
def mastodon(settings: Any) -> Iterator[LocalMastodon]:
    settings.WEBHOOK_PRIVATE = True
    with LocalMastodon() as server:
        yield server


@pytest.fixture
def town(exempelby: Any, kundtjanst: Any, mastodon: LocalMastodon) -> Account:
    account = add_account(
        exempelby,
        network="mastodon",
        handle="@exempelby@social.example",
        group=kundtjanst,
        by=None,
        at=now(),
    )
    join(account, server=mastodon.url, token=TOKEN, by=None, at=now())
    turning.fetch_due()
    return account


@pytest.fixture
def came(town: Account, mastodon: LocalMastodon) -> Callable[..., Post]:
    """Let somebody write, and the job fetch it."""

    def written(words: str = "Gropar på Skolgatan", **more: Any) -> Post:
        key = mastodon.write(words, by="eva@folk.example", name="Eva Ek", **more)
        turning.fetch_due()
        return Post.objects.get(external_id=key)

    return written


def ask_now() -> None:
    """As if the pause were over."""
    Connection.objects.update(not_before=now())
    Outgoing.objects.update(not_before=now())


def publish(outgoing: Outgoing) -> Outgoing:
    Outgoing.objects.filter(pk=outgoing.pk).update(not_before=now())
    turning.publish_due()
    outgoing.refresh_from_db()
    return outgoing


def test_what_is_written_to_us_becomes_a_case_once(came, mastodon):
    post = came("Gropar & hål på Skolgatan\nKan ni laga?")

    turning.fetch_due()

    assert Post.objects.count() == Case.objects.count() == 1
    assert Message.objects.get(contact=post.contact).text == (
        "Gropar & hål på Skolgatan\nKan ni laga?"
    )
    assert (post.author, post.handle) == ("Eva Ek", "@eva@folk.example")
    assert post.url.startswith(f"{mastodon.url}/@eva")
    assert (post.visibility, post.is_private) == ("public", False)
    assert post.intake.way == Intake.Way.FETCHED
    assert post.case.title == "Gropar & hål på Skolgatan"
    assert EventRecord.objects.filter(name="social.post-taken-in").count() == 1


def test_what_was_written_before_we_joined_is_left(exempelby, mastodon):
    mastodon.write("Förra året", by="eva")
    account = add_account(exempelby, network="mastodon", handle="@x", by=None, at=now())
    join(account, server=mastodon.url, token=TOKEN, by=None, at=now())

    turning.fetch_due()
    turning.fetch_due()

    assert not Post.objects.exists()
    mastodon.write("Nu", by="eva")
    turning.fetch_due()
    assert Post.objects.get().case.title == "Nu"


def test_more_than_a_page_comes_in_order_and_nothing_twice(town, mastodon):
    for number in range(95):
        mastodon.write(f"Inlägg {number}", by="eva")

    turning.fetch_due()

    titles = Case.objects.order_by("pk").values_list("title", flat=True)
    assert list(titles) == [f"Inlägg {number}" for number in range(95)]


def test_a_turn_that_was_done_twice_at_once_takes_in_once(town, mastodon):
    mastodon.write("Gropar", by="eva")
    stale = Connection.objects.select_related("account__client").get()
    page = MastodonNetwork().after(door_of(stale), stale.cursor, at=now())
    turning.fetch_due()

    fetching.keep(stale, page, at=now())

    assert Post.objects.count() == Intake.objects.count() == 1


@pytest.mark.parametrize(
    ("visibility", "replied", "is_private"),
    [
        ("public", "public", False),
        ("unlisted", "unlisted", False),
        ("private", "direct", True),
        ("direct", "direct", True),
        ("something-new", "direct", True),
    ],
)
def test_a_reply_is_seen_by_no_more_than_the_post_was(
    came, mastodon, ada, visibility, replied, is_private
):
    post = came(visibility=visibility)

    sent = publish(reply_to(post, "Vi lagar.", by=ada, at=now()))

    (status,) = mastodon.ours
    assert status["visibility"] == replied
    assert status["in_reply_to_id"] == post.external_id
    assert status["content"] == "<p>@eva@folk.example Vi lagar.</p>"
    assert post.is_private is is_private
    assert ("Gropar" in post.case.title) is not is_private
    assert (sent.state, sent.provider_id) == (Outgoing.State.SENT, status["id"])
    assert replies_of(post)[0].link == status["url"]


def test_what_is_written_below_our_reply_finds_its_case(came, mastodon, ada):
    post = came()
    publish(reply_to(post, "Var ligger gropen?", by=ada, at=now()))

    answer = came("Vid skolan", answers=mastodon.ours[0]["id"])
    below_own = came("Och en till", answers=answer.external_id)

    assert answer.case == below_own.case == post.case
    assert answer.contact.customer == post.contact.customer


def test_nobody_is_asked_to_publish_by_hand_what_leaves_by_itself(came, exempelby, ada, town):
    post = came()
    reply_to(post, "Vi lagar.", by=ada, at=now())

    assert replies_to_publish([exempelby.pk]) == []
    leave(Connection.objects.get(), by=ada, at=now())
    assert [one.post for one in replies_to_publish([exempelby.pk])] == [post]
    assert turning.publish_due() == 0
    assert EventRecord.objects.filter(name="social.social-account-left").exists()


def test_nothing_personal_is_said_in_public(came, ada, eva):
    post = came()
    Case.objects.filter(pk=post.case.pk).update(customer=eva)
    post = Post.objects.get(pk=post.pk)

    for words in ("Ditt nr 811218-9876", "Vi skrev till Eva.Ek@example.com", "Ring 070-111 11 11"):
        with pytest.raises(PersonalInPublic):
            reply_to(post, words, by=ada, at=now())
    access = AccessList.objects.create(client=eva.client, name="Få")
    make_confidential(post.case, access=access, because="Hot", by=ada, at=now())
    with pytest.raises(ConfidentialInPublic):
        reply_to(Post.objects.get(pk=post.pk), "Vi lagar.", by=ada, at=now())
    assert not Outgoing.objects.exists()


def test_a_private_reply_may_be_personal_but_names_nobody_else(came, mastodon, ada):
    post = came(visibility="direct")

    with pytest.raises(MentionsAnother):
        reply_to(post, "Fråga @grannen@folk.example", by=ada, at=now())
    with pytest.raises(TooLong):
        reply_to(post, "x" * 490, by=ada, at=now())

    sent = publish(reply_to(post, "Skriv till namn@kommun.example, 811218-9876", by=ada, at=now()))
    assert sent.state == Outgoing.State.SENT


def test_a_wrong_token_is_told_once_and_asked_again_later(came, mastodon, ada):
    reply = reply_to(came(), "Vi lagar.", by=ada, at=now())
    join(Account.objects.get(), server=mastodon.url, token="wrong", by=None, at=now())
    mastodon.write("Under tiden", by="eva")

    for _turn in range(3):
        ask_now()
        turning.fetch_due()
    publish(reply)

    connection = Connection.objects.get()
    assert "401" in connection.problem
    assert connection.not_before > now()
    assert connection.failing_since
    assert reply.state == Outgoing.State.QUEUED
    assert EventRecord.objects.filter(name=UNREACHABLE).count() == 1
    join(connection.account, server=mastodon.url, token=TOKEN, by=None, at=now())
    turning.fetch_due()
    assert publish(reply).state == Outgoing.State.SENT
    assert Post.objects.count() == 2
    assert EventRecord.objects.filter(name=AGAIN).count() == 1
    assert Connection.objects.get().failing_since is None


def test_a_network_that_has_heard_enough_is_left_alone_until_it_says(came, mastodon, ada):
    reply = reply_to(came(), "Vi lagar.", by=ada, at=now())
    reset = (now() + timedelta(minutes=4)).isoformat()
    mastodon.square.answer_with = (429, '{"error": "Throttled"}', {"X-RateLimit-Reset": reset})

    turning.fetch_due()

    until = Connection.objects.get().not_before - now()
    assert timedelta(minutes=3, seconds=50) < until <= timedelta(minutes=4, seconds=5)
    asked = len(mastodon.square.asked)
    assert publish(reply).state == Outgoing.State.QUEUED
    turning.fetch_due()
    assert len(mastodon.square.asked) == asked
    mastodon.square.answer_with = None
    ask_now()
    assert publish(reply).state == Outgoing.State.SENT


@pytest.mark.parametrize(
    "answer",
    [
        (200, "no json", {}),
        (200, '{"error": "Nej"}', {}),
        (200, "[1, null, {}, []]", {}),
        (200, '[{"id": "999999999999999999", "status": null}]', {}),
        (500, "", {}),
        (503, "<html>", {}),
        (302, "", {"Location": "http://127.0.0.1:5432/"}),
        (200, "[" + " " * MOST_BYTES + "]", {}),
    ],
)
def test_an_answer_that_is_none_takes_in_nothing_and_loses_nothing(town, mastodon, answer):
    mastodon.write("Gropar", by="eva")
    mastodon.square.answer_with = answer

    turning.fetch_due()

    assert not Post.objects.exists()
    mastodon.square.answer_with = None
    ask_now()
    turning.fetch_due()
    assert Post.objects.count() == ("null" not in answer[1] or "[1" in answer[1])


def test_a_post_is_read_as_far_as_it_can_be(came):
    post = came(
        "\0",
        spoiler_text="<b>Rubrik</b>",
        content="<p>Ett<script>alert(1)</script></p><p>Två&lt;tre</p>",
        created_at="2031-01-01T00:00:00Z",
        url=None,
        uri="javascript:alert(1)",
        media_attachments=[{"type": "image"}, {"type": "video"}],
    )

    message = Message.objects.get(contact=post.contact)
    assert message.text == "Rubrik\nEtt\nTvå<tre"
    assert len(message.problems) == 1
    assert post.posted_at <= now()
    assert post.url.endswith(f"/web/statuses/{post.external_id}")


def test_a_reply_of_which_nobody_knows_is_tried_with_the_same_key(came, mastodon, ada):
    reply = reply_to(came(), "Vi lagar.", by=ada, at=now())
    mastodon.square.breaks_after_posting = True

    assert publish(reply).state == Outgoing.State.LEAVING
    mastodon.square.breaks_after_posting = False
    assert publish(reply).state == Outgoing.State.SENT

    assert len(mastodon.ours) == 1


def test_when_the_network_no_longer_knows_the_key_a_person_must_look(came, mastodon, ada):
    reply = reply_to(came(), "Vi lagar.", by=ada, at=now())
    mastodon.square.breaks_after_posting = True
    publish(reply)
    reply.steps.filter(state=Outgoing.State.LEAVING).update(at=now() - KEY_HOLDS)
    mastodon.square.breaks_after_posting = False

    assert publish(reply).state == Outgoing.State.FAILED

    assert len(mastodon.ours) == 1
    assert EventRecord.objects.filter(name="contacts.message-failed").exists()


def test_a_post_that_is_gone_cannot_be_answered_and_the_reply_says_so(came, mastodon, ada):
    post = came()
    reply = reply_to(post, "Vi lagar.", by=ada, at=now())
    mastodon.square.statuses.clear()

    assert publish(reply).state == Outgoing.State.FAILED

    assert "404" in replies_of(post)[0].said


def test_a_reply_leaves_once_whoever_takes_it(came, mastodon, ada):
    reply = reply_to(came(), "Vi lagar.", by=ada, at=now())
    Outgoing.objects.update(not_before=now())
    (twice,) = publishing.due(most=9, at=now())

    publish(reply)

    assert publishing.prepare(twice, at=now()) is None
    assert len(mastodon.ours) == 1


def test_a_paused_account_is_neither_read_nor_answered(came, town, mastodon, ada):
    reply = reply_to(came(), "Vi lagar.", by=ada, at=now())
    change_account(town, is_paused=True, by=ada, at=now())
    mastodon.write("Mer", by="eva")

    turning.fetch_due()

    assert publish(reply).state == Outgoing.State.QUEUED
    assert Post.objects.count() == 1


def test_the_token_is_kept_sealed_and_goes_nowhere_inside_the_house(town, mastodon, settings):
    connection = Connection.objects.get()
    assert TOKEN not in connection.token_sealed
    settings.WEBHOOK_PRIVATE = False

    with pytest.raises(Unsure):
        MastodonNetwork().newest(Door(mastodon.url, TOKEN))
    for server in ("http://social.example", "ftp://x", "https://u:p@x.example", "https://x/y", ""):
        with pytest.raises(NoSuchServer):
            join(town, server=server, token=TOKEN, by=None, at=now())
    settings.DEMO, settings.MASTODON_URL = True, "http://127.0.0.1:1"
    with pytest.raises(Unsure):
        MastodonNetwork().newest(Door(mastodon.url, TOKEN))
    connection.refresh_from_db()
    assert connection.server == mastodon.url
