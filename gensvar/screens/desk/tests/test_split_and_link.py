import pytest

from gensvar.operations.cases.actions import link, open_case
from gensvar.operations.cases.models import Case, Relation


@pytest.fixture
def drifted(write, eva, gropar):
    write(eva, "Och min faktura?", case=gropar)
    return gropar


@pytest.fixture
def lyktan(exempelby, noon):
    return open_case(exempelby, title="Släckt lykta", channel="phone", at=noon)


def test_a_contact_is_chosen_and_begins_a_case(as_ada, drifted):
    address = f"/arenden/{drifted.number}/dela/"
    asked = as_ada.get(address).content.decode()
    assert "Och min faktura?" in asked

    contact = drifted.contacts.latest("pk")
    page = as_ada.post(address, {"contacts": [contact.pk], "title": "Faktura"}, follow=True)

    made = Case.objects.latest("pk")
    assert page.redirect_chain[-1][0] == f"/arenden/{made.number}/"
    assert f"ur {drifted.number}" in page.content.decode()
    assert made.number in as_ada.get(f"/arenden/{drifted.number}/").content.decode()


def test_a_split_that_is_refused_keeps_what_was_typed(as_ada, drifted):
    everything = list(drifted.contacts.values_list("pk", flat=True))

    page = as_ada.post(
        f"/arenden/{drifted.number}/dela/", {"contacts": everything, "title": "Faktura"}
    )

    assert page.status_code == 422
    assert 'value="Faktura"' in page.content.decode()
    assert Case.objects.count() == 1


@pytest.mark.parametrize(("role", "parent_first"), [("child", True), ("parent", False)])
def test_a_link_is_made_in_either_direction_and_taken_away(
    as_ada, gropar, lyktan, role, parent_first
):
    form = {"number": lyktan.number, "role": role}
    page = as_ada.post(f"/arenden/{gropar.number}/lanka/", form, follow=True).content.decode()

    made = Relation.objects.get()
    assert (made.case, made.other) == ((gropar, lyktan) if parent_first else (lyktan, gropar))
    assert "Släckt lykta" in page

    as_ada.post(f"/arenden/{gropar.number}/lanka/{lyktan.number}/ta-bort/")
    assert not Relation.objects.filter(ended_at=None).exists()


def test_closing_is_refused_while_a_part_is_open(as_ada, ada, gropar, lyktan, gator, noon):
    link(gropar, lyktan, kind="child", by=ada, at=noon)

    form = {"subject": gator.pk, "need_type": "status"}
    page = as_ada.post(f"/arenden/{gropar.number}/stang/", form, follow=True).content.decode()

    assert f"{lyktan.number} är en del av det här ärendet" in page
    gropar.refresh_from_db()
    assert not gropar.is_closed


def test_a_part_that_need_not_be_waited_for_is_left_open_with_a_reason(
    as_ada, ada, gropar, lyktan, gator, noon
):
    address = f"/arenden/{gropar.number}/stang/"
    assert "despite_parts" not in as_ada.get(address).content.decode()
    link(gropar, lyktan, kind="child", by=ada, at=noon)
    form = {"subject": gator.pk, "need_type": "status", "despite_parts": "on"}

    refused = as_ada.post(address, form)
    assert refused.status_code == 422
    assert "Skriv varför ärendet stängs" in refused.content.decode()
    page = as_ada.post(address, {**form, "reason": "Eva har fått sitt svar"}, follow=True)

    assert "Eva har fått sitt svar" in page.content.decode()
    assert set(Case.objects.filter(closed_at=None)) == {lyktan}
