"""A draft that came to nothing: the contact keeps the reason, the case ends without contacts."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.moving import locked, set_state
from gensvar.operations.cases.models import Case, CaseContact, State
from gensvar.operations.cases.queries.story import Handed, Noted, Story, story_of
from gensvar.operations.contacts.models import Channel, Contact, Direction, NoCase
from gensvar.operations.contacts.setting_aside import set_aside

# What the story only names, of a case in which somebody has begun to work.
WORK = {"promises", "participants", "support", "asked_needs"}

# Where a case is there before anybody has written a word of it.
BEGUN_WITHOUT_WORDS = {Channel.PHONE, Channel.VISIT}


class NoDraft(Refused):
    message = _("This case is more than a draft by now. Close it, and say what became of it.")


def is_draft(case: Case, story: Story) -> bool:
    """Say whether a case is as the contact that began it made it: nothing is written in it."""
    if case.channel not in BEGUN_WITHOUT_WORDS or case.is_closed:
        return False
    if case.subject_id is not None or case.need_type or len(story.spoken) != 1:
        return False
    (begun,) = story.spoken
    if begun.direction != Direction.IN or begun.summary or begun.message is not None:
        return False
    is_worked_on = any(isinstance(entry, Noted | Handed) for entry in story.entries)
    return not (is_worked_on or story.files or story.filled or story.there & WORK)


@action
def discard_draft(
    case: Case, *, reason: str, words: str = "", by: Agent | None, at: datetime
) -> NoCase:
    """Say why a contact became no case, and end the draft that it had begun."""
    case = locked(case)
    if not is_draft(case, story_of(case)):
        raise NoDraft
    contact = Contact.objects.get(cases=case)
    CaseContact.objects.filter(case=case).delete()
    said = set_aside(contact, reason=reason, words=words, by=by, at=at)
    case.closed_at = at
    set_state(case, State.CLOSED, by=by, at=at, reason=str(said.get_reason_display()))
    return said
