"""A question is kept between its pages, so that nothing of it stands in an address."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.screens.portal.models import Draft, DraftFile
from gensvar.screens.portal.rules import DRAFT_LASTS, DraftedFile, Question
from gensvar.screens.portal.sealing import Token


@dataclass
class OpenDraft:
    """A draft whose key the browser has just shown."""

    row: Draft
    token: Token
    question: Question

    @property
    def is_sent(self) -> bool:
        return self.row.case_id is not None


def begin_draft(client: Client, *, at: datetime) -> OpenDraft:
    """Begin a question; the browser gets the only key to it."""
    token = Token.new()
    row = Draft(client=client, mark=token.mark, started_at=at, expires_at=at + DRAFT_LASTS)
    draft = OpenDraft(row=row, token=token, question=Question())
    _write(draft, at=at)
    return draft


def find_draft(
    secret: str, client: Client, *, at: datetime, hold: bool = False
) -> OpenDraft | None:
    """Return the draft that a browser holds the key to; with `hold`, for nobody else to change."""
    token = Token(secret)
    rows = Draft.objects.select_for_update() if hold else Draft.objects.all()
    row = rows.filter(mark=token.mark, client=client, expires_at__gt=at).first()
    if row is None:
        return None
    plain = json.loads(token.unseal(bytes(row.sealed), place=token.mark))
    return OpenDraft(row=row, token=token, question=Question.from_plain(plain))


@action
def keep_answers(draft: OpenDraft, *, at: datetime, **answers: Any) -> None:
    """Keep what was answered on one page, and the draft for another day."""
    draft.question = draft.question.with_answers(**answers)
    _write(draft, at=at)


@action
def keep_file(draft: OpenDraft, content: bytes, *, name: str, at: datetime) -> None:
    """Keep a file with the draft; it reaches nobody until the question is sent."""
    sealed = draft.token.seal(content, place="file")
    row = DraftFile.objects.create(draft=draft.row, sealed=sealed)
    kept = DraftedFile(pk=row.pk, name=name, size=len(content))
    keep_answers(draft, files=(*draft.question.files, kept), at=at)


@action
def drop_file(draft: OpenDraft, file_id: int, *, at: datetime) -> None:
    """Take a file out of the draft; nothing of it remains."""
    DraftFile.objects.filter(draft=draft.row, pk=file_id).delete()
    left = tuple(file for file in draft.question.files if file.pk != file_id)
    keep_answers(draft, files=left, at=at)


def forget_draft(draft: OpenDraft) -> None:
    """Throw away a draft, or the copy of what was sent."""
    draft.row.delete()


def _write(draft: OpenDraft, *, at: datetime) -> None:
    content = json.dumps(draft.question.as_plain()).encode()
    draft.row.sealed = draft.token.seal(content, place=draft.token.mark)
    draft.row.expires_at = at + DRAFT_LASTS
    draft.row.save()
