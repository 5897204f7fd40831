from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from ninja import Status

from gensvar.foundation.files.actions import uploads_of
from gensvar.foundation.files.downloads import download
from gensvar.foundation.files.rules import clean_name
from gensvar.foundation.integrations.parameters import Id
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.actions import add_file
from gensvar.operations.cases.api.finding import found_case
from gensvar.operations.cases.api.routes import router
from gensvar.operations.cases.api.schemas import CaseFileOut, UploadRef
from gensvar.operations.cases.models import CaseFile
from gensvar.operations.contacts.api.messages import FILE


@router.get("/{case}/attachments", response=list[CaseFileOut], summary="Files put with a case")
@requires("cases.read")
def files_of_case(request: AgentRequest, case: str) -> Any:
    rows = found_case(case).files.filter(removed_at=None)
    return rows.select_related("file").order_by("pk")[:1000]


@router.post("/{case}/attachments", response={201: CaseFileOut}, summary="Put a file with a case")
@requires("cases.write")
def create_case_file(request: AgentRequest, case: str, body: UploadRef) -> Any:
    at = now()
    (upload,) = uploads_of(request.user, [body.upload], at=at)
    name = clean_name(body.name) if body.name else upload.name
    added = add_file(found_case(case), upload.file, name=name, by=request.user, at=at)
    return Status(201, added)


@router.get("/{case}/attachments/{file_id}", openapi_extra=FILE, summary="A file put with a case")
@requires("cases.read")
def case_file(request: AgentRequest, case: str, file_id: Id) -> HttpResponse:
    rows = CaseFile.objects.select_related("file").filter(removed_at=None)
    added = get_object_or_404(rows, pk=file_id, case=found_case(case))
    return download(added.file, name=added.name, to=request.identity)
