from gensvar.config import translations

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


def test_a_word_that_two_slices_say_otherwise_in_swedish_is_a_fault(tmp_path, monkeypatch):
    folders = []
    for name, swedish in (("one", "Öppnad"), ("other", "Öppnat"), ("third", "Öppnad")):
        folder = tmp_path / name
        (folder / translations.CATALOGUE).parent.mkdir(parents=True)
        said = f'msgid "Opened"\nmsgstr "{swedish}"\n\nmsgctxt "door"\n'
        (folder / translations.CATALOGUE).write_text(
            f'{HEAD}{said}msgid "Opened"\nmsgstr "{name}"\n' if name == "one" else HEAD + said[:36]
        )
        folders.append(folder)
    monkeypatch.setattr(translations, "slices", lambda: iter(folders))
    monkeypatch.setattr(translations, "PACKAGE", tmp_path)

    faults = translations.check_all()

    assert len(faults) == 1
    assert faults[0].startswith("other/")
    assert "“Öppnat” here and “Öppnad” elsewhere" in faults[0]


def test_a_word_inside_an_f_string_is_a_fault(tmp_path, monkeypatch):
    (tmp_path / "said.py").write_text("link = ''\nsaid = f\"{_('Opened')} {link}\"\nf'{link}'\n")
    monkeypatch.setattr(translations, "slices", lambda: iter([tmp_path]))
    monkeypatch.setattr(translations, "PACKAGE", tmp_path)

    assert [one.partition(" ")[0] for one in translations.check_all()][:1] == ["said.py:2:"]
