"""Who may open which page, and that each page draws."""

import pytest
from django.urls import reverse

from gensvar.foundation.people.actions import give_role
from gensvar.foundation.people.rules import Role
from gensvar.operations.cases.actions import open_case
from gensvar.screens.setup.urls import urlpatterns

LISTS = [
    "setup",
    "setup_people",
    "setup_access",
    "setup_groups",
    "setup_clients",
    "setup_hours",
    "setup_texts",
    "setup_subjects",
    "setup_mailboxes",
    "setup_stopped",
    "setup_unreadable",
    "setup_failures",
    "setup_tokens",
    "setup_webhooks",
    "setup_providers",
    "setup_jobs",
    "setup_record",
    "setup_new_person",
    "setup_new_group",
    "setup_new_client",
    "setup_new_subject",
    "setup_new_area",
    "setup_new_mailbox",
    "setup_new_token",
    "setup_new_webhook",
    "setup_new_provider",
    "setup_import",
    "setup_review",
]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_page_draws(name, language, enter, admin, kundtjanst, gator):
    answer = enter(admin, language=language).get(reverse(name))

    assert answer.status_code == 200
    assert f'lang="{language}"' in answer.content.decode()


@pytest.mark.parametrize("name", LISTS)
def test_an_agent_is_shown_that_the_page_is_not_for_her(name, enter, ada):
    answer = enter(ada).get(reverse(name))

    assert answer.status_code == 403
    assert "You may not open this" in answer.content.decode()


def test_no_address_of_settings_opens_without_signing_in(browser, db):
    for pattern in urlpatterns:
        permission = getattr(pattern.callback, "permission", "public")
        assert permission not in {"public", "signed-in"}, pattern.name


def test_a_manager_reviews_access_and_changes_nothing(enter, cia, exempelby, noon):
    give_role(cia, role=Role.MANAGER, client=None, by=None, at=noon)
    browser = enter(cia)

    assert browser.get(reverse("setup_access")).status_code == 200
    assert browser.get(reverse("setup_people")).status_code == 403
    assert browser.get(reverse("setup")).status_code == 403


def test_an_administrator_sees_no_title_of_any_case(desk, exempelby, gator, tek_gata, noon):
    open_case(
        exempelby,
        title="Granne bråkar om häcken",
        channel="phone",
        contact=None,
        subject=gator,
        group=tek_gata,
        at=noon,
    )
    pages = [reverse(name) for name in LISTS]
    pages += [reverse("setup_group", args=[tek_gata.pk]), reverse("setup_subject", args=[gator.pk])]

    for url in pages:
        assert "häcken" not in desk.get(url).content.decode(), url


def test_a_client_s_own_administrator_reaches_no_other_client(enter, cia, energi, tek_gata, noon):
    give_role(cia, role=Role.ADMINISTRATOR, client=energi, by=None, at=noon)
    browser = enter(cia)

    assert browser.get(reverse("setup_group", args=[tek_gata.pk])).status_code == 404
    assert browser.get(reverse("setup_client", args=[tek_gata.client_id])).status_code == 404
    assert browser.get(reverse("setup_new_client")).status_code == 403
    assert browser.get(reverse("setup_groups") + "?client=exempelby").status_code == 404


def test_a_client_s_own_administrator_reaches_nobody_who_works_elsewhere(
    enter, cia, energi, ada, noon
):
    give_role(cia, role=Role.ADMINISTRATOR, client=energi, by=None, at=noon)
    browser = enter(cia)

    assert browser.get(reverse("setup_person", args=[ada.pk])).status_code == 404
    assert browser.get(reverse("setup_password_link", args=[ada.pk])).status_code == 404
    assert ada.name not in browser.get(reverse("setup_people")).content.decode()


def test_the_last_change_is_told_with_who_made_it(page, desk, tek_gata):
    url = reverse("setup_group", args=[tek_gata.pk])
    fields = {"code": "TEK-GATA", "name": "Gator", "manager": tek_gata.manager_id}
    page(url).save(**fields, email=tek_gata.email)

    told = desk.get(url).content.decode()

    assert "by Alva Norén" in told
    assert "name: Gata och park → Gator" in told
