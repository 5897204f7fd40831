import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gensvar.foundation.files.actions import mark_scanned, store_file
from gensvar.foundation.people.models import RoleGrant
from gensvar.operations.cases.actions import hand_over, write_note
from gensvar.operations.cases.models import CaseFile
from gensvar.operations.contacts.models import Message


def test_the_page_tells_the_story(as_ada, ada, gropar, gator, tek_gata, noon):
    later = noon + timedelta(hours=1)
    write_note(gropar, "Ring vägmästaren", by=ada, at=later)
    hand_over(gropar, to=tek_gata, why="cannot", question="När lagas de?", by=ada, at=later)

    page = as_ada.get(f"/arenden/{gropar.number}/").content.decode()

    for words in ["Tre djupa gropar", "Ring vägmästaren", "När lagas de?", "TEK-GATA", "Eva Ek"]:
        assert words in page
    assert page.index("Tre djupa gropar") < page.index("Ring vägmästaren")


def test_a_page_costs_few_queries(as_ada, ada, gropar, write, eva):
    for number in range(20):
        write(eva, f"Påminnelse {number}", case=gropar)
        write(eva, f"Ett ärende till {number}")
    page = f"/arenden/{gropar.number}/"
    as_ada.get(page)  # a process that has been asked before knows the opening hours

    with CaptureQueriesContext(connection) as queries:
        assert as_ada.get(page).status_code == 200

    spoken = [q for q in queries if "SAVEPOINT" not in q["sql"] and "ROLE" not in q["sql"]]
    assert len(spoken) <= 12, [q["sql"][:90] for q in spoken]


def test_no_key_means_two_things(as_ada, gropar):
    page = as_ada.get(f"/arenden/{gropar.number}/").content.decode()
    keys = re.findall(r"<kbd>([a-zåäö])</kbd>", page)

    assert len(keys) > 15
    assert sorted(set(keys)) == sorted(keys)


@pytest.mark.parametrize("path", ["", "svar/", "notering/", "historik/", "lamna-over/", "stang/"])
def test_another_clients_case_is_as_absent_as_any_random_number(as_ada, energis, path):
    def answer(number):
        call = as_ada.post if path in {"svar/", "notering/"} else as_ada.get
        response = call(f"/arenden/{number}/{path}")
        page = re.sub(rb'"csrf-token" content="\w+"', b"", response.content)
        return response.status_code, page.replace(number.encode(), b"")

    assert answer(energis.number) == answer("26-999999")
    assert answer(energis.number)[0] == 404


@pytest.mark.parametrize("number", ["26-1", "x", "26-0000000000000", "%00", "26-%2e%2e"])
def test_a_number_that_is_none_is_not_found(as_ada, number):
    assert as_ada.get(f"/arenden/{number}/").status_code == 404


def test_a_group_member_sees_only_what_was_handed_to_the_group(
    browser, hanna, gropar, ada, tek_gata, noon
):
    browser.force_login(hanna)
    assert browser.get(f"/arenden/{gropar.number}/").status_code == 404
    assert gropar.title not in browser.get("/arenden/").content.decode()

    hand_over(gropar, to=tek_gata, why="cannot", question="När?", by=ada, at=noon)

    page = browser.get(f"/arenden/{gropar.number}/").content.decode()
    assert "Tre djupa gropar" in page
    assert gropar.number in browser.get("/arenden/").content.decode()


