from datetime import datetime
from typing import Any

from django.utils.timezone import now
from ninja import Schema, Status
from pydantic import Field

from gensvar.foundation.integrations.parameters import Body, Moment
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.actions import end_rest, snooze, unwatch, watch
from gensvar.operations.cases.api.finding import found_case, with_zone
from gensvar.operations.cases.api.routes import router
from gensvar.operations.cases.api.schemas import CaseOut
from gensvar.operations.cases.api.writing import whole
from gensvar.operations.cases.models import Watch


class RestIn(Body):
    until: Moment = Field(description="With its time zone.")


class WatcherOut(Schema):
    agent_id: int
    name: str
    since: datetime

    @staticmethod
    def resolve_name(watch: Watch) -> str:
        return watch.agent.name


@router.get("/{case}/watchers", response=list[WatcherOut], summary="Who follows a case")
@requires("cases.read")
def watchers_of_case(request: AgentRequest, case: str) -> Any:
    return found_case(case).watches.select_related("agent").order_by("pk")


@router.post("/{case}/watchers", response={201: list[WatcherOut]}, summary="Follow a case")
@requires("cases.write")
def create_watcher(request: AgentRequest, case: str) -> Any:
    found = found_case(case)
    watch(found, by=request.user, at=now())
    return Status(201, found.watches.select_related("agent").order_by("pk"))


@router.delete("/{case}/watchers", response=list[WatcherOut], summary="Follow a case no longer")
@requires("cases.write")
def delete_watcher(request: AgentRequest, case: str) -> Any:
    found = found_case(case)
    unwatch(found, by=request.user, at=now())
    return found.watches.select_related("agent").order_by("pk")


@router.post("/{case}/rest", response=CaseOut, summary="Let a case rest until a moment")
@requires("cases.write")
def create_rest(request: AgentRequest, case: str, body: RestIn) -> Any:
    found, until = found_case(case), with_zone(body.until, "#/until")
    snooze(found, until=until, by=request.user, at=now())
    return whole(found)


@router.delete("/{case}/rest", response=CaseOut, summary="Take a resting case up again")
@requires("cases.write")
def delete_rest(request: AgentRequest, case: str) -> Any:
    found = found_case(case)
    end_rest(found, by=request.user, at=now())
    return whole(found)
