"""Steer calls: what the telephone system tells, the queue and the agents' phones."""

import argparse


def accept(_parser: argparse.ArgumentParser) -> None:
    """It takes no words: Asterisk's address comes from the environment, if there is one."""


def run(_arguments: argparse.Namespace) -> int:
    from gensvar.config.boot import boot
    from gensvar.config.postgres.available import require

    require()
    boot("work")
    from gensvar.channels.voice.bridge.process import run as run_bridge

    return run_bridge()
