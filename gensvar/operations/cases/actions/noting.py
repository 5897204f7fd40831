"""What colleagues tell each other about a case."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.files.models import StoredFile
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.moving import about
from gensvar.operations.cases.events import FileAdded, NoteWritten
from gensvar.operations.cases.models import Case, CaseFile, Note


class EmptyNote(Refused):
    message = _("The note is empty. Write something first.")
    status = 422


@action
def write_note(case: Case, text: str, *, by: Agent, at: datetime) -> Note:
    """Write something that colleagues see and the customer does not."""
    if not text.strip():
        raise EmptyNote
    note = Note.objects.create(case=case, client_id=case.client_id, text=text, by=by, at=at)
    announce(NoteWritten(note_id=note.pk, **about(case, by)), at=at)
    return note


@action
def add_file(
    case: Case, stored: StoredFile, *, name: str, by: Agent | None, at: datetime
) -> CaseFile:
    """Put a file with the case."""
    added = CaseFile.objects.create(
        case=case, client_id=case.client_id, file=stored, name=name[:255], by=by, at=at
    )
    announce(FileAdded(case_file_id=added.pk, **about(case, by)), at=at)
    return added
