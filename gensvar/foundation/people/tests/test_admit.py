"""What `requires`, `public` and `signed_in` let through, and what it costs."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.test import Client as DjangoBrowser
from django.urls import include, path

from gensvar.foundation.people.access import identity_of, reach, requires, signed_in
from gensvar.foundation.people.models import Group, Membership, RoleGrant
from gensvar.foundation.people.rules import PERMISSIONS, Role

PASSWORD = "en lång mening om gator"


@requires("cases.read")
def cases(request):
    """Stand for any page: it shows which clients' and groups' rows the database lets it see."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_clients(), current_groups()")
        clients, groups = cursor.fetchone()
    return JsonResponse({"clients": sorted(clients), "groups": sorted(groups)})


@requires("setup.write", recent_sign_in=True)
def harm(request):
    return HttpResponse(f"done {request.POST.get('what')}")


@requires("people.write")
def people(request):
    return HttpResponse("people")


urlpatterns = [
    path("cases/", cases),
    path("harm/", harm),
    path("people/", people),
    path("me/", signed_in(lambda request: HttpResponse(str(request.identity.agent_id)))),
    path("", include("gensvar.config.urls")),
]
pytestmark = pytest.mark.urls(__name__)


@pytest.fixture
def enter(browser):
    def enter(agent):
        agent.set_password(PASSWORD)
        agent.save()
        browser.post("/konto/logga-in/", {"login": agent.email, "password": PASSWORD})
        return browser

    return enter


def give(agent, role, client, noon):
    return RoleGrant.objects.create(
        agent=agent, role=role, client=client, since=noon.replace(year=2025)
    )


def test_a_stranger_is_led_to_the_door_and_back(browser, db):
    answer = browser.get("/cases/?page=2")

    assert answer["Location"] == "/konto/logga-in/?next=/cases/%3Fpage%3D2"


def test_a_fragment_asked_for_by_a_stranger_takes_the_whole_page_to_the_door(browser, db):
    answer = browser.get(
        "/cases/", headers={"hx-request": "true", "hx-current-url": "http://testserver/list/?a=1"}
    )

    assert answer.status_code == 200
    assert answer["HX-Redirect"] == "/konto/logga-in/?next=/list/%3Fa%3D1"


def test_a_role_without_the_permission_is_refused(enter, ada):
    assert enter(ada).get("/people/").status_code == 403


def test_a_page_about_oneself_needs_no_role(enter, ada):
    RoleGrant.objects.filter(agent=ada).delete()

    assert enter(ada).get("/me/").content == str(ada.pk).encode()


def test_the_representative_of_one_client_reaches_no_other(enter, ada, exempelby, energi, noon):
    RoleGrant.objects.filter(agent=ada).delete()
    give(ada, Role.CLIENT_REPRESENTATIVE, energi, noon)

    assert enter(ada).get("/cases/").json() == {"clients": [energi.pk], "groups": []}


def test_a_role_for_all_clients_reaches_every_client(enter, ada, exempelby, energi, noon):
    give(ada, Role.MANAGER, None, noon)

    assert enter(ada).get("/cases/").json()["clients"] == [exempelby.pk, energi.pk]


def test_a_handler_reaches_own_groups_only(enter, hanna, exempelby, tek_gata):
    Group.objects.create(client=exempelby, code="SOC", name="Social")

    assert enter(hanna).get("/cases/").json() == {"clients": [], "groups": [tek_gata.pk]}


def test_a_manager_of_a_department_reaches_the_groups_managed(enter, mats, tek_gata):
    assert enter(mats).get("/cases/").json() == {"clients": [], "groups": [tek_gata.pk]}


def test_leaving_a_group_closes_it_at_once(enter, hanna, tek_gata):
    browser = enter(hanna)
    before = browser.get("/cases/").json()["groups"]

    Membership.objects.filter(agent=hanna).update(until=hanna.created_at)

    assert before == [tek_gata.pk]
    assert browser.get("/cases/").json()["groups"] == []


def test_a_role_counts_from_its_first_moment_until_its_last(ada, exempelby, noon):
    RoleGrant.objects.filter(agent=ada).delete()
    RoleGrant.objects.create(
        agent=ada,
        role=Role.AUDITOR,
        client=exempelby,
        since=noon,
        until=noon + timedelta(days=1),
    )

    held = [
        identity_of(ada, at=at).may("events.read")
        for at in (noon - timedelta(seconds=1), noon, noon + timedelta(days=1))
    ]

    assert held == [False, True, False]


