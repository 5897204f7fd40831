from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from django.conf import settings

from conftest import NOON
from gensvar.foundation.files import vault
from gensvar.foundation.files.actions import read_file, store_file, true_type
from gensvar.foundation.files.models import StoredFile


def on_disk(stored):
    return Path(settings.FILES_FOLDER, stored.sha256[:2], stored.sha256[2:4], stored.sha256)


def test_what_is_stored_is_read_back_and_is_not_readable_on_disk(db):
    stored = store_file(b"Hemligt innehall", at=NOON)

    assert read_file(stored) == b"Hemligt innehall"
    assert b"Hemligt" not in on_disk(stored).read_bytes()


def test_the_same_bytes_are_kept_once(db):
    first, second = store_file(b"samma", at=NOON), store_file(b"samma", at=NOON)

    assert first == second
    assert StoredFile.objects.count() == 1


def test_a_file_swapped_on_disk_is_noticed(db):
    one, other = store_file(b"ett", at=NOON), store_file(b"ett annat", at=NOON)
    on_disk(one).write_bytes(on_disk(other).read_bytes())

    with pytest.raises(InvalidTag):
        read_file(one)


def test_a_new_key_seals_what_comes_and_the_old_one_still_opens(db):
    before = store_file(b"fore bytet", at=NOON)
    key_id = vault.make_key()
    after = store_file(b"efter bytet", at=NOON)

    assert after.key_id == key_id != before.key_id
    assert read_file(before) == b"fore bytet"


def test_a_missing_key_is_named(db):
    stored = store_file(b"utan nyckel", at=NOON)
    stored.key_id = "9999"

    with pytest.raises(vault.KeyMissing, match="9999"):
        read_file(stored)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 20, "image/png"),
        (b"bara text", "text/plain"),
        (b"\0\1\2\3", "application/octet-stream"),
        (b"", "application/x-empty"),
    ],
)
def test_the_true_type_is_read_from_the_bytes(content, kind):
    assert true_type(content) == kind
