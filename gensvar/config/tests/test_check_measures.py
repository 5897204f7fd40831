"""The command that counts the worked examples of all measures."""

from dataclasses import replace

from gensvar.config.command import main
from gensvar.config.commands.kpi import report
from gensvar.science.kpi.reading import registry


def test_the_command_tells_that_all_come_out(capsys):
    assert main(["kpi", "check"]) == 0
    assert capsys.readouterr().out == "98 of 98\n"


def test_the_command_fails_and_tells_what_comes_out_otherwise(capsys):
    known = registry()
    wrong = known.definitions["K04"].model_copy(deep=True)
    vector = wrong.vectors[0].model_copy(update={"shown": {"abandoned": "4.9", "strict": "5.7"}})
    none = known.definitions["K05"].model_copy(update={"vectors": ()})
    changed = {"K04": wrong.model_copy(update={"vectors": (vector,)}), "K05": none}

    code = report(replace(known, definitions={**known.definitions, **changed}))

    assert code == 1
    assert capsys.readouterr().out == (
        "K05: there is no worked example\nK04: abandoned should be 4.9, is 4.8\n96 of 98\n"
    )
