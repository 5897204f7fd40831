"""What the documentation shows is what happens."""

import doctest
from importlib import import_module

import pytest

MODULES = ("calendar", "deadlines", "hours", "publicdays", "closingdays")


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_are_true(name):
    found = doctest.testmod(import_module(f"gensvar.science.worktime.{name}"))

    assert found.attempted
    assert not found.failed
