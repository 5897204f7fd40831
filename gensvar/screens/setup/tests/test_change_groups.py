import pytest
from django.urls import reverse

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import Group, Membership
from gensvar.operations.cases.actions import close, open_case
from gensvar.operations.cases.models import Case
from gensvar.screens.setup.tests.conftest import hidden


@pytest.fixture
def three_cases(exempelby, gator, tek_gata, noon):
    """Two open cases and a closed one in TEK-GATA."""
    cases = [
        open_case(
            exempelby,
            title=f"Hål {number}",
            channel="phone",
            contact=None,
            subject=gator,
            need_type="information",
            group=tek_gata,
            at=noon,
        )
        for number in range(3)
    ]
    close(cases[2], by=None, at=noon)
    return cases


def test_closing_says_what_moves_and_moves_it(
    page, three_cases, tek_gata, kundtjanst, gator, hanna
):
    closing = page(reverse("setup_closing_group", args=[tek_gata.pk]))

    shown = closing.look(to=kundtjanst.pk).content.decode()
    answer = closing.save(to=kundtjanst.pk)

    assert "<b>2 open cases</b> in TEK-GATA go to KUNDTJANST." in shown
    assert "<b>1 subject</b> is answered by KUNDTJANST from now on." in shown
    assert "<b>1 person</b> loses access to the group's cases today." in shown
    assert answer.status_code == 302
    moved = Case.objects.filter(group=kundtjanst)
    assert {case.pk for case in moved} == {case.pk for case in three_cases[:2]}
    gator.refresh_from_db()
    tek_gata.refresh_from_db()
    assert gator.group == kundtjanst
    assert tek_gata.closed_at is not None
    assert not Membership.objects.filter(group=tek_gata, until=None).exists()


def test_looking_changes_nothing(page, three_cases, tek_gata, kundtjanst):
    events = EventRecord.objects.count()

    page(reverse("setup_closing_group", args=[tek_gata.pk])).look(to=kundtjanst.pk)
    page(reverse("setup_group", args=[tek_gata.pk])).look(code="X", name="Y")

    tek_gata.refresh_from_db()
    assert (tek_gata.code, tek_gata.closed_at) == ("TEK-GATA", None)
    assert EventRecord.objects.count() == events


def test_what_was_not_shown_is_not_saved(desk, tek_gata, kundtjanst):
    url = reverse("setup_group", args=[tek_gata.pk])
    fields = {"code": "TEK-GATA", "name": "Gator", "do": "save", "seen": "f" * 32}

    answer = desk.post(url, fields)

    tek_gata.refresh_from_db()
    assert tek_gata.name == "Gata och park"
    assert "show the new name from now on" in answer.content.decode()


def test_what_somebody_else_changed_meanwhile_is_shown_again_first(page, tek_gata, admin, noon):
    editing = page(reverse("setup_group", args=[tek_gata.pk]))
    fields = {"code": "TEK-GATA", "name": "Gator", "manager": tek_gata.manager_id}
    seen = hidden(editing.look(**fields), "seen")
    Group.objects.filter(pk=tek_gata.pk).update(name="Gata, park och torg")
    answer = editing.browser.post(editing.url, fields | {"do": "save", "seen": seen})

    tek_gata.refresh_from_db()
    assert tek_gata.name == "Gata, park och torg"
    assert answer.status_code == 200


def test_a_code_that_is_taken_is_refused_already_when_shown(page, tek_gata, kundtjanst):
    editing = page(reverse("setup_group", args=[tek_gata.pk]))

    answer = editing.look(code="kundtjanst", name="Gata och park")

    assert answer.status_code == 409
    assert "already a group with the code KUNDTJANST" in answer.content.decode()
    assert 'value="kundtjanst"' in answer.content.decode()


def test_a_group_is_made_once_however_often_the_button_is_pressed(page, exempelby):
    making = page(reverse("setup_new_group"))
    fields = {"code": "ny", "name": "Ny grupp"}

    first, second = making.save(**fields), making.save(**fields)

    assert first.status_code == 302
    assert second.status_code in {302, 409}
    assert Group.objects.filter(code="NY").count() == 1


def test_a_script_in_a_name_is_only_words(page, desk, exempelby, mats):
    fields = {"code": "X1", "name": "<script>alert(1)</script>", "manager": mats.pk}
    shown = page(reverse("setup_new_group")).look(**fields).content.decode()
    page(reverse("setup_new_group")).save(**fields)

    listed = desk.get(reverse("setup_groups")).content.decode()

    assert "<script>alert" not in shown + listed
    assert "&lt;script&gt;alert(1)" in listed


def test_htmx_gets_the_consequences_and_the_button_only(desk, tek_gata):
    url = reverse("setup_group", args=[tek_gata.pk])

    answer = desk.post(
        url,
        {"code": "TEK-GATA", "name": "Gator", "do": "preview"},
        headers={"hx-request": "true"},
    )
    text = answer.content.decode()

    assert text.strip().startswith('<div id="consequences">')
    assert 'hx-swap-oob="true"' in text
    assert "<html" not in text
    assert "Gata och park" in text


def test_a_closed_group_is_not_changed(page, tek_gata, noon):
    Group.objects.filter(pk=tek_gata.pk).update(closed_at=noon)

    answer = page(reverse("setup_group", args=[tek_gata.pk])).look(code="A", name="B")

    assert answer.status_code == 409
    assert page(reverse("setup_closing_group", args=[tek_gata.pk])).look().status_code == 404


def test_a_member_comes_and_goes(page, tek_gata, ada):
    page(reverse("setup_joining_group", args=[tek_gata.pk])).save(agent=ada.pk)
    inside = Membership.objects.filter(group=tek_gata, agent=ada, until=None).exists()
    leaving = page(reverse("setup_leaving_group", args=[tek_gata.pk, ada.pk]))
    shown = leaving.look().content.decode()
    leaving.save()

    assert inside
    assert "Nobody is left" in shown
    assert not Membership.objects.filter(group=tek_gata, agent=ada, until=None).exists()
