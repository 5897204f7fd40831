"""Cases over the API: the same nouns as on the pages, and the same actions behind them."""

from gensvar.operations.cases.api import (
    acting,
    causing,
    closing,
    composing,
    deadlines,
    files,
    interpreting,
    joining,
    later,
    needing,
    participating,
    placing,
    reading,
    typing,
    writing,
)
from gensvar.operations.cases.api.routes import router

ROUTERS = {"/cases": router}

__all__ = [
    "ROUTERS",
    "acting",
    "causing",
    "closing",
    "composing",
    "deadlines",
    "files",
    "interpreting",
    "joining",
    "later",
    "needing",
    "participating",
    "placing",
    "reading",
    "typing",
    "writing",
]
