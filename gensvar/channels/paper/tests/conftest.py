"""Scans as scanners make them, and somebody at a desk with a letter in hand."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gensvar.channels.paper.actions.noting import note_scans
from gensvar.channels.paper.models import Paper

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
TIFF = b"II*\0\x08\0\0\0\0\0\0\0\0\0"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xd9"


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


@pytest.fixture
def scanned(exempelby: Any, ada: Any) -> Callable[..., Paper]:
    def noted(on: Any, *, at: Any, name: str = "brev.pdf", content: bytes = PDF) -> Paper:
        files = [(name, content)]
        [paper] = note_scans(exempelby, files, channel="letter", received_on=on, by=ada, at=at)
        return paper

    return noted


@pytest.fixture
def at_desk(browser: Any, ada: Any, kundtjanst: Any) -> Any:
    browser.force_login(ada)
    return browser
