"""The block register (NIX), as an administrator looks at it and then brings it in."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import localdate, now

from gensvar.operations.contacts.blocking import RegisterWish, import_register
from gensvar.operations.contacts.models import BlockRegister, RegisteredNumber

LIST = "Nummer\n0701111111\n08-465 00 40\n"


@pytest.fixture
def url(exempelby):
    return f"{reverse('setup_import_block_register')}?client=exempelby"


def shown(desk):
    return desk.get(f"{reverse('setup_block_registers')}?client=exempelby").content.decode()


def test_a_register_is_looked_at_and_then_brought_in(page, desk, url):
    on = localdate() - timedelta(days=3)
    assert "No register has been brought in" in shown(desk)

    file = SimpleUploadedFile("nix.txt", LIST.encode())
    looked = page(url).look(version_on=on.isoformat(), file=file).content.decode()
    assert "<b>2 numbers</b> are called for no sale" in looked
    assert not BlockRegister.objects.exists()

    page(url).save(version_on=on.isoformat(), table=LIST)
    assert BlockRegister.objects.get().version_on == on
    assert RegisteredNumber.objects.count() == 2
    assert "too old" not in shown(desk)


def test_lines_that_are_no_numbers_are_told_and_nothing_is_brought_in(page, url):
    wish = {"version_on": localdate().isoformat(), "table": "0701111111\nEva Ek <b>"}

    looked = page(url).look(**wish).content.decode()
    assert "Eva Ek &lt;b&gt;" in looked
    assert "nothing can be brought in" in looked
    page(url).save(**wish)
    assert not BlockRegister.objects.exists()


@pytest.mark.parametrize("day", ["", "i går", "2026-02-30"])
def test_without_a_day_nothing_is_brought_in(page, url, day):
    answer = page(url).save(version_on=day, table=LIST)

    assert answer.status_code == 422
    assert not BlockRegister.objects.exists()


@pytest.mark.parametrize(("age", "words"), [(50, "soon too old"), (70, "can no longer be asked")])
def test_a_register_that_grows_old_is_warned_of(desk, exempelby, age, words):
    wish = RegisterWish(LIST, localdate() - timedelta(days=age))
    import_register(exempelby, wish, by=None, at=now())

    assert words in shown(desk)
