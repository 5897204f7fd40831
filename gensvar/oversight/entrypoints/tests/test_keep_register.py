"""The register of ways in: 34 published, three that nobody owns; tried, exported, withdrawn."""

import csv
import io
from datetime import timedelta

import pytest
from django.utils.timezone import now

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import Agent, RoleGrant
from gensvar.oversight.entrypoints.actions import (
    Described,
    NotAnAddress,
    OfAnotherClient,
    PublishedAlready,
    WithdrawnAlready,
    change,
    publish,
    try_out,
    withdraw,
)
from gensvar.oversight.entrypoints.models import EntryPoint, Trial
from gensvar.oversight.entrypoints.queries import orphan_count

HERE = "/kontaktvagar/"


@pytest.fixture
def manager(browser, cia):
    RoleGrant.objects.filter(agent=cia).update(role="manager")
    browser.force_login(cia)
    return browser


@pytest.fixture
def many(exempelby, cia, ada):
    """34 numbers; two without owner, and one whose owner has left."""
    gone = Agent.objects.create_user("g@exempelby.example", name="Gun", created_at=NOON)
    owners = [None, None, gone, *[ada] * 31]
    found = [
        publish(
            exempelby,
            Described(kind="phone", address=f"0980-319 2{place:02d}", owner=owner, volume=10),
            by=cia,
            at=NOON,
        )
        for place, owner in enumerate(owners)
    ]
    gone.is_active = False
    gone.save()
    return found


def words(answer):
    return answer.content.decode().replace("\u202f", " ").replace("\u00a0", " ")


def test_of_34_published_numbers_three_have_no_owner(manager, many, exempelby):
    """SKE-25's own example."""
    page = words(manager.get(HERE))

    assert "34 publicerade kontaktvägar, 3 utan ägare." in page
    assert orphan_count([exempelby.pk]) == 3
    alone = words(manager.get(HERE, {"visa": "utan-agare"}))
    assert alone.count('scope="row"') == 3
    assert "+46980319203" not in alone.partition("<tbody>")[2]
    assert "340 kontakter per år" in page


def test_a_number_is_kept_in_one_form_and_only_once(exempelby, cia):
    publish(exempelby, Described(kind="phone", address="0980-319 200"), by=cia, at=NOON)

    with pytest.raises(PublishedAlready):
        publish(exempelby, Described(kind="phone", address="+46980319200"), by=cia, at=NOON)
    with pytest.raises(NotAnAddress):
        publish(exempelby, Described(kind="mail", address="kommunen"), by=cia, at=NOON)
    assert EntryPoint.objects.get().address == "+46980319200"


def test_what_has_not_been_tried_for_a_year_is_to_be_tried(manager, many, cia):
    try_out(many[5], worked=True, note="", by=cia, at=now() - timedelta(days=400))
    try_out(many[6], worked=True, note="", by=cia, at=now() - timedelta(days=4))
    try_out(many[7], worked=True, note="", by=cia, at=now() - timedelta(days=9))
    try_out(many[7], worked=False, note="Ringer fram till ett gym", by=cia, at=now())

    untried = words(manager.get(HERE, {"visa": "oprovade"}))
    broken = words(manager.get(HERE, {"visa": "trasiga"}))

    assert untried.count('scope="row"') == 32
    assert broken.count('scope="row"') == 1
    assert many[7].address in broken


def test_a_manager_writes_tries_and_withdraws_on_the_page(manager, exempelby, ada, kundtjanst):
    asked = {"kind": "mail", "address": "Info@Exempelby.example", "owner": ada.pk, "volume": "900"}
    assert manager.post(f"{HERE}ny/", {**asked, "leads_to": kundtjanst.pk}).status_code == 302
    entry = EntryPoint.objects.get()
    assert (entry.address, entry.owner, entry.leads_to) == (
        "info@exempelby.example",
        ada,
        kundtjanst,
    )

    assert manager.post(f"{HERE}{entry.pk}/prova/", {}).status_code == 422
    manager.post(f"{HERE}{entry.pk}/prova/", {"worked": "no", "note": "Studsar"})
    assert "Studsar" in words(manager.get(f"{HERE}{entry.pk}/"))
    manager.post(f"{HERE}{entry.pk}/", {**asked, "owner": ""})
    assert orphan_count([exempelby.pk]) == 1
    manager.post(f"{HERE}{entry.pk}/dra-in/")

    assert manager.get(f"{HERE}{entry.pk}/").status_code == 404
    assert "Ingen kontaktväg är uppskriven" in words(manager.get(HERE))
    assert Trial.objects.count() == 1
    told = EventRecord.objects.filter(name__startswith="entrypoints.").order_by("id")
    assert [one.name.rpartition("-")[2] for one in told] == [
        "published",
        "tried",
        "changed",
        "withdrawn",
    ]
    assert "exempelby.example" not in "".join(str(one.payload) for one in told)


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "phone", "address": ""},
        {"kind": "phone", "address": "tolv"},
        {"kind": "mail", "address": "kommunen"},
        {"kind": "duva", "address": "Torget"},
        {"kind": "web", "address": "exempelby.example", "volume": "-1"},
        {"kind": "web", "address": "exempelby.example", "owner": "999999"},
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_stays_written(manager, exempelby, wrong):
    answer = manager.post(f"{HERE}ny/", wrong)

    assert answer.status_code == 422
    assert "data-error" in words(answer)
    assert wrong["address"] in words(answer)
    assert not EntryPoint.objects.exists()


def test_who_only_reads_figures_changes_nothing(browser, ada, many):
    browser.force_login(ada)

    assert "34 publicerade" in words(browser.get(HERE))
    assert "/ny/" not in words(browser.get(HERE))
    for path in ("ny/", f"{many[0].pk}/", f"{many[0].pk}/prova/", f"{many[0].pk}/dra-in/"):
        assert browser.post(HERE + path, {"worked": "yes"}).status_code == 403


def test_another_clients_ways_are_not_there(manager, energi, many, cia, tek_gata):
    theirs = publish(energi, Described(kind="web", address="energi.example"), by=cia, at=NOON)

    assert "energi.example" not in words(manager.get(HERE))
    assert manager.get(f"{HERE}{theirs.pk}/").status_code == 404
    with pytest.raises(OfAnotherClient):
        change(
            theirs, Described(kind="web", address="x.example", leads_to=tek_gata), by=cia, at=NOON
        )


def test_the_register_leaves_as_a_table(manager, many):
    fetched = b"".join(manager.get(HERE, {"format": "csv"}).streaming_content).decode()

    rows = list(csv.reader(io.StringIO(fetched.lstrip("\ufeff"))))
    assert len(rows) == 35
    assert [row[4] for row in rows[1:]].count("") == 3


def test_what_is_withdrawn_is_not_changed(many, cia):
    withdraw(many[0], by=cia, at=NOON)

    with pytest.raises(WithdrawnAlready):
        try_out(many[0], worked=True, note="", by=cia, at=NOON)
