"""The register on its pages: seen beforehand, saved, brought in as a table."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import localdate, now

from gensvar.foundation.people.models import Group
from gensvar.operations.register.actions import (
    Described,
    add_place,
    add_service_type,
    entrust,
    note_missing,
)
from gensvar.operations.register.models import Fallback, Place, Responsibility, ServiceType
from gensvar.operations.register.queries.importing import planned_import
from gensvar.screens.setup.tests.conftest import Page, hidden


@pytest.fixture
def drift(exempelby):
    return Group.objects.create(client=exempelby, code="DRIFT-NORR", name="Drift norr")


@pytest.fixture
def heat(exempelby):
    return add_service_type(exempelby, name="Värme", by=None, at=now())


@pytest.fixture
def school(exempelby):
    described = Described(code="FAST-17", name="Norrskolan", valid_from=localdate())
    return add_place(exempelby, described, by=None, at=now())


def words(answer):
    return answer.content.decode()


def test_the_list_tells_who_lacks_a_group_and_what_was_asked_for_in_vain(
    desk, school, heat, kundtjanst
):
    note_missing(school, service=heat, by=None, at=now())

    seen = words(desk.get(reverse("setup_places")))

    assert "A group answers for 0 of 1 places." in seen
    assert "Somebody was asked for in vain at one place" in seen
    assert f"The rest goes to {kundtjanst.code}." in seen


def test_the_places_without_a_group_are_a_list_of_their_own(desk, exempelby, school, drift):
    described = Described(code="FAST-99", name="Gamla mejeriet", valid_from=localdate())
    stray = add_place(exempelby, described, by=None, at=now())
    entrust(school, drift, service=None, hours="", valid_from=localdate(), by=None, at=now())
    listed = reverse("setup_places") + "?visa=utan-grupp"

    seen = words(desk.get(listed))
    assert "FAST-99" in seen
    assert "FAST-17" not in seen
    entrust(stray, drift, service=None, hours="", valid_from=localdate(), by=None, at=now())

    assert "Every place has a group" in words(desk.get(listed))


def test_a_place_is_added_within_another_after_a_preview(page, school):
    form = {
        "code": "FAST-17-G",
        "name": "Idrottshallen",
        "kind": "building",
        "parent": "fast-17",
        "valid_from": str(localdate()),
    }
    new = page(reverse("setup_new_place"))

    assert "answers here too" in words(new.look(**form))
    assert not Place.objects.filter(code="FAST-17-G").exists()
    new.save(**form)

    assert Place.objects.get(code="FAST-17-G").parent == school


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"code": "fast-17"}, "Another place has that code"),
        ({"parent": "FAST-404"}, "There is no place with that code"),
        ({"valid_from": "4/5"}, "Write a day"),
        ({"valid_until": "2020-01-01"}, "The last day lies before the first"),
    ],
)
def test_a_wrong_place_is_told_and_what_was_typed_is_kept(page, school, wrong, said):
    form = {"code": "FAST-18", "name": "Stadshuset", "kind": "property", "valid_from": "2026-01-01"}

    seen = words(page(reverse("setup_new_place")).look(**form | wrong))

    assert said in seen
    assert "Stadshuset" in seen
    assert Place.objects.count() == 1


def test_a_group_is_named_from_a_day_and_ended(desk, page, school, heat, drift):
    url = reverse("setup_entrusting", args=[school.pk])
    page(url).save(group=drift.pk, service=heat.pk, hours="office", valid_from="2026-01-01")
    row = Responsibility.objects.get()
    shown = words(desk.get(reverse("setup_place", args=[school.pk])))
    assert "DRIFT-NORR" in shown
    assert "Named a group" in shown

    page(reverse("setup_ending_responsible", args=[row.pk])).save(on="2026-03-01")

    row.refresh_from_db()
    assert str(row.valid_until) == "2026-03-01"


def test_the_group_that_gets_the_rest_is_chosen(page, exempelby, kundtjanst, drift):
    page(f"{reverse('setup_fallback')}?client=exempelby").save(group=drift.pk)

    assert Fallback.objects.get().group == drift


def test_services_are_added_once_and_ended(page, exempelby, heat):
    new = page(reverse("setup_new_service"))
    assert "There is such a service type already." in words(new.look(name="värme"))
    new.save(name="El")
    page(reverse("setup_ending_service", args=[heat.pk])).save()

    assert list(ServiceType.objects.filter(ended_at=None).values_list("name", flat=True)) == ["El"]


def table(text):
    return SimpleUploadedFile("platser.csv", text.encode())


def test_a_faulty_table_names_row_column_and_reason_and_a_right_one_comes_in(
    desk, school, heat, drift
):
    url = reverse("setup_import_places")
    text = "kod;namn;gäller från;värme kontorstid\nFAST-18;Stadshuset;{};{}\nFAST-18;En till;;\n"

    refused = desk.post(url, {"file": table(text.format("i går", "X"))})
    assert refused.status_code == 422
    assert "<td>gäller från</td><td>“i går” is no day." in words(refused)
    no_group = "<td>värme kontorstid</td><td>There is no open group with the code “X”."
    assert no_group in words(refused)
    assert "<td>kod</td><td>The same code stands on line 2." in words(refused)

    right = text.format("2026-01-01", "drift-norr").rpartition("FAST-18")[0]
    seen = desk.post(url, {"file": table(right), "do": "preview"})
    assert "1 place</b> is new" in words(seen)
    assert Place.objects.count() == 1, "nothing is changed until the user says so"
    desk.post(
        url,
        {"table": right, "do": "save", "once": "en-gång", "seen": hidden(seen, "seen")},
    )

    assert Place.objects.get(code="FAST-18").responsibilities.get().group == drift


def test_the_file_taken_out_is_read_again_without_a_change(desk, exempelby, school, heat, drift):
    entrust(school, drift, service=heat, hours="duty", valid_from=localdate(), by=None, at=now())

    answer = desk.get(reverse("setup_places_file", args=["csv"]))
    text = b"".join(answer.streaming_content).decode("utf-8-sig")

    plan = planned_import(exempelby, text)
    assert plan.faults == ()
    assert [line.groups for line in plan.known] == [{("värme", "duty"): "DRIFT-NORR"}]


def test_another_clients_register_does_not_exist(enter, energi, school, admin):
    from gensvar.foundation.people.models import Agent, RoleGrant

    theirs = Agent.objects.create_user("elsa@energi.example", name="Elsa", created_at=now())
    since = now().replace(year=2025)
    RoleGrant.objects.create(agent=theirs, role="manager", client=energi, since=since)

    browser = enter(theirs)

    assert browser.get(reverse("setup_place", args=[school.pk])).status_code == 404
    assert "FAST-17" not in words(browser.get(reverse("setup_places")))


def test_an_agent_may_not_change_the_register(enter, ada, school):
    assert enter(ada).get(reverse("setup_places")).status_code == 403
    assert Page(enter(ada), reverse("setup_new_place")).look(code="X").status_code == 403
