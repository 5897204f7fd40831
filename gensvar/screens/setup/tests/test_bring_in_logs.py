"""A log of another exchange, as an administrator looks at it and then brings it in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from gensvar.operations.exchange.models import ImportedCall
from gensvar.operations.exchange.tests.conftest import LOG

URL = "setup_import_log"


@pytest.fixture
def url(queue):
    return f"{reverse(URL)}?client=exempelby"


def asked(queue, **other):
    return {"format": "queue-log", "names": f"600={queue.name}", "whole_until": ""} | other


def test_a_log_is_looked_at_line_by_line_and_then_brought_in(page, desk, queue, url):
    looked = page(url).look(**asked(queue, file=SimpleUploadedFile("queue_log", LOG.encode())))
    seen = looked.content.decode()
    assert "There is no event called “BLOMMA”." in seen
    assert "<b>11 calls are new</b>" in seen
    assert not ImportedCall.objects.exists()

    page(url).save(**asked(queue, table=LOG))

    assert ImportedCall.objects.count() == 11
    shown = desk.get(f"{reverse('setup_logs')}?client=exempelby").content.decode()
    assert "Incomplete days" in shown
    page(url).save(**asked(queue, table=LOG))
    assert ImportedCall.objects.count() == 11


def test_a_file_of_another_kind_and_names_that_say_nothing_are_refused(page, queue, url):
    assert (
        "does not name the columns"
        in page(url).look(**asked(queue, table="hej;då\n1;2")).content.decode()
    )
    answer = page(url).save(**asked(queue, table=LOG, names="600"))

    assert answer.status_code == 422
    assert not ImportedCall.objects.exists()
