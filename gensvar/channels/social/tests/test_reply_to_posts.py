"""A reply is written in the case and published where the post stands."""

import pytest

from gensvar.channels.social.actions.replying import (
    NotALink,
    NothingToPublish,
    mark_published,
    reply_to,
)
from gensvar.channels.social.actions.taking_in import import_posts, take_in
from gensvar.channels.social.models import Intake, Post
from gensvar.channels.social.rules import Written
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases.models import State
from gensvar.operations.contacts.actions import NothingSaid
from gensvar.operations.contacts.models import Outgoing

URL = "https://social.example/p/1"
OURS = "https://social.example/p/9"


@pytest.fixture
def post(account, ada, noon):
    import_posts(account, f"url;text;konto\n{URL};Gropar;@eva", by=ada, at=noon)
    return Post.objects.get()


def test_a_reply_waits_with_the_link_until_somebody_has_published_it(post, ada, noon):
    reply = reply_to(post, "Vi lagar.", by=ada, at=noon)

    post.case.refresh_from_db()
    assert post.case.state == State.WAITING_FOR_CUSTOMER
    assert (reply.channel, reply.state) == ("social", Outgoing.State.QUEUED)
    with pytest.raises(NotALink):
        mark_published(reply, url="javascript:alert(1)", by=ada, at=noon)
    mark_published(reply, url=OURS, by=ada, at=noon)
    reply.refresh_from_db()
    assert (reply.state, reply.provider_id) == (Outgoing.State.SENT, OURS)
    assert EventRecord.objects.get(name="social.reply-posted").agent_id == ada.pk
    with pytest.raises(NothingToPublish):
        mark_published(reply, url="", by=ada, at=noon)


def test_what_is_written_below_our_reply_goes_with_the_case(post, account, ada, noon):
    mark_published(reply_to(post, "Vi lagar.", by=ada, at=noon), url=OURS, by=ada, at=noon)

    said = Written(id="3", url=f"{URL}/3", text="Tack!", answers=OURS)
    take_in(account, [said], way=Intake.Way.CALL, at=noon)

    assert post.case.posts.count() == 2


def test_it_is_done_on_a_page(browser, post, ada):
    browser.force_login(ada)
    here = f"/sociala-medier/inlagg/{post.pk}/"
    assert URL in browser.get(here).content.decode()

    assert browser.post(here, {"text": " ", "turn": "waiting-for-us"}).status_code == 422
    assert browser.post(here, {"text": "Vi lagar.", "turn": "waiting-for-us"}).url == here

    reply = Outgoing.objects.get()
    assert "Vi lagar." in browser.get(here).content.decode()
    browser.post(f"{here}svar/{reply.pk}/", {"url": "fel"})
    reply.refresh_from_db()
    assert reply.state == Outgoing.State.QUEUED
    browser.post(f"{here}svar/{reply.pk}/", {"url": ""})
    reply.refresh_from_db()
    assert reply.state == Outgoing.State.SENT
    assert browser.post(f"{here}svar/999999/", {"url": ""}).status_code == 404


def test_nothing_said_is_no_reply(post, ada, noon):
    with pytest.raises(NothingSaid):
        reply_to(post, "  ", by=ada, at=noon)


def test_it_is_done_by_the_api(post, browser, ada):
    browser.force_login(ada)
    here = f"/api/v1/social-posts/{post.pk}/replies"

    def ask(path, body):
        return browser.post(f"{here}{path}", body, "application/json")

    made = ask("", {"text": "Vi lagar."}).json()
    assert (made["state"], made["is_published_by_hand"]) == ("queued", True)
    wrong = ask(f"/{made['id']}/publication", {"url": "fel"})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "NotALink")
    done = ask(f"/{made['id']}/publication", {"url": OURS}).json()
    assert (done["state"], done["url"]) == ("sent", OURS)
    assert browser.get(here).json() == [done]
    again = ask(f"/{made['id']}/publication", {})
    assert (again.status_code, again.json()["code"]) == (409, "NothingToPublish")
    assert ask("/999999/publication", {}).status_code == 404
