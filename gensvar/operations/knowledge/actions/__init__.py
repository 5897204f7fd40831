"""Verbs that change the catalogue and its articles."""

from gensvar.operations.knowledge.actions.approving import (
    NotInForce,
    approve,
    review,
    send_back,
    submit,
    withdraw,
)
from gensvar.operations.knowledge.actions.article_import import import_articles
from gensvar.operations.knowledge.actions.beginning import add_standard_areas
from gensvar.operations.knowledge.actions.importing import ImportHasFaults, import_catalogue
from gensvar.operations.knowledge.actions.keeping import (
    add_area,
    add_subject,
    change_area,
    change_subject,
    restore_subject,
    retire_subject,
)
from gensvar.operations.knowledge.actions.upkeep import (
    answer_report,
    note_gap,
    remind_owners,
    report,
    untold_reminder,
)
from gensvar.operations.knowledge.actions.writing import (
    begin_article,
    change_article,
    throw_away_draft,
    write_draft,
)

__all__ = [
    "ImportHasFaults",
    "NotInForce",
    "add_area",
    "add_standard_areas",
    "add_subject",
    "answer_report",
    "approve",
    "begin_article",
    "change_area",
    "change_article",
    "change_subject",
    "import_articles",
    "import_catalogue",
    "note_gap",
    "remind_owners",
    "report",
    "restore_subject",
    "retire_subject",
    "review",
    "send_back",
    "submit",
    "throw_away_draft",
    "untold_reminder",
    "withdraw",
    "write_draft",
]