def test_scripts_in_what_a_customer_wrote_are_words(as_ada, write, eva):
    script = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    case = write(eva, script, sender_name=script, subject=script, quoted=script, signature=script)

    page = as_ada.get(f"/arenden/{case.number}/").content.decode()

    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_looks_of_a_mail_are_shown_alone_under_a_policy_of_their_own(as_ada, write, eva):
    html = (
        '<p onclick="x()">Hej <b>du</b></p><script>alert(1)</script>'
        '<img src="https://spy.example/1.gif"><img src="cid:none"><form action="/"><input></form>'
    )
    case = write(eva, "Hej du", html=html)
    message = Message.objects.get(contact__cases=case)

    response = as_ada.get(f"/arenden/{case.number}/brev/{message.pk}/")
    page = response.content.decode()

    assert "<b>du</b>" in page
    for danger in ["script", "onclick", "<form", "cid:"]:
        assert danger not in page
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert policy.startswith("sandbox;")
    assert "img-src data:;" in policy
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert (
        "frame-src 'self'"
        in as_ada.get(f"/arenden/{case.number}/").headers["Content-Security-Policy"]
    )


def test_the_mail_as_it_came_is_for_those_who_handle_contacts(
    browser, as_ada, write, eva, noon, representative, exempelby
):
    from gensvar.foundation.people.models import RoleGrant

    case = write(eva, "Hej", raw=store_file(b"Subject: Hej\r\n\r\nHej", at=noon))
    message = Message.objects.get(contact__cases=case)
    address = f"/arenden/{case.number}/brev/{message.pk}/original/"

    answer = as_ada.get(address)
    assert answer.content == b"Subject: Hej\r\n\r\nHej"
    assert "attachment" in answer.headers["Content-Disposition"]

    RoleGrant.objects.create(
        agent=representative, role="client-representative", client=exempelby, since=noon
    )
    browser.force_login(representative)
    assert browser.get(address).status_code == 403
    page = browser.get(f"/arenden/{case.number}/").content.decode()
    assert "/original/" not in page
    assert 'name="text"' not in page


def test_the_whole_history_is_in_words(as_ada, ada, gropar, noon):
    write_note(gropar, "Hemlig", by=ada, at=noon)

    page = as_ada.get(f"/arenden/{gropar.number}/historik/").content.decode()

    assert "Ada Lind" in page
    assert "cases.note" not in page
    assert "Hemlig" not in page


def test_whoever_has_not_signed_in_is_led_to_the_door(browser, gropar):
    for address in ["/arenden/", f"/arenden/{gropar.number}/", "/kunder/K-1001/", "/skrivbord/"]:
        response = browser.get(address)
        assert response.status_code == 302
        assert "logga-in" in response["Location"]


def test_a_file_with_a_virus_is_shown_as_kept_apart_and_not_handed_out(
    as_ada, ada, gropar, noon, settings
):
    stored = store_file(b"elak", at=noon)
    CaseFile.objects.create(
        case=gropar, client_id=gropar.client_id, file=stored, name="faktura.txt", by=ada, at=noon
    )
    address = f"/arenden/{gropar.number}/filer/{CaseFile.objects.get().pk}/"
    settings.CLAMD = "/run/clamav/clamd.ctl"

    before = as_ada.get(f"/arenden/{gropar.number}/").content.decode()
    assert as_ada.get(address).status_code == 200
    mark_scanned(stored, infection="Win.Test", at=noon)
    after = as_ada.get(f"/arenden/{gropar.number}/").content.decode()
    refused = as_ada.get(address)
    RoleGrant.objects.create(agent=ada, role="manager", client=gropar.client, since=noon)

    assert "Inte kontrollerad för virus än" in before
    assert "Virus, hålls åtskild" in after
    assert "Inte kontrollerad" not in after
    assert refused.status_code == 403
    assert "Win.Test" in refused.content.decode()
    assert as_ada.get(address).content == b"elak"


def test_nothing_is_said_of_viruses_where_nobody_looks_for_them(as_ada, ada, gropar, noon):
    CaseFile.objects.create(
        case=gropar,
        client_id=gropar.client_id,
        file=store_file(b"snall", at=noon),
        name="brev.txt",
        by=ada,
        at=noon,
    )

    page = as_ada.get(f"/arenden/{gropar.number}/").content.decode()

    assert "brev.txt" in page
    assert "virus" not in page.lower()
