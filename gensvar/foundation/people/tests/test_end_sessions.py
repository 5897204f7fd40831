import re
from datetime import timedelta

from django.contrib.sessions.models import Session
from django.utils.timezone import now

from conftest import Browser
from gensvar.foundation.people.jobs import forget
from gensvar.foundation.people.models import FailedSignIn

PASSWORD = "en lång mening om gator"


def enter(browser, agent, **more):
    agent.set_password(PASSWORD)
    agent.save()
    browser.post("/konto/logga-in/", {"login": agent.email, "password": PASSWORD}, **more)
    return browser


def test_one_sees_where_one_is_signed_in_and_ends_the_rest(ada):
    here = enter(Browser(), ada)
    there = Browser()
    there.post(
        "/konto/logga-in/",
        {"login": ada.email, "password": PASSWORD},
        REMOTE_ADDR="192.0.2.7",
        headers={"user-agent": "Mozilla på surfplattan"},
    )

    page = here.get("/konto/inloggningar/").content.decode()
    here.post("/konto/inloggningar/")

    assert "192.0.2.7" in page
    assert "Mozilla på surfplattan" in page
    assert here.get("/konto/").status_code == 200
    assert there.get("/konto/").status_code == 302


def test_one_does_not_see_the_sessions_of_others(ada, bo):
    enter(Browser(), ada, REMOTE_ADDR="192.0.2.7")

    page = enter(Browser(), bo).get("/konto/inloggningar/").content.decode()

    assert "192.0.2.7" not in page


def test_a_session_ends_by_itself_after_some_hours(browser, ada, settings):
    enter(browser, ada)

    left = Session.objects.get().expire_date - now()
    Session.objects.update(expire_date=now() - timedelta(seconds=1))

    assert timedelta(hours=9) < left <= timedelta(seconds=settings.SESSION_COOKIE_AGE)
    assert browser.get("/konto/").status_code == 302


def test_the_cookie_is_for_this_browser_alone(browser, ada):
    enter(browser, ada)

    cookie = browser.cookies["gensvar"]

    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert not cookie["max-age"]


def test_what_has_ended_is_forgotten_at_night(browser, ada):
    enter(browser, ada)
    Session.objects.update(expire_date=now() - timedelta(seconds=1))
    FailedSignIn.objects.create(account="a", address="b", at=now() - timedelta(days=2))
    kept = FailedSignIn.objects.create(account="a", address="b", at=now())

    forget(timestamp=0)

    assert not Session.objects.exists()
    assert list(FailedSignIn.objects.all()) == [kept]


def test_a_new_session_begins_at_sign_in(browser, ada):
    browser.get("/konto/logga-in/")
    before = browser.session.session_key

    enter(browser, ada)

    assert browser.session.session_key != before
    assert re.fullmatch("[a-z0-9]{32}", browser.session.session_key)