@pytest.mark.parametrize("role", Role)
def test_each_role_reaches_what_its_permissions_say_and_nothing_else(ada, exempelby, noon, role):
    RoleGrant.objects.filter(agent=ada).delete()
    give(ada, role, exempelby, noon)
    identity = identity_of(ada, at=noon)

    for permission in frozenset().union(*PERMISSIONS.values()):
        allowed = permission in PERMISSIONS[role]
        opened = reach(identity, permission)
        assert identity.may(permission) == allowed
        assert not (opened.clients or opened.groups) or allowed


def test_the_permission_of_one_client_says_nothing_about_another(ada, exempelby, energi, noon):
    give(ada, Role.CLIENT_REPRESENTATIVE, energi, noon)
    identity = identity_of(ada, at=noon)

    assert identity.may("cases.answer", client_id=exempelby.pk)
    assert not identity.may("cases.answer", client_id=energi.pk)
    assert reach(identity, "cases.answer").clients == {exempelby.pk}
    assert reach(identity, "cases.read").clients == {exempelby.pk, energi.pk}


def test_a_role_of_groups_has_what_is_summed_up_of_the_whole_client(
    mats, tek_gata, exempelby, noon
):
    identity = identity_of(mats, at=noon)

    for permission in PERMISSIONS[Role.DEPARTMENT_MANAGER]:
        opened = reach(identity, permission)
        whole = permission.startswith("levels.")
        assert opened.clients == ({exempelby.pk} if whole else frozenset()), permission
        assert opened.groups == (frozenset() if whole else {tek_gata.pk}), permission


def test_an_administrator_reads_no_content(enter, admin, settings):
    settings.REQUIRE_SECOND_FACTOR = False

    assert enter(admin).get("/cases/").status_code == 403


def test_an_administrator_without_a_second_factor_reaches_only_its_set_up(enter, admin, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    browser = enter(admin)

    answer = browser.get("/people/")
    page = browser.get(answer["Location"]).content.decode()

    assert answer["Location"] == "/konto/andra-faktorn/kravs/"
    assert "/konto/nycklar/ny/" in page
    assert "/konto/andra-faktorn/app/" in page


def test_a_second_factor_opens_the_rest(enter, admin, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    browser = enter(admin)

    Authenticator.objects.create(user=admin, type="totp", data={"secret": "x"})

    assert browser.get("/people/").content == b"people"


def test_recovery_codes_alone_are_no_second_factor(enter, admin, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    browser = enter(admin)

    Authenticator.objects.create(user=admin, type="recovery_codes", data={})

    assert browser.get("/people/").status_code == 302


def test_the_demand_can_be_switched_off(enter, admin, settings):
    settings.REQUIRE_SECOND_FACTOR = False

    assert enter(admin).get("/people/").content == b"people"


def test_a_harmful_act_long_after_signing_in_asks_again_and_is_then_done(enter, admin, settings):
    settings.REQUIRE_SECOND_FACTOR = False
    browser = enter(admin)
    at_once = browser.post("/harm/", {"what": "now"}).content
    session = browser.session
    session["account_authentication_methods"][0]["at"] -= 16 * 60
    session.save()

    asked = browser.post("/harm/", {"what": "later"})
    done = browser.post(asked["Location"], {"password": PASSWORD})

    assert at_once == b"done now"
    assert asked["Location"] == "/konto/bekrafta/?next=%2Fharm%2F"
    assert done.content == b"done later"


def test_an_ended_account_is_out_at_the_next_request(enter, ada):
    browser = enter(ada)
    before = browser.get("/me/").status_code

    ada.is_active = False
    ada.save()

    assert before == 200
    assert browser.get("/me/").status_code == 302


@pytest.mark.parametrize("wide", [False, True])
def test_letting_somebody_in_takes_four_queries_at_most(django_assert_num_queries, ada, noon, wide):
    if wide:
        give(ada, Role.MANAGER, None, noon)
    browser = DjangoBrowser()
    browser.force_login(ada)

    # Session, agent with roles, all clients, identity told; and then cases, in a savepoint.
    with django_assert_num_queries(6 + wide):
        assert browser.get("/cases/").status_code == 200
