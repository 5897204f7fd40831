"""Look whether all is well: data folder, database, roles, migrations, keys, record and jobs."""

import argparse
import sys


def accept(_parser: argparse.ArgumentParser) -> None:
    """It takes no words: everything is looked at."""


def run(_arguments: argparse.Namespace) -> int:
    from gensvar.config.boot import boot
    from gensvar.config.checking import checks
    from gensvar.config.data_folder import check_data_folder
    from gensvar.config.environment import var_folder
    from gensvar.config.postgres.available import available

    check_data_folder(var_folder())
    is_well = True
    with available(holder="gensvar check"):
        boot("work")
        for check in checks():
            trouble = check()
            is_well = is_well and not trouble
            name = check.__doc__ or check.__name__
            sys.stdout.write(f"{'NOT OK' if trouble else 'ok':<8}{name}\n")
            if trouble:
                sys.stdout.write(f"{'':<8}{trouble}\n")
    return 0 if is_well else 1
