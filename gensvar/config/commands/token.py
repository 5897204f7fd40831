"""token."""

import argparse


def accept(_parser: argparse.ArgumentParser) -> None:
    pass


def run(_arguments: argparse.Namespace) -> None:
    raise NotImplementedError
