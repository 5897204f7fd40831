import pytest
from hypothesis import given
from hypothesis import strategies as st

from gensvar.foundation.files.rules import LONGEST_NAME, clean_name, is_accepted, is_what_it_claims

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
PROGRAM = b"MZ\x90\x00" + b"\0" * 60


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("grop.png", PNG),
        ("GROP.JPG", b"\xff\xd8\xff\xe1" + b"\0" * 40),
        ("bild.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1"),
        ("faktura.pdf", b"%PDF-1.7\n"),
        ("brev.docx", b"PK\x03\x04\x14\0"),
        ("gammalt.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("text.txt", "Hål på gatan åäö".encode()),
        ("latin.txt", "Hål".encode("latin-1")),
        ("film.mov", b"\0\0\0\x14ftypqt  "),
        ("tom.txt", b""),
    ],
)
def test_a_file_of_the_kind_it_claims_is_taken(name, content):
    assert is_accepted(name)
    assert is_what_it_claims(name, content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bild.jpg", PROGRAM),
        ("bild.jpg", PNG),
        ("bild.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("faktura.pdf", b"<html><script>alert(1)</script>"),
        ("text.txt", PROGRAM),
        ("brev.docx", b""),
    ],
)
def test_a_file_that_lies_about_its_kind_is_not_taken(name, content):
    assert not is_what_it_claims(name, content)


@pytest.mark.parametrize(
    "name", ["virus.exe", "sida.html", "bild.svg", "utan", "arkiv.zip", ".jpg.js"]
)
def test_kinds_that_run_are_not_taken(name):
    assert not is_accepted(name)


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Mina bilder\\grop.jpg", "grop.jpg"),
        ("grop\u202egpj.exe", "gropgpj.exe"),
        ("a\r\nSet-Cookie: b.png", "aSet-Cookie- b.png"),
        ("", "fil"),
        ("...", "fil"),
        ("Fel på åtgärd.pdf", "Fel på åtgärd.pdf"),
    ],
)
def test_a_name_is_only_a_name(given_name, kept):
    assert clean_name(given_name) == kept


@given(st.text(max_size=400))
def test_any_name_becomes_short_and_harmless(name):
    cleaned = clean_name(name)

    assert 0 < len(cleaned) <= LONGEST_NAME
    assert not set(cleaned) & set('/\\\r\n\0"')
    assert clean_name(cleaned) == cleaned
