import re

import pytest
from django.urls import reverse

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import Agent, FailedSignIn

PASSWORD = "en lång mening om gator"
SIGN_IN = "/konto/logga-in/"


@pytest.fixture
def ada(ada):
    ada.set_password(PASSWORD)
    ada.save()
    return ada


def sign_in(browser, email="ada@exempelby.example", password=PASSWORD, **more):
    return browser.post(SIGN_IN, {"login": email, "password": password}, **more)


def names():
    return list(EventRecord.objects.order_by("id").values_list("name", flat=True))


def test_the_right_password_opens_and_is_recorded(browser, ada):
    answer = sign_in(browser, email="Ada@Exempelby.example")

    assert answer.status_code == 302
    assert answer["Location"] == "/konto/hem/"
    assert browser.session["_auth_user_id"] == str(ada.pk)
    assert names() == ["people.signed-in"]
    assert EventRecord.objects.get().payload == {"agent_id": ada.pk, "way": "password"}


def test_one_comes_back_to_the_page_one_asked_for(browser, ada):
    answer = browser.post(
        f"{SIGN_IN}?next=/konto/inloggningar/",
        {"login": ada.email, "password": PASSWORD},
    )

    assert answer["Location"] == "/konto/inloggningar/"


def test_nobody_is_led_to_another_house_after_signing_in(browser, ada):
    answer = browser.post(
        f"{SIGN_IN}?next=https://evil.example/", {"login": ada.email, "password": PASSWORD}
    )

    assert answer["Location"] == "/konto/hem/"


@pytest.mark.parametrize("email", ["ada@exempelby.example", "nobody@exempelby.example"])
def test_a_wrong_password_says_the_same_whether_the_account_exists(browser, ada, email):
    answer = sign_in(browser, email=email, password="wrong")

    assert answer.status_code == 200
    assert "är fel" in answer.content.decode()
    assert "_auth_user_id" not in browser.session
    assert names() == ["people.sign-in-failed"]


def test_service_accounts_and_ended_accounts_cannot_sign_in(browser, ada):
    Agent.objects.filter(pk=ada.pk).update(is_service=True)
    as_service = sign_in(browser)
    Agent.objects.filter(pk=ada.pk).update(is_service=False, is_active=False)
    as_ended = sign_in(browser)

    assert as_service.status_code == as_ended.status_code == 200
    assert "_auth_user_id" not in browser.session


@pytest.mark.parametrize("email", ["ada@exempelby.example", "nobody@exempelby.example"])
def test_five_wrong_passwords_close_the_door_even_to_the_right_one(browser, ada, email):
    for _try in range(5):
        sign_in(browser, email=email, password="wrong")

    answer = sign_in(browser, email=email)

    assert "Vänta 15 minuter" in answer.content.decode()
    assert "_auth_user_id" not in browser.session
    assert names()[-1] == "people.sign-in-locked"
    assert FailedSignIn.objects.count() == 5


def test_a_closed_door_leaves_other_addresses_and_accounts_alone(browser, ada, bo):
    bo.set_password(PASSWORD)
    bo.save()
    for _try in range(5):
        sign_in(browser, password="wrong")

    from_elsewhere = sign_in(browser, REMOTE_ADDR="192.0.2.7")
    browser.logout()
    as_bo = sign_in(browser, email=bo.email)

    assert from_elsewhere.status_code == as_bo.status_code == 302


def test_the_door_opens_again_by_itself(browser, ada):
    for _try in range(5):
        sign_in(browser, password="wrong")
    from datetime import timedelta

    from django.db.models import F

    FailedSignIn.objects.update(at=F("at") - timedelta(minutes=16))

    assert sign_in(browser).status_code == 302


def test_no_address_or_account_is_kept_in_clear(browser, ada):
    sign_in(browser, password="wrong")

    row = FailedSignIn.objects.values_list("account", "address").get()

    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in row)


def test_signing_out_is_recorded_and_ends_the_session(browser, ada):
    sign_in(browser)

    answer = browser.post(reverse("account_logout"))

    assert answer["Location"] == SIGN_IN
    assert "_auth_user_id" not in browser.session
    assert names() == ["people.signed-in", "people.signed-out"]


def test_there_is_no_way_to_open_an_account_oneself(browser, db):
    for path in ("signup", "registrera", "3rdparty/signup", "email", "password/reset"):
        assert browser.get(f"/konto/{path}/").status_code == 404


def test_the_language_of_the_agent_is_used_from_then_on(browser, ada):
    ada.language = "en"
    ada.save()

    answer = sign_in(browser)

    assert answer.cookies["gensvar_language"].value == "en"


@pytest.mark.parametrize(
    ("who", "where"),
    [("ada", "/skrivbord/"), ("hanna", "/handlaggare/"), ("admin", "/installningar/")],
)
def test_signing_in_leads_to_where_ones_work_is(browser, request, who, where):
    browser.force_login(request.getfixturevalue(who))

    assert browser.get("/konto/hem/")["Location"] == where
