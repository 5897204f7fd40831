"""Documents are read; what is broken or hostile has no text, and harms nobody."""

from io import BytesIO
from unittest.mock import patch
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from gensvar.foundation.files import reading
from gensvar.foundation.files.reading import text_in

LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><x>&c;</x>'
)


def packed(**parts: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


def pdf(text: str) -> bytes:
    """Return the smallest document that says something."""
    words = f"BT /F1 12 Tf 10 50 Td ({text}) Tj ET".encode("latin-1")
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 100] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(words), words),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        content
        + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\n" % (table)
        + b"startxref\n%d\n%%%%EOF\n" % len(content)
    )


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(pdf("Vattenläcka i källaren"), id="pdf"),
        pytest.param(
            packed(
                word__document_xml="<p><t>Vatten</t><t>läcka</t></p>".encode(),
                word__footnotes_xml="<p>i källaren</p>".encode(),
            ),
            id="docx",
        ),
        pytest.param(
            packed(content_xml="<o><p>Vattenläcka i <b>källaren</b></p></o>".encode()), id="odt"
        ),
        pytest.param(
            packed(xl__sharedStrings_xml="<s><t>Vattenläcka i källaren</t></s>".encode()),
            id="xlsx",
        ),
        pytest.param(
            packed(ppt__slides__slide1_xml="<s><t>Vattenläcka i källaren</t></s>".encode()),
            id="pptx",
        ),
        pytest.param("Vattenläcka i källaren".encode(), id="utf-8"),
        pytest.param(
            ("Det rinner. Vattenläcka i källaren; någon måste komma. " * 4).encode("latin-1"),
            id="latin-1",
        ),
    ],
)
def test_what_a_document_says_is_read(content):
    assert "Vattenläcka i källaren" in text_in(content)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"%PDF-1.4\n" + b"\xff\x00" * 500, id="a broken pdf"),
        pytest.param(pdf("Avbruten")[:150], id="half a pdf"),
        pytest.param(b"PK\x03\x04" + b"\0" * 200, id="a broken archive"),
        pytest.param(packed(word__document_xml=LAUGHS), id="entities within entities"),
        pytest.param(
            packed(word__document_xml=b"<d>" + b" " * (reading.MOST_UNPACKED + 9) + b"x</d>"),
            id="more than anybody writes",
        ),
    ],
)
def test_what_cannot_be_read_has_no_text(content):
    assert text_in(content) == ""


def test_a_picture_costs_no_process():
    with patch("subprocess.run", side_effect=AssertionError):
        assert text_in(b"\x89PNG\r\n\x1a\n" + b"\0" * 100) == ""


def test_a_reader_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(reading, "SECONDS", 0.001)
    assert text_in(pdf("Sent")) == ""


def test_a_long_text_is_cut():
    assert len(text_in(b"ord " * 100_000)) == reading.MOST_LETTERS
