"""Killed at any moment, Gensvar has lost nothing that it accepted, and doubled nothing."""

from benchmarks.mail_durability import measured


def test_nothing_accepted_is_lost_or_doubled_when_the_process_is_killed():
    figures = {figure: (value, words) for figure, value, _unit, words in measured(runs=8)}

    assert figures["accepted but lost"][0] == 0, figures
    assert figures["doubled"][0] == 0, figures
    accepted = int(figures["accepted but lost"][1].split()[0])
    assert accepted > 50, "too few mails were accepted for this to say anything"
