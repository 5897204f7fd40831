"""`gensvar simulate` plays a file and prints what to expect, or says what is wrong with it."""

import json

from gensvar.config.command import main

SMALL = """
name = "small"
[[queues]]
name = "Telephone"
channel = "phone"
hours = ["08:00-10:00"]
goal_seconds = 60
arrivals = { "08:00" = 10, "09:00" = 20 }
until = "10:00"
handling = { mean = 100 }
steps = [{ skill = "general", level = 2 }]
[[crews]]
name = "All"
count = 2
skills = { general = 2 }
shifts = ["08:00-10:00"]
"""


def test_the_command_prints_estimates_for_people_and_for_programs(tmp_path, capsys):
    file = tmp_path / "small.toml"
    file.write_text(SMALL)
    assert main(["simulate", str(file), "--runs", "3"]) == 0
    shown = capsys.readouterr().out
    assert "small: 3 runs of 1 days" in shown
    assert "within goal" in shown
    assert main(["simulate", str(file), "--runs", "1", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["queues"]["Telephone"]["answered"]["mean"] > 0
    assert told["queues"]["Telephone"]["answered"]["half_width"] is None


def test_the_command_says_what_is_wrong(tmp_path, capsys):
    file = tmp_path / "bad.toml"
    file.write_text(SMALL.replace("mean = 100", "mean = -1"))
    assert main(["simulate", str(file)]) == 1
    assert "bad.toml cannot be played:\nqueues, number 1, handling, mean" in capsys.readouterr().err
    assert main(["simulate", str(tmp_path / "none.toml")]) == 1
    assert "cannot be read" in capsys.readouterr().err
    assert main(["simulate", str(file), "--runs", "0"]) == 1
