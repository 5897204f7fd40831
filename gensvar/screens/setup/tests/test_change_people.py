from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from gensvar.foundation.people.actions import give_role
from gensvar.foundation.people.models import AccessReview, Agent, RoleGrant
from gensvar.foundation.people.rules import Role


def test_a_new_person_gets_a_link_that_is_shown_once_and_works(page, browser):
    making = page(reverse("setup_new_person"))
    fields = {"name": "Nils Holm", "email": "nils@exempelby.example", "language": "sv"}

    told = making.save(**fields).content.decode()
    link = hidden_value(told)
    again = making.save(**fields)

    assert Agent.objects.filter(email="nils@exempelby.example").count() == 1
    assert browser.get(urlsplit(link).path).status_code == 302
    assert again.status_code in {302, 409}
    assert link not in again.content.decode()


def hidden_value(page_text: str) -> str:
    return page_text.partition('name="secret"')[2].partition('value="')[2].partition('"')[0]


def test_a_taken_address_is_refused_before_anything_is_saved(page, ada):
    answer = page(reverse("setup_new_person")).look(name="A", email=ada.email, language="sv")

    assert answer.status_code == 409
    assert "already an account" in answer.content.decode()


def test_a_role_says_how_many_cases_it_opens(page, exempelby, gator, tek_gata, bo, noon):
    from gensvar.operations.cases.actions import open_case

    for _number in range(4):
        open_case(exempelby, title="x", channel="phone", contact=None, group=tek_gata, at=noon)
    giving = page(reverse("setup_giving_role", args=[bo.pk]))

    shown = giving.look(role="quality", client=exempelby.pk).content.decode()
    giving.save(role="quality", client=exempelby.pk)

    assert "<b>Bo Alm</b> sees 4 open cases, and every closed one." in shown
    assert RoleGrant.objects.filter(agent=bo, role="quality", client=exempelby).count() == 1


def test_a_role_of_groups_says_what_it_has_of_the_whole_client(page, exempelby, tek_gata, bo):
    giving = page(reverse("setup_giving_role", args=[bo.pk]))

    shown = giving.look(role="department-manager", client=exempelby.pk).content.decode()

    assert "<b>Bo Alm</b> sees 0 open cases, those of her or his groups." in shown
    assert "<b>Decides about issues and wishes</b>, from sums of all cases." in shown


def test_an_auditor_s_role_must_end(page, bo, exempelby):
    answer = page(reverse("setup_giving_role", args=[bo.pk])).look(
        role="auditor", client=exempelby.pk
    )

    assert answer.status_code == 409
    assert "say when it ends" in answer.content.decode()


def test_the_last_administrator_keeps_the_role(page, admin, bo, exempelby, noon):
    other = give_role(bo, role=Role.ADMINISTRATOR, client=exempelby, by=None, at=noon)
    grant = RoleGrant.objects.get(agent=admin)

    answer = page(reverse("setup_taking_role", args=[grant.pk])).look()

    assert answer.status_code == 409
    assert "only administrator" in answer.content.decode()
    assert page(reverse("setup_taking_role", args=[other.pk])).save().status_code == 302


def test_taking_the_only_role_says_that_somebody_loses_all_access(page, bo):
    grant = RoleGrant.objects.get(agent=bo)

    shown = page(reverse("setup_taking_role", args=[grant.pk])).look().content.decode()

    assert "<b>1 person loses all access</b> today" in shown


def test_ending_an_account_counts_its_roles_and_groups(page, bo, kundtjanst):
    ending = page(reverse("setup_ending", args=[bo.pk]))

    shown = ending.look().content.decode()
    ending.save()

    assert "<b>1 role</b> ends." in shown
    assert "<b>1 group</b> loses a member." in shown
    bo.refresh_from_db()
    assert not bo.is_active
    assert ending.save().status_code == 409


def test_nobody_ends_the_own_account(page, admin):
    assert page(reverse("setup_ending", args=[admin.pk])).look().status_code == 409


def test_harm_asks_for_a_sign_in_that_is_not_long_ago(enter, admin, bo):
    admin.set_password("Blommande-hagtorn-7")
    admin.save()
    desk = enter(admin)
    session = desk.session
    session["account_authentication_methods"][0]["at"] -= 16 * 60
    session.save()

    for name in ("setup_ending", "setup_password_link", "setup_resetting", "setup_giving_role"):
        assert desk.get(reverse(name, args=[bo.pk]))["Location"].startswith("/konto/bekrafta/")


def test_a_review_keeps_the_list_and_who_looked(page, desk, admin, mats):
    before = desk.get(reverse("setup_access")).content.decode()
    reviewing = page(reverse("setup_review"))
    shown = reviewing.look(remarks="Allt stämmer").content.decode()
    reviewing.save(remarks="Allt stämmer")
    reviewing.save(remarks="Allt stämmer")

    review = AccessReview.objects.get()

    assert "It is time for a review" in before
    assert "<b>2 people's access</b> is kept" in shown
    assert (review.reviewer, review.remarks) == (admin, "Allt stämmer")
    assert {line["agent_id"] for line in review.grants} == {admin.pk, mats.pk}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_list_is_taken_out_as_a_file_and_that_is_kept(desk, bo, kind):
    from gensvar.foundation.events.models import EventRecord

    answer = desk.get(reverse("setup_access_file", args=[kind]))
    content = b"".join(answer.streaming_content)

    assert answer["Content-Disposition"].startswith("attachment")
    assert (b"Bo Alm" in content) is (kind == "csv")
    assert EventRecord.objects.filter(name="integrations.list-exported").count() == 1
    assert desk.get(reverse("setup_access_file", args=["exe"])).status_code == 404


def test_a_role_is_given_for_a_department_and_says_what_it_opens(
    page, desk, exempelby, tek_gata, bo, noon
):
    from gensvar.operations.cases.actions import open_case

    tek_gata.department = "Tekniska kontoret"
    tek_gata.save()
    open_case(exempelby, title="x", channel="phone", contact=None, group=tek_gata, at=noon)
    giving = page(reverse("setup_giving_role", args=[bo.pk]))
    given = {
        "role": "department-manager",
        "client": exempelby.pk,
        "department": "Tekniska kontoret",
    }

    shown = giving.look(**given).content.decode()
    homeless = giving.look(**(given | {"client": ""}))
    giving.save(**given)

    assert "<b>Bo Alm</b> sees 1 open case, that of Tekniska kontoret." in shown
    assert homeless.status_code == 422
    assert "Choose the client that the department belongs to." in homeless.content.decode()
    grant = RoleGrant.objects.get(agent=bo, role="department-manager")
    assert grant.department == "Tekniska kontoret"
    for url in (reverse("setup_person", args=[bo.pk]), reverse("setup_access")):
        assert "Tekniska kontoret" in desk.get(url).content.decode()


def test_a_head_who_sees_nothing_wants_attention(page, desk, exempelby, bo, admin, noon):
    give_role(bo, role=Role.DEPARTMENT_MANAGER, client=exempelby, by=admin, at=noon)

    assert (
        "Bo Alm sees nothing as Department manager" in desk.get(reverse("setup")).content.decode()
    )
