"""Calls as they are listed, found, taken out as a file and told of on their case."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse

from gensvar.channels.voice.rules.legs import Heard
from gensvar.channels.voice.tests.conftest import Telephone
from gensvar.operations.customers.actions import recognise

CALLS = "desk_calls"


@pytest.fixture
def telephone(exempelby, cia, noon):
    return Telephone(exempelby, lead=cia, at=noon)


@pytest.fixture
def call(telephone, exempelby, ada):
    recognise(exempelby, kind="phone", value="+46701111111", name="Eva Ek", at=telephone.at)
    telephone.seat(ada)
    made = telephone.talking(ada)
    telephone.at += timedelta(seconds=90)
    telephone.hears("trunk-1", Heard.GONE, cause=16)
    return made


@pytest.mark.parametrize(
    ("asked", "is_found"),
    [
        ({}, True),
        ({"ord": "070-111 11 11"}, True),
        ({"ord": "Eva"}, True),
        ({"ord": "070-111 11 12"}, False),
        ({"ord": "<script>\0"}, False),
        ({"utfall": "answered"}, True),
        ({"utfall": "abandoned"}, False),
        ({"utfall": "nonsense"}, True),
        ({"fran": "2026-02-31", "till": "x"}, True),
        ({"fran": "2999-01-01"}, False),
        ({"efter": "100"}, False),
    ],
)
def test_calls_are_found_by_number_name_outcome_and_day(as_ada, call, asked, is_found):
    said = as_ada.get(reverse(CALLS), asked).content.decode()

    assert (reverse("desk_one_call", args=[call.pk]) in said) is is_found


def test_the_way_of_a_call_is_told_with_seconds(as_ada, call):
    said = as_ada.get(reverse("desk_one_call", args=[call.pk])).content.decode()
    for words in ("Väntade i kön", "Ringde hos en agent", "Talade", "90 s", "Ada Lind"):
        assert words in said
    case = call.contact.cases.get()
    of_case = reverse("desk_case_calls", args=[case.number])
    beside = as_ada.get(of_case, headers={"HX-Request": "true"}).content.decode()
    alone = as_ada.get(of_case).content.decode()
    assert "90 s" in beside
    assert "<html" not in beside
    assert "90 s" in alone
    assert f"<title>Samtal i {case.number}" in alone
    assert as_ada.get(reverse("desk_one_call", args=[2**63])).status_code == 404


def test_somebody_with_protected_identity_is_found_by_no_number(as_ada, call):
    customer = call.contact.customer
    customer.protected = True
    customer.save()

    for asked in ({}, {"ord": "070-111 11 11"}, {"ord": "Eva"}):
        said = as_ada.get(reverse(CALLS), asked).content.decode()
        assert "Eva Ek" not in said.replace('value="Eva', "")
        assert reverse("desk_one_call", args=[call.pk]) not in said or not asked


def test_the_list_is_taken_out_as_a_file_by_whoever_may(as_ada, call, cia):
    url = reverse("desk_export_calls", args=["json"])
    assert as_ada.get(url).status_code == 403
    as_ada.force_login(cia)

    rows = json.loads(b"".join(as_ada.get(url).streaming_content))["items"]
    assert [(row["with"], row["seconds"]) for row in rows] == [("Eva Ek", 91)]
    assert as_ada.get(reverse("desk_export_calls", args=["exe"])).status_code == 404
