"""The customer's page, the list of customers, and what is done there."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.customers.actions import (
    add_address,
    name_representative,
    note_need,
    protect,
    recognise,
)
from gensvar.operations.customers.models import Customer, Merge


@pytest.fixture
def twin(exempelby: Any) -> Customer:
    return recognise(exempelby, kind="mail", value="eva.ek@arbete.example", name="Eva Ek", at=NOON)


@pytest.fixture
def as_cia(browser: Any, cia: Any) -> Any:
    browser.force_login(cia)
    return browser


def page_of(browser: Any, customer: Customer) -> str:
    answer = browser.get(reverse("desk_customer", args=[customer.number]))
    assert answer.status_code == 200
    return str(answer.content.decode())


def act(browser: Any, page: str, customer: Customer, /, *args: Any, **given: Any) -> Any:
    return browser.post(reverse(page, args=[customer.number, *args]), given)


def test_the_agent_sees_at_once_what_the_customer_needs_and_who_speaks(
    as_ada: Any, eva: Any, twin: Any, ada: Any, gropar: Any
) -> None:
    note_need(eva, what="interpreter", words="arabiska", agreed=True, by=ada, at=NOON)
    name_representative(
        eva,
        representative=twin,
        kind="trustee",
        scope="Ekonomi",
        until=NOON.replace(year=2099),
        by=ada,
        at=NOON,
    )

    case = as_ada.get(reverse("desk_case", args=[gropar.number])).content.decode()

    for page in (page_of(as_ada, eva), case):
        assert "Tolk: arabiska" in page
        assert "God man: Eva Ek" in page


def test_an_address_is_added_preferred_and_ended_from_the_page(as_ada: Any, eva: Any) -> None:
    act(as_ada, "desk_add_address", eva, kind="post", value="Skolgatan 12", is_preferred="on")
    post = eva.addresses.get(kind="post")
    assert (post.value, post.is_preferred) == ("Skolgatan 12", True)

    act(as_ada, "desk_mark_address", eva, post.pk, act="end")

    assert "Skolgatan 12" in page_of(as_ada, eva)
    assert not eva.addresses.current().filter(kind="post").exists()


def test_a_bad_address_is_told_at_its_field_and_what_was_typed_is_kept(
    as_ada: Any, eva: Any, twin: Any
) -> None:
    bad = act(as_ada, "desk_add_address", eva, kind="phone", value="tolv")
    taken = act(as_ada, "desk_add_address", twin, kind="phone", value="070-111 11 11")

    assert (bad.status_code, taken.status_code) == (422, 422)
    assert 'value="tolv"' in bad.content.decode()
    assert "En annan kund har redan den adressen." in taken.content.decode()


def test_a_reason_beside_a_need_is_refused_in_words(as_ada: Any, eva: Any) -> None:
    given = {"what": "other", "words": "har demens", "agreed": "on"}
    answer = act(as_ada, "desk_add_need", eva, **given)
    silent = act(as_ada, "desk_add_need", eva, what="large-text")

    assert answer.status_code == 422
    assert "Skriv vad kunden behöver, inte varför." in answer.content.decode()
    assert "Fråga kunden först." in silent.content.decode()
    assert not eva.needs.exists()


def test_a_representative_is_named_by_phone_and_becomes_a_customer(as_ada: Any, eva: Any) -> None:
    given = {
        "kind": "power-of-attorney",
        "who": "070-999 99 99",
        "name": "Ola Ek",
        "scope": "Bygglov",
    }
    endless = act(as_ada, "desk_add_representative", eva, **given)
    assert not Customer.objects.filter(name="Ola Ek").exists()
    act(as_ada, "desk_add_representative", eva, **given, until="2099-01-01")

    assert endless.status_code == 422
    assert eva.representatives.get().representative.name == "Ola Ek"
    assert Customer.objects.filter(name="Ola Ek").count() == 1
    act(as_ada, "desk_end_representative", eva, eva.representatives.get().pk)
    assert eva.representatives.get().ended_by is not None


def test_a_duplicate_is_suggested_merged_with_a_choice_and_parted(
    as_ada: Any, eva: Any, twin: Any
) -> None:
    Customer.objects.filter(pk=twin.pk).update(language="ar")
    page = page_of(as_ada, eva)
    assert f"Eva Ek ({twin.number})" in page

    asked = as_ada.get(reverse("desk_merge_customer", args=["K-1001"]), {"med": twin.number})
    assert "Arabiska" in asked.content.decode()
    act(as_ada, "desk_merge_customer", eva, source=twin.number, merge="1", language="source")

    eva.refresh_from_db()
    assert eva.language == "ar"
    led = as_ada.get(reverse("desk_customer", args=[twin.number]))
    assert led["Location"] == reverse("desk_customer", args=["K-1001"])
    act(as_ada, "desk_part_customers", eva, Merge.objects.get().pk)
    eva.refresh_from_db()
    assert eva.language == "sv"
    assert as_ada.get(reverse("desk_customer", args=[twin.number])).status_code == 200


def test_two_told_apart_are_not_suggested_again(as_ada: Any, eva: Any, twin: Any) -> None:
    act(as_ada, "desk_told_apart", eva, other=twin.number)

    assert f"({twin.number})" not in page_of(as_ada, eva)


def test_nobody_is_merged_with_a_customer_that_one_may_not_see(
    as_ada: Any, eva: Any, energi: Any
) -> None:
    theirs = recognise(energi, kind="mail", value="x@example.com", name="Okänd", at=NOON)

    real = act(as_ada, "desk_merge_customer", eva, source=theirs.number, merge="1")
    none = act(as_ada, "desk_merge_customer", eva, source="K-999999", merge="1")
    odd = act(as_ada, "desk_merge_customer", eva, source="K-\0999999")

    assert real.status_code == none.status_code == odd.status_code == 422
    assert 'value="K-999999"' in odd.content.decode()
    assert "Okänd" not in real.content.decode()
    assert not Merge.objects.exists()


def test_how_a_protected_customer_is_reached_is_nowhere_for_an_agent(
    as_ada: Any, eva: Any, ada: Any
) -> None:
    add_address(eva, kind="post", value="Hemliga gatan 1", by=ada, at=NOON)
    act(as_ada, "desk_protection", eva)

    listed = as_ada.get(reverse("desk_customers")).content.decode()
    sought = as_ada.post(reverse("desk_find_customers"), {"q": "Hemliga"}).content.decode()
    named = as_ada.post(reverse("desk_find_customers"), {"q": "Eva"}).content.decode()
    for page in (page_of(as_ada, eva), listed, sought, named):
        assert "Hemliga gatan" not in page.replace('value="Hemliga"', "")
        assert "111 11 11" not in page
    assert "Skyddad identitet" in page_of(as_ada, eva)
    assert "K-1001" in named
    assert "K-1001" not in sought
    assert act(as_ada, "desk_protection", eva).status_code == 403
    eva.refresh_from_db()
    assert eva.protected


def test_a_team_lead_sees_a_protected_address_and_that_is_written_down(
    as_cia: Any, eva: Any, ada: Any
) -> None:
    protect(eva, by=ada, at=NOON)

    assert "070-111 11 11" in page_of(as_cia, eva)
    read = EventRecord.objects.get(name="customers.address-of-protected-read")
    assert read.customer_id == eva.pk
    act(as_cia, "desk_protection", eva)
    eva.refresh_from_db()
    assert not eva.protected


def test_what_is_typed_finds_customers_and_stands_in_no_address(as_ada: Any, eva: Any) -> None:
    for typed in ("Eva", "k-1001", "070-111 11 11", "eva.ek@exam"):
        answer = as_ada.post(reverse("desk_find_customers"), {"q": typed})
        assert "/kunder/K-1001/" in answer.content.decode(), typed
    assert as_ada.get(reverse("desk_find_customers")).status_code == 405
    nobody = as_ada.post(reverse("desk_find_customers"), {"q": "zzzz"})
    assert "Ingen hittades" in nobody.content.decode()


def test_a_table_is_shown_then_brought_in_and_undone(as_cia: Any, ada: Any) -> None:
    good = SimpleUploadedFile("kunder.csv", "namn;telefon\nSiv Öst;0703333333\n".encode())
    seen = as_cia.post(reverse("desk_import_customers"), {"file": good})
    assert "Siv Öst" in seen.content.decode()
    assert not Customer.objects.exists()

    table = {"table": "namn;telefon\r\nSiv Öst;0703333333", "bring": "1"}
    as_cia.post(reverse("desk_import_customers"), table)
    brought = Customer.objects.get(name="Siv Öst").imported.of
    as_cia.post(reverse("desk_undo_customer_import", args=[brought.pk]))
    assert not Customer.objects.exists()


def test_a_faulty_table_names_line_column_and_reason(as_cia: Any, ada: Any) -> None:
    bad = SimpleUploadedFile("kunder.csv", b"namn;telefon\nSiv;tolv\n")
    answer = as_cia.post(reverse("desk_import_customers"), {"file": bad})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert '<th scope="row">2</th><td>Telefon</td><td>”tolv” är inget telefonnummer.</td>' in page
    assert not Customer.objects.exists()


def test_an_agent_brings_in_no_tables(as_ada: Any, eva: Any) -> None:
    assert as_ada.get(reverse("desk_import_customers")).status_code == 403


def test_orders_show_the_price_to_some_and_the_cost_centre_to_others(as_ada: Any, eva: Any) -> None:
    shown = {}
    for kind in ("external-tenant", "internal-unit", "citizen"):
        Customer.objects.filter(pk=eva.pk).update(type=kind, cost_centre="4711")
        shown[kind] = page_of(as_ada, eva)

    assert "priset" in shown["external-tenant"]
    assert "4711" not in shown["external-tenant"]
    assert "4711" in shown["internal-unit"]
    assert "priset" not in shown["citizen"]
