"""Receive mail by SMTP and from mailboxes, and send what waits."""

import argparse

from gensvar.config.refusals import CannotRun


def accept(_parser: argparse.ArgumentParser) -> None:
    """It takes no words: ports come from the environment, mailboxes from the setup pages."""


def run(_arguments: argparse.Namespace) -> None:
    from gensvar.config.boot import boot
    from gensvar.config.postgres.available import require

    require()
    boot("work")
    from gensvar.channels.mail.post.process import run as run_post

    check_certificate()
    run_post()


def check_certificate() -> None:
    from gensvar.channels.mail.post.certificate import certificate_of_the_door

    try:
        certificate_of_the_door()
    except OSError as error:  # which an SSLError is too
        raise CannotRun(
            "GENSVAR_SMTP_TLS_CERT and GENSVAR_SMTP_TLS_KEY must both name a file in PEM form that "
            f"belongs with the other and that Gensvar may read: {error}"
        ) from error
