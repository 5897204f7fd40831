from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.access import identity_of
from gensvar.foundation.people.actions import (
    AccountHasEnded,
    LastAdministrator,
    OwnAccount,
    end_account,
    give_role,
    put_in_group,
    take_second_factors,
)
from gensvar.foundation.people.models import Membership, RoleGrant
from gensvar.foundation.people.rules import Role

PASSWORD = "en lång mening om gator"


def test_an_ended_account_has_no_role_group_session_or_password(
    browser, admin, ada, exempelby, kundtjanst, noon
):
    ada.set_password(PASSWORD)
    ada.save()
    browser.post("/konto/logga-in/", {"login": ada.email, "password": PASSWORD})
    later = noon + timedelta(days=9)
    give_role(ada, role=Role.QUALITY, client=exempelby, by=admin, at=noon, since=later)

    end_account(ada, by=admin, at=noon)

    ada.refresh_from_db()
    assert not ada.is_active
    assert not ada.has_usable_password()
    assert not identity_of(ada, at=later).grants
    assert not Membership.objects.filter(agent=ada, until=None).exists()
    assert not Session.objects.exists()
    assert browser.get("/konto/").status_code == 302
    ended = EventRecord.objects.filter(name="people.account-ended").get()
    assert ended.payload == {"agent_id": admin.pk, "whom_id": ada.pk}
    assert EventRecord.objects.filter(name="people.role-taken").count() == 1
    assert EventRecord.objects.filter(name="people.taken-out-of-group").count() == 1


def test_nobody_ends_their_own_account(admin, noon):
    with pytest.raises(OwnAccount):
        end_account(admin, by=admin, at=noon)


def test_an_account_ends_once(admin, ada, noon):
    end_account(ada, by=admin, at=noon)

    with pytest.raises(AccountHasEnded):
        end_account(ada, by=admin, at=noon)


def test_the_last_administrator_stays(admin, ada, noon):
    with pytest.raises(LastAdministrator):
        end_account(admin, by=ada, at=noon)

    admin.refresh_from_db()
    assert admin.is_active
    assert RoleGrant.objects.in_force(at=noon).filter(agent=admin).exists()


def test_an_ended_account_gets_no_role_and_no_group(admin, ada, exempelby, tek_gata, noon):
    end_account(ada, by=admin, at=noon)

    with pytest.raises(AccountHasEnded):
        give_role(ada, role=Role.AGENT, client=exempelby, by=admin, at=noon)
    with pytest.raises(AccountHasEnded):
        put_in_group(ada, group=tek_gata, by=admin, at=noon)


def test_lost_second_factors_are_taken_away_with_every_session(browser, admin, ada, noon):
    browser.force_login(ada)
    Authenticator.objects.create(user=ada, type="totp", data={"secret": "x"})

    take_second_factors(ada, by=admin, at=noon)

    assert not Authenticator.objects.filter(user=ada).exists()
    assert EventRecord.objects.get().name == "people.second-factor-taken-away"
