from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from django.utils.translation import gettext as _
from ninja import Schema, Status
from pydantic import Field

from gensvar.foundation.integrations.parameters import Body, Id, Text
from gensvar.foundation.integrations.problems import invalid
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.actions import run_macro, undo_macro
from gensvar.operations.cases.api.finding import found_case
from gensvar.operations.cases.api.routes import router
from gensvar.operations.cases.api.schemas import CaseOut
from gensvar.operations.cases.api.writing import whole
from gensvar.operations.cases.models import CannedText, Macro, MacroRun
from gensvar.operations.cases.queries.wording import canned_texts, macros, words_for


class CannedTextOut(Schema):
    id: int
    client: str
    name: str
    language: str = Field(description="Such as ar; empty: as the client speaks.")
    is_easy: bool = Field(description="Said in easy words.")
    text: str
    refers_to: str = Field(description="The authority it refers to; empty: none.")

    @staticmethod
    def resolve_client(text: CannedText) -> str:
        return text.client.code


class MacroOut(Schema):
    id: int
    client: str
    name: str
    text: str
    turn: str = Field(description="The state that it sets; empty: as it is.")

    @staticmethod
    def resolve_client(macro: Macro) -> str:
        return macro.client.code


class MacroIn(Body):
    macro_id: Id
    text: Text | None = Field(None, description="The macro's own words, filled in, if left out.")


class MacroRunOut(Schema):
    id: int
    undo_until: datetime
    case: CaseOut


@router.get("/{case}/canned-texts", response=list[CannedTextOut], summary="Ready words for a case")
@requires("cases.read")
def canned_texts_for_case(request: AgentRequest, case: str) -> Any:
    return canned_texts(found_case(case).client_id).select_related("client")


@router.get("/{case}/macros", response=list[MacroOut], summary="Macros that can be run on a case")
@requires("cases.read")
def macros_for_case(request: AgentRequest, case: str) -> Any:
    return macros(found_case(case).client_id).select_related("client")


@router.post("/{case}/macro-runs", response={201: MacroRunOut}, summary="Run a macro on a case")
@requires("cases.answer")
def create_macro_run(request: AgentRequest, case: str, body: MacroIn) -> Any:
    found = found_case(case)
    macro = macros(found.client_id).filter(pk=body.macro_id).first()
    if macro is None:
        raise invalid("#/macro_id", _("This client has no such macro."))
    may_close = request.identity.may("cases.close", client_id=found.client_id)
    if macro.turn == "closed" and not may_close:
        raise PermissionDenied("cases.close")
    text = words_for(found, macro.text, by=request.user) if body.text is None else body.text
    ran = run_macro(found, macro, text=text, by=request.user, at=now())
    return Status(201, {"id": ran.pk, "undo_until": ran.until, "case": whole(found)})


@router.delete("/{case}/macro-runs/{run_id}", response=CaseOut, summary="Undo all of a macro")
@requires("cases.answer")
def delete_macro_run(request: AgentRequest, case: str, run_id: Id) -> Any:
    found = found_case(case)
    runs = MacroRun.objects.select_related("case", "outgoing__message")
    undo_macro(get_object_or_404(runs, pk=run_id, case=found), by=request.user, at=now())
    return whole(found)
