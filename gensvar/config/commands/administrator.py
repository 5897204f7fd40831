"""Open the account of an administrator, and print the link by which its password is chosen.

The first one in a new installation; later ones are made on the pages under /installningar/.
Example: gensvar administrator alva@exempelby.example "Alva Norén"
"""

import argparse
import sys


def accept(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email", help="the address to sign in with")
    parser.add_argument("name", help="the person's name")


def run(arguments: argparse.Namespace) -> None:
    from gensvar.config.boot import boot
    from gensvar.config.postgres.available import available
    from gensvar.config.refusals import CannotRun

    with available(holder="gensvar administrator"):
        boot("work")
        from django.db import transaction
        from django.utils.timezone import now
        from django.utils.translation import override

        from gensvar.foundation.people.actions import create_agent, give_role
        from gensvar.foundation.people.rules import Role
        from gensvar.foundation.people.signin.password_link import password_link
        from gensvar.foundation.refusals import Refused

        at = now()
        with override("en"), transaction.atomic():
            try:
                agent = create_agent(arguments.email, name=arguments.name, by=None, at=at)
                give_role(agent, role=Role.ADMINISTRATOR, client=None, by=None, at=at)
                link = password_link(agent, by=None, at=at)
            except Refused as refusal:
                raise CannotRun(refusal.words()) from refusal
        sys.stdout.write(f"{link}\n")
