"""What nothing refers to is removed, and nothing else."""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Event
from time import sleep

import pytest
from django.conf import settings
from django.db import connection, transaction
from procrastinate.contrib.django import app

from conftest import NOON
from gensvar.foundation.files import jobs
from gensvar.foundation.files.actions import (
    UNUSED_KEPT,
    forget_old_uploads,
    read_file,
    remove_stray,
    remove_unused,
    store_file,
    upload_file,
)
from gensvar.foundation.files.models import StoredFile, Upload

A_WEEK_LATER = NOON + UNUSED_KEPT


def on_disk(digest: str) -> Path:
    return Path(settings.FILES_FOLDER, digest[:2], digest[2:4], digest)


def test_an_upload_that_goes_with_nothing_is_gone_after_a_week(ada):
    upload = upload_file(b"aldrig skickad", name="brev.txt", by=ada, at=NOON)
    digest = upload.file.sha256

    forget_old_uploads(at=A_WEEK_LATER)
    assert remove_unused(at=A_WEEK_LATER - timedelta(seconds=1)) == 0
    assert on_disk(digest).exists()
    assert remove_unused(at=A_WEEK_LATER) == 1

    assert not StoredFile.objects.exists()
    assert not on_disk(digest).exists()


def test_what_is_referred_to_stays(ada):
    upload = upload_file(b"skickas strax", name="brev.txt", by=ada, at=NOON)

    assert remove_unused(at=A_WEEK_LATER) == 0

    assert read_file(Upload.objects.get(pk=upload.pk).file) == b"skickas strax"


@pytest.mark.django_db(transaction=True)
def test_what_is_sent_again_while_it_is_removed_is_kept():
    digest = store_file(b"samma igen", at=NOON).sha256
    is_held, is_asked = Event(), Event()

    def send_again() -> None:
        try:
            with transaction.atomic():
                stored = store_file(b"samma igen", at=A_WEEK_LATER)
                is_held.set()
                is_asked.wait(5)
                sleep(0.3)  # as long as it takes to look for what is unused
                Upload.objects.create(file=stored, name="igen.txt", by=_somebody(), at=A_WEEK_LATER)
        finally:
            connection.close()

    def remove() -> int:
        try:
            is_held.wait(5)
            is_asked.set()
            return remove_unused(at=A_WEEK_LATER)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as both:
        sending, removing = both.submit(send_again), both.submit(remove)
        sending.result()
        assert removing.result() == 0

    assert on_disk(digest).exists()
    assert read_file(Upload.objects.get().file) == b"samma igen"


def _somebody():
    from gensvar.foundation.people.models import Agent

    return Agent.objects.create_user("x@exempelby.example", name="X", created_at=NOON)


def test_a_row_that_has_lost_its_bytes_gets_them_back(db):
    stored = store_file(b"tappad", at=NOON)
    on_disk(stored.sha256).unlink()

    assert read_file(store_file(b"tappad", at=NOON)) == b"tappad"


def test_bytes_of_an_act_that_was_undone_are_removed_and_new_ones_are_not(db):
    with transaction.atomic():
        stray = store_file(b"angrat", at=NOON)
        transaction.set_rollback(True)
    kept = store_file(b"kvar", at=NOON)
    fresh = on_disk("ab" * 32)
    fresh.parent.mkdir(parents=True, exist_ok=True)
    fresh.write_bytes(b"skrivs just nu")
    long_ago = (NOON - timedelta(days=1)).timestamp()
    for path in (on_disk(stray.sha256), on_disk(kept.sha256)):
        os.utime(path, (long_ago, long_ago))

    assert remove_stray(at=A_WEEK_LATER) == 1

    assert not on_disk(stray.sha256).exists()
    assert read_file(kept) == b"kvar"
    assert fresh.exists()
    fresh.unlink()


def test_it_is_done_by_itself_every_night(db):
    periodic = {task.task.name: task.cron for task in app.periodic_registry.periodic_tasks.values()}

    assert jobs.remove_what_nothing_refers_to.name in periodic
    assert jobs.forget_uploads.name in periodic
