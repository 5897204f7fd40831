"""A case is found by what stands in its files."""

import pytest

from conftest import NOON
from gensvar.foundation.files.actions import mark_scanned, store_file
from gensvar.operations.cases.actions import open_case
from gensvar.operations.cases.actions.noting import add_file
from gensvar.operations.cases.models import CaseFile
from gensvar.operations.contacts.actions import (
    Attached,
    Said,
    record_message,
    register_contact,
)
from gensvar.operations.search.actions import read_new_files
from gensvar.operations.search.models import FileWords
from gensvar.operations.search.tests.test_find import seen_by_web

REPORT = b"Besiktningsprotokoll: fuktskador i krypgrunden"


@pytest.fixture
def grop(exempelby):
    return open_case(exempelby, title="Hål i vägen", channel="mail", at=NOON)


@pytest.fixture
def report(db):
    return store_file(REPORT, at=NOON)


def found(client, typed):
    return [case.pk for case in seen_by_web([client.pk], typed=typed).cases]


def test_a_case_is_found_by_its_file_and_by_what_stands_in_it(exempelby, grop, report, ada):
    add_file(grop, report, name="bilaga-fyra.txt", by=ada, at=NOON)
    assert found(exempelby, "krypgrund") == []
    assert found(exempelby, "fyra") == [grop.pk]

    assert read_new_files(most=10) == 1

    assert found(exempelby, "krypgrund") == [grop.pk]
    assert read_new_files(most=10) == 0


def test_what_came_with_a_mail_is_read_too(exempelby, eva, report):
    contact = register_contact(exempelby, channel="mail", direction="in", customer=eva, at=NOON)
    case = open_case(exempelby, title="Huset", channel="mail", at=NOON, contact=contact)
    enclosed = [Attached(file=report, name="protokoll.txt")]
    record_message(contact, Said(text="Se bilagan"), at=NOON, files=enclosed)

    read_new_files(most=10)

    assert found(exempelby, "fuktskada") == [case.pk]


def test_another_case_that_is_given_the_same_file_is_found_at_once(exempelby, grop, report, ada):
    add_file(grop, report, name="a.txt", by=ada, at=NOON)
    read_new_files(most=10)
    other = open_case(exempelby, title="Också fukt", channel="mail", at=NOON)

    add_file(other, report, name="b.txt", by=ada, at=NOON)

    assert found(exempelby, "krypgrund") == [other.pk, grop.pk]


def test_a_file_that_is_taken_away_is_no_longer_a_way_to_the_case(exempelby, grop, report, ada):
    add_file(grop, report, name="a.txt", by=ada, at=NOON)
    read_new_files(most=10)

    CaseFile.objects.update(removed_at=NOON)

    assert found(exempelby, "krypgrund") == []


def test_nothing_is_read_before_it_is_known_to_be_clean(exempelby, grop, report, ada, settings):
    settings.CLAMD = "127.0.0.1:9"
    add_file(grop, report, name="a.txt", by=ada, at=NOON)
    assert read_new_files(most=10) == 0

    mark_scanned(report, infection="Test.Virus", at=NOON)

    assert read_new_files(most=10) == 1
    assert found(exempelby, "krypgrund") == []


def test_a_file_whose_bytes_are_gone_is_not_asked_for_again(exempelby, grop, report, ada):
    from django.core.files.storage import storages

    from gensvar.foundation.files.actions import _name

    storages["vault"].delete(_name(report.sha256))
    add_file(grop, report, name="a.txt", by=ada, at=NOON)

    assert read_new_files(most=10) == 1
    assert not FileWords.objects.filter(words=None).exists()


def test_what_nobody_holds_is_not_read(report):
    assert read_new_files(most=10) == 0
