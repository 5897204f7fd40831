"""The automatic telephonist over the API: whom it answers, whom it knows, how often it helped."""

from datetime import datetime
from typing import Any

import pytest

from gensvar.channels.voice.tests.conftest import Telephone
from gensvar.config.tests.api.conftest import Program

TABLE = "name;number;e-mail\nHanna Ström;4712;hanna@exempelby.example\nÅsa Öberg;4713;\n"
OURS = {"client": "exempelby"}


@pytest.fixture
def telephone(exempelby: Any, cia: Any, hanna: Any, noon: datetime) -> Telephone:
    return Telephone(exempelby, lead=cia, at=noon)


def test_it_is_set_and_read_back(program: Program, telephone: Telephone) -> None:
    assert program.get("/telephonist", **OURS).status_code == 404

    given = {**OURS, "ranges": "4000-4999", "queue": telephone.queue.pk}
    assert program.put("/telephonist", given).status_code == 200

    told = program.get("/telephonist", **OURS).json()
    assert told == {**OURS, "ranges": [["4000", "4999"]], "queue": telephone.queue.pk}
    refused = program.put("/telephonist", {**given, "ranges": "9-1"})
    assert (refused.status_code, refused.json()["code"]) == (422, "NotARange")


def test_a_directory_is_taken_whole_or_not_at_all(program: Program, telephone: Telephone) -> None:
    assert program.put("/telephonist/directory", {**OURS, "table": TABLE}).json() == {
        "changed": 2,
        "ended": 0,
    }
    refused = program.put("/telephonist/directory", {**OURS, "table": "name;number\nEva;x"})
    assert refused.status_code == 422

    first, second = program.get("/telephonist/directory", **OURS).json()
    assert (first["name"], first["agent"]) == ("Hanna Ström", "hanna@exempelby.example")
    assert (second["keys"], second["number"], second["agent"]) == ("272 62374", "4713", None)


def test_its_figures_are_its_own(program: Program, telephone: Telephone) -> None:
    told = program.get("/telephonist/figures", **OURS).json()

    assert (told["calls"], told["share_connected"]) == (0, 0.0)


def test_another_client_finds_nothing(
    energi_program: Program, program: Program, telephone: Telephone
) -> None:
    program.put("/telephonist/directory", {**OURS, "table": TABLE})

    for path in ("/telephonist", "/telephonist/directory", "/telephonist/figures"):
        assert energi_program.get(path, **OURS).status_code == 404
