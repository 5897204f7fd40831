"""Keep the register: its places, who answers for them, and what it cannot answer."""

from gensvar.operations.register.actions.entrusting import (
    GroupIsClosed,
    OfAnotherClient,
    add_service_type,
    end_responsibility,
    end_service_type,
    entrust,
    name_fallback,
    note_missing,
)
from gensvar.operations.register.actions.importing import (
    NothingToChange,
    TableFaulty,
    import_places,
)
from gensvar.operations.register.actions.keeping import (
    CodeTaken,
    Described,
    EndsBeforeItBegins,
    WithinItself,
    add_place,
    change_place,
)

__all__ = [
    "CodeTaken",
    "Described",
    "EndsBeforeItBegins",
    "GroupIsClosed",
    "NothingToChange",
    "OfAnotherClient",
    "TableFaulty",
    "WithinItself",
    "add_place",
    "add_service_type",
    "change_place",
    "end_responsibility",
    "end_service_type",
    "entrust",
    "import_places",
    "name_fallback",
    "note_missing",
]
