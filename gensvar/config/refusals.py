"""Why a command cannot run: one sentence on the terminal, never a traceback."""


class CannotRun(SystemExit):
    """The command stops with exit code 1 and says why, and what to do."""
