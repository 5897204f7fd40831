"""A real Asterisk for the stories about calls. Needs root and Debian's sip-tester."""

import shutil
from collections.abc import Iterator

import pytest
from house import LAY, House
from telephone import Asterisk
from telephone import asterisk as started

from benchmarks.post_office import post_office


def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """Tell of the engine alone first: a centre that runs claims every call."""
    items.sort(key=lambda item: "house" in item.fixturenames)


@pytest.fixture(scope="session")
def machine() -> Iterator[Asterisk]:
    assert shutil.which("sipp"), "install SIPp: apt install sip-tester"
    with started() as found:
        yield found


@pytest.fixture
def asterisk(machine: Asterisk) -> Iterator[Asterisk]:
    yield machine
    machine.clear()


@pytest.fixture(scope="session")
def centre(machine: Asterisk) -> Iterator[House]:
    with post_office() as office:
        found = House(office, machine)
        found.do(LAY)
        yield found
        found.close()


@pytest.fixture
def house(centre: House, asterisk: Asterisk) -> Iterator[House]:
    centre.begin()
    yield centre
    centre.end()
