"""`gensvar import`: what was done, and which lines were left out and why."""

from datetime import date
from typing import Any

import pytest

from gensvar.config.commands.importing import bring_in as by_command
from gensvar.config.commands.importing import bring_in_register
from gensvar.operations.contacts.models import BlockRegister
from gensvar.operations.exchange.models import ImportedCall
from gensvar.operations.exchange.tests.conftest import LOG, queue

__all__ = ["queue"]


@pytest.mark.django_db
def test_the_command_says_what_it_did_and_which_lines_it_left_out(
    exempelby: Any, queue: Any, capsys: Any
) -> None:
    known: dict[str, Any] = {
        "format": "queue-log",
        "client_code": "exempelby",
        "names": {"600": "Växeln"},
    }

    assert by_command(LOG, is_look=True, **known) == 1
    assert not ImportedCall.objects.exists()
    assert by_command(LOG, **known) == 1
    said = capsys.readouterr()

    assert "11 new calls" in said.out
    assert "There is no event called “BLOMMA”." in said.err
    by_command(LOG, **known)
    assert "0 new calls, 0 further, 11 known" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        by_command(LOG, format="queue-log", client_code="ingen", names={})


@pytest.mark.django_db
def test_the_command_brings_in_a_block_register_and_says_which_lines_are_no_numbers(
    exempelby: Any, capsys: Any
) -> None:
    known: dict[str, Any] = {"client_code": "exempelby", "version_on": date(2026, 1, 10)}

    assert bring_in_register("0701111111\nhej", is_look=True, **known) == 1
    said = capsys.readouterr()
    assert "1 numbers, 1 lines that are none" in said.out
    assert "line 2: 'hej' is no telephone number" in said.err
    with pytest.raises(SystemExit):
        bring_in_register("0701111111\nhej", **known)
    assert not BlockRegister.objects.exists()

    assert bring_in_register("0701111111\n0702222222", **known) == 0
    assert BlockRegister.objects.get().numbers == 2
