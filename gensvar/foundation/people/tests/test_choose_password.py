import pytest

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.actions import AccountHasEnded
from gensvar.foundation.people.signin.password_link import password_link

NEW = "en helt annan mening"


@pytest.fixture
def link(admin, ada, noon):
    return password_link(ada, by=admin, at=noon).removeprefix("http://localhost:8000")


def choose(browser, link, password=NEW):
    form = browser.get(link)
    fields = {"new_password1": password, "new_password2": password}
    return browser.post(form["Location"], fields)


def test_a_link_lets_somebody_choose_a_password_and_sign_in(browser, link, ada):
    chosen = choose(browser, link)
    inside = browser.post("/konto/logga-in/", {"login": ada.email, "password": NEW})

    assert chosen["Location"] == "/konto/logga-in/"
    assert inside["Location"] == "/konto/hem/"
    assert list(EventRecord.objects.order_by("id").values_list("name", flat=True)) == [
        "people.password-link-made",
        "people.password-changed",
        "people.signed-in",
    ]


def test_a_link_works_once(browser, link):
    choose(browser, link)

    assert "fungerar inte längre" in browser.get(link).content.decode()


def test_a_made_up_link_says_so(browser, db):
    page = browser.get("/konto/losenord/MQ/abc-0123456789abcdef/")

    assert page.status_code == 200
    assert "fungerar inte längre" in page.content.decode()


def test_the_link_of_an_ended_account_opens_nothing(browser, link, ada):
    ada.is_active = False
    ada.save()

    assert "fungerar inte längre" in browser.get(link).content.decode()


def test_no_link_is_made_for_an_ended_account(admin, ada, noon):
    ada.is_active = False
    ada.save()

    with pytest.raises(AccountHasEnded):
        password_link(ada, by=admin, at=noon)


@pytest.mark.parametrize("weak", ["kort", "1q2w3e4r5t6y", "ada@exempelby.example"])
def test_a_weak_password_is_refused_with_a_reason(browser, link, weak):
    answer = choose(browser, link, weak)

    assert answer.status_code == 200
    assert 'class="error"' in answer.content.decode()


def test_a_changed_password_signs_out_everywhere_else(browser, ada):
    from conftest import Browser

    ada.set_password("en lång mening om gator")
    ada.save()
    other = Browser()
    for one in (browser, other):
        one.post("/konto/logga-in/", {"login": ada.email, "password": "en lång mening om gator"})

    browser.post(
        "/konto/losenord/",
        {"oldpassword": "en lång mening om gator", "password1": NEW, "password2": NEW},
    )

    assert browser.get("/konto/").status_code == 200
    assert other.get("/konto/").status_code == 302
    assert "people.password-changed" in EventRecord.objects.values_list("name", flat=True)
