"""Every page about signing in and one's own account is ours, in Swedish, and breaks no policy."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.urls import reverse

PASSWORD = "en lång mening om gator"
OUT = [
    ("account_login", 200),
    ("account_inactive", 200),
    ("socialaccount_login_error", 401),
    ("socialaccount_login_cancelled", 200),
]
IN = [
    "people_account",
    "people_second_factor",
    "account_change_password",
    "account_reauthenticate",
    "account_logout",
    "usersessions_list",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
]
ENGLISH = re.compile(r"\b(the|your|sign|password|you)\b", re.IGNORECASE)


def check(answer, status=200):
    page = answer.content.decode()
    assert answer.status_code == status, answer
    assert 'class="login"' in page
    assert "<h1" in page
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", page)
    words = re.sub(r"<script.*?</script>|<[^>]+>", " ", page, flags=re.DOTALL)
    words = re.sub(r"\S+@\S+|otpauth\S+", "", words)
    assert not ENGLISH.findall(words), ENGLISH.findall(words)


@pytest.mark.parametrize(("name", "status"), OUT)
def test_pages_before_the_door_are_ours(browser, exempelby, name, status):
    check(browser.get(reverse(name)), status)


@pytest.mark.parametrize("name", IN)
def test_pages_about_oneself_are_ours(browser, ada, name):
    ada.set_password(PASSWORD)
    ada.save()
    browser.post(reverse("account_login"), {"login": ada.email, "password": PASSWORD})

    check(browser.get(reverse(name)))


@pytest.mark.parametrize("name", [name for name in IN if name != "account_logout"])
def test_pages_about_oneself_lead_a_stranger_to_the_door(browser, db, name):
    answer = browser.get(reverse(name))

    assert answer.status_code == 302
    assert answer["Location"].startswith("/konto/logga-in/")


def test_pages_with_a_second_factor_are_ours(browser, ada):
    ada.set_password(PASSWORD)
    ada.save()
    browser.post(reverse("account_login"), {"login": ada.email, "password": PASSWORD})
    Authenticator.objects.create(user=ada, type="totp", data={"secret": "x"})
    RecoveryCodes.activate(ada)

    for name in ("mfa_index", "mfa_deactivate_totp", "mfa_view_recovery_codes"):
        check(browser.get(reverse(name)))
    check(browser.get(reverse("mfa_generate_recovery_codes")))
    check(browser.get(reverse("mfa_reauthenticate")))
    codes = browser.get(reverse("mfa_download_recovery_codes")).content.decode().split()
    assert len(codes) == 10
