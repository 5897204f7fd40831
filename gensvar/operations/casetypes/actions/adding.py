"""Take up a case type, choose the one that cases have by default, and retire it."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.casetypes.events import (
    CaseTypeAdded,
    CaseTypeMadeDefault,
    CaseTypeRestored,
    CaseTypeRetired,
)
from gensvar.operations.casetypes.models import TEMPLATE, CaseType, Service, TypeVersion
from gensvar.operations.casetypes.rules import Words
from gensvar.operations.casetypes.standard import STANDARD


class CodeTaken(Refused):
    message = _("There is already a case type with the code %(code)s. Choose another code.")


class IsDefault(Refused):
    message = _("Cases have this type by default. Make another one the default first.")


class IsRetired(Refused):
    message = _("This case type is retired. Restore it first.")


@action
def add_type(
    client: Client,
    service: str,
    *,
    by: Agent | None,
    at: datetime,
    code: str = "",
    name: Words | None = None,
) -> CaseType:
    """Let a client have cases of a kind, which begins as the template of its service type.

    The first one becomes the default.
    """
    template = STANDARD[Service(service)]
    if name is not None and name.sv.strip():
        template = replace(template, name=name)
    code = code or service
    has_default = CaseType.objects.filter(client=client, is_default=True).exists()
    try:
        with transaction.atomic():
            case_type = CaseType.objects.create(
                client=client, code=code, service=service, is_default=not has_default
            )
    except IntegrityError:
        raise CodeTaken(code=code) from None
    TypeVersion.objects.create(
        case_type=case_type, number=1, content=TEMPLATE.dump_python(template), by=by, since=at
    )
    announce(CaseTypeAdded(service=service, **about(case_type, by)), at=at)
    return case_type


@action
def make_default(case_type: CaseType, *, by: Agent, at: datetime) -> None:
    """Give this type to all cases whose subject says nothing, unless somebody chose another."""
    case_type = locked(case_type)
    if case_type.retired_at is not None:
        raise IsRetired
    if case_type.is_default:
        return
    CaseType.objects.filter(client=case_type.client_id, is_default=True).update(is_default=False)
    CaseType.objects.filter(pk=case_type.pk).update(is_default=True)
    announce(CaseTypeMadeDefault(**about(case_type, by)), at=at)


@action
def retire_type(case_type: CaseType, *, by: Agent, at: datetime) -> None:
    """Let nobody choose it any more; cases and subjects that have it keep it."""
    case_type = locked(case_type)
    if case_type.is_default:
        raise IsDefault
    if case_type.retired_at is None:
        CaseType.objects.filter(pk=case_type.pk).update(retired_at=at)
        announce(CaseTypeRetired(**about(case_type, by)), at=at)


@action
def restore_type(case_type: CaseType, *, by: Agent, at: datetime) -> None:
    """Let it be chosen again."""
    case_type = locked(case_type)
    if case_type.retired_at is not None:
        CaseType.objects.filter(pk=case_type.pk).update(retired_at=None)
        announce(CaseTypeRestored(**about(case_type, by)), at=at)


def locked(case_type: CaseType) -> CaseType:
    """Return the case type as it stands now, held until the transaction ends."""
    return CaseType.objects.select_for_update(of=("self",), no_key=True).get(pk=case_type.pk)


def about(case_type: CaseType, by: Agent | None) -> dict[str, Any]:
    """Return what every event of a case type carries."""
    return {
        "client_id": case_type.client_id,
        "agent_id": by.pk if by else None,
        "case_type_id": case_type.pk,
    }
