"""Receive mail by SMTP and from mailboxes, and send what waits."""

import argparse


def accept(_parser: argparse.ArgumentParser) -> None:
    """It takes no words: ports come from the environment, mailboxes from the setup pages."""


def run(_arguments: argparse.Namespace) -> None:
    from gensvar.config.boot import boot
    from gensvar.config.postgres.available import require

    require()
    boot("work")
    from gensvar.channels.mail import post

    post.run()
