"""Files over the API: sent ahead, then named by what they go with."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.timezone import now
from ninja import File, Router, Schema, Status, UploadedFile

from gensvar.foundation.files.actions import FileTooLarge, NoSuchUpload, upload_file, uploads_of
from gensvar.foundation.files.downloads import download
from gensvar.foundation.files.models import Upload
from gensvar.foundation.files.rules import MOST_BYTES
from gensvar.foundation.files.uploading import brought_too_much
from gensvar.foundation.people.access import AgentRequest, requires

router = Router(tags=["attachments"])
ROUTERS = {"/attachments": router}


class UploadOut(Schema):
    id: UUID
    name: str
    size: int
    type: str
    at: datetime

    @staticmethod
    def resolve_size(upload: Upload) -> int:
        return upload.file.size

    @staticmethod
    def resolve_type(upload: Upload) -> str:
        return upload.file.media_type


@router.post("", response={201: UploadOut}, summary="Send a file ahead; it is kept for a day")
@requires("files.write")
def create_upload(request: AgentRequest, file: File[UploadedFile]) -> Any:
    if brought_too_much(request) or (file.size or 0) > MOST_BYTES:
        raise FileTooLarge
    upload = upload_file(file.read(), name=file.name or "", by=request.user, at=now())
    return Status(201, upload)


@router.get("/{upload_id}", response=UploadOut, summary="A file that you sent ahead")
@requires("files.write")
def one_upload(request: AgentRequest, upload_id: UUID) -> Any:
    return _own(request, upload_id)


@router.get("/{upload_id}/content", summary="The bytes of a file that you sent ahead")
@requires("files.write")
def upload_content(request: AgentRequest, upload_id: UUID) -> HttpResponse:
    upload = _own(request, upload_id)
    return download(upload.file, name=upload.name, to=request.identity)


def _own(request: AgentRequest, upload_id: UUID) -> Upload:
    try:
        return uploads_of(request.user, [upload_id], at=now())[0]
    except NoSuchUpload:
        raise Http404 from None
