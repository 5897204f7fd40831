import pytest

from gensvar.operations.cases.actions import merge
from gensvar.operations.cases.models import Case, Merge


@pytest.fixture
def igen(write, eva):
    """Eva's second mail about the same holes."""
    return write(eva, "Groparna är kvar.")


def page(as_ada, case):
    return as_ada.get(f"/arenden/{case.number}/").content.decode()


def test_a_case_is_merged_by_the_number_of_another(as_ada, gropar, igen):
    asked = as_ada.get(f"/arenden/{igen.number}/sla-ihop/").content.decode()
    assert f'<option value="{gropar.number}">' in asked

    spoken = gropar.number.replace("-", " ")
    done = as_ada.post(f"/arenden/{igen.number}/sla-ihop/", {"number": spoken}, follow=True)

    assert done.redirect_chain[-1][0] == f"/arenden/{gropar.number}/"
    assert Merge.objects.get().into == gropar
    whole = page(as_ada, gropar)
    assert "Groparna är kvar." in whole
    assert f"/arenden/{igen.number}/ta-isar/" in whole
    part = page(as_ada, igen)
    assert f'href="/arenden/{gropar.number}/"' in part
    assert 'id="reply-text"' not in part


def test_a_refusal_keeps_what_was_typed(as_ada, gropar, igen):
    address = f"/arenden/{gropar.number}/sla-ihop/"

    itself = as_ada.post(address, {"number": gropar.number})
    assert itself.status_code == 422
    assert f'value="{gropar.number}"' in itself.content.decode()
    assert "slås ihop med sig självt" in itself.content.decode()
    assert not Merge.objects.exists()


def test_a_case_that_cannot_be_seen_is_as_unknown_as_none(as_ada, gropar, energis):
    address = f"/arenden/{gropar.number}/sla-ihop/"

    hidden = as_ada.post(address, {"number": energis.number}).content.decode()
    unknown = as_ada.post(address, {"number": "26-999999"}).content.decode()

    assert "Det finns inget ärende med det numret" in hidden
    assert "Det finns inget ärende med det numret" in unknown
    assert "Hemligt" not in hidden


def test_it_is_taken_apart_with_one_press(as_ada, ada, gropar, igen, noon):
    merge(igen, into=gropar, by=ada, at=noon)

    as_ada.post(f"/arenden/{igen.number}/ta-isar/")

    assert Merge.objects.get().ended_by == ada
    assert "Groparna är kvar." not in page(as_ada, gropar)
    assert 'id="reply-text"' in page(as_ada, igen)


def test_several_become_one(as_ada, write, eva, gropar, igen):
    chosen = [gropar.pk, igen.pk, write(eva, "En gång till.").pk]

    asked = as_ada.post("/arenden/flera/", {"act": "merge", "case": chosen})
    assert "Vilket ska vara kvar?" in asked.content.decode()
    as_ada.post("/arenden/flera/", {"act": "merge", "case": chosen, "into": gropar.pk})

    assert Merge.objects.filter(into=gropar).count() == 2


def test_a_handler_of_a_group_merges_nothing(browser, hanna, gropar, igen):
    browser.force_login(hanna)

    answer = browser.post(f"/arenden/{igen.number}/sla-ihop/", {"number": gropar.number})

    assert answer.status_code == 403
    assert not Case.objects.filter(state="closed").exists()
