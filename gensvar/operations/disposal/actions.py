"""Hold a case back, erase those whose time has come, and keep the protocol of it."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, ProtectedError
from django.utils import translation
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.files.actions import remove_at_once
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.models import Case, CaseContact, Confidentiality, HandIn
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.casetypes.queries import case_types
from gensvar.operations.customers.models import Customer
from gensvar.operations.disposal.content import (
    FILES,
    FILES_OF_CONTACTS,
    OF_CASES,
    OF_CONTACTS,
    Part,
)
from gensvar.operations.disposal.events import (
    CaseDisposed,
    CaseHeld,
    CaseReleased,
    ProtocolWritten,
)
from gensvar.operations.disposal.models import Disposed, Hold, Protocol
from gensvar.operations.disposal.queries import disposed, to_erase
from gensvar.operations.disposal.rules import Headings, Line, protocol_text

AT_A_TIME = 200


class ReasonMissing(Refused):
    message = _("Write why the case must not be erased.")
    status = 422


class HeldAlready(Refused):
    message = _("The case is already held back.")


class NotHeld(Refused):
    message = _("Nobody holds the case back any more. Load the page again.")


class ErasedAlready(Refused):
    message = _("The case is erased already: there is nothing left to hold back.")


@action
def hold(case: Case, reason: str, *, by: Agent, at: datetime) -> Hold:
    """Keep a case from being erased for as long as the hold stands."""
    if not (reason := " ".join(reason.split())):
        raise ReasonMissing
    # Whoever erases holds the row: what is going just now is gone when the lock is had.
    case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if disposed(case) is not None:
        raise ErasedAlready
    try:
        with transaction.atomic():
            made = Hold.objects.create(
                case=case, client_id=case.client_id, reason=reason[:200], by=by, at=at
            )
    except IntegrityError:
        raise HeldAlready from None
    _tell(CaseHeld, made, by=by, at=at)
    return made


@action
def release(case: Case, *, by: Agent, at: datetime) -> None:
    """Let a case be erased in its time again."""
    found = Hold.objects.select_for_update(of=("self",)).filter(case=case, ended_at=None).first()
    if found is None:
        raise NotHeld
    found.ended_at, found.ended_by = at, by
    found.save(update_fields=["ended_at", "ended_by"])
    _tell(CaseReleased, found, by=by, at=at)


def _tell(event: type[CaseHeld | CaseReleased], held: Hold, *, by: Agent, at: datetime) -> None:
    announce(
        event(case_id=held.case_id, client_id=held.client_id, agent_id=by.pk, hold_id=held.pk),
        at=at,
    )


def dispose(client: Client, *, on: date, at: datetime) -> int:
    """Erase everything of a client whose time has come, keep the protocol, return how many.

    However often it is asked on a day, and wherever it was cut off, each case goes once and stands
    in one protocol.
    """
    done = 0
    for case_type in case_types([client.pk], with_retired=True):
        while erased := _erase_some(case_type, on=on, at=at):
            done += erased
    write_protocols(client, at=at)
    return done


def _erase_some(case_type: CaseType, *, on: date, at: datetime) -> int:
    with transaction.atomic():
        count, files = _erase(case_type, on=on, at=at)
    # After the commit: bytes cannot come back if the transaction is undone.
    remove_at_once(files)
    return count


@action
def _erase(case_type: CaseType, *, on: date, at: datetime) -> tuple[int, set[int]]:
    going = to_erase(case_type, on=on).order_by("closed_at", "pk")
    free = going.select_for_update(of=("self",), skip_locked=True).select_related("customer")
    locked = list(free[:AT_A_TIME])
    # Somebody may have held one back between the looking and the locking.
    held = set(Hold.objects.filter(case__in=locked, ended_at=None).values_list("case", flat=True))
    found = [case for case in locked if case.pk not in held]
    if not found:
        return 0, set()
    ids = [case.pk for case in found]
    contacts = _contacts_of_no_other(ids)
    files = _files(FILES, ids) | _files(FILES_OF_CONTACTS, contacts)
    customers = {case.customer_id for case in found if case.customer_id}
    Disposed.objects.bulk_create([_row(case, case_type, at=at) for case in found])
    _empty(OF_CASES, ids)
    _empty(OF_CONTACTS, contacts)
    HandIn.objects.filter(number__in=[case.number for case in found]).delete()
    _keep_secret(found, case_type, at=at)
    _empty_cases(found)
    forget_customers(customers)
    _announce(found, contacts, case_type, at=at)
    return len(found), files


def _contacts_of_no_other(ids: Sequence[int]) -> list[int]:
    """Return the contacts of some cases that no case holds which is not erased."""
    linked = CaseContact.objects.filter(case__in=ids).values("contact")
    erased = Disposed.objects.filter(case=OuterRef("case"), closed_at=OuterRef("case__closed_at"))
    stays = CaseContact.objects.filter(~Exists(erased), contact__in=linked).exclude(case__in=ids)
    kept = set(stays.values_list("contact", flat=True))
    return [one for one in linked.values_list("contact", flat=True) if one not in kept]


def _files(places: Iterable[tuple[type, str, str]], ids: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for model, path, name in places:
        rows = model.objects.filter(**{f"{path}__in": ids, f"{name}__isnull": False})  # type: ignore[attr-defined]
        found |= set(rows.values_list(name, flat=True))
    return found


def _empty(parts: Iterable[Part], ids: Sequence[int]) -> None:
    for part in parts:
        rows = part.model._default_manager.filter(**{f"{part.path}__in": ids})
        if part.emptied:
            rows.update(**part.emptied)
        else:
            rows.delete()


def _row(case: Case, case_type: CaseType, *, at: datetime) -> Disposed:
    template = case_type.template
    return Disposed(
        case=case,
        client_id=case.client_id,
        case_type=case_type,
        version=case_type.version,
        decision=template.disposal_decision,
        months=template.retention_months,
        closed_at=case.closed_at or at,
        at=at,
        customer_type=case.customer.type if case.customer else "",
        access_id=case.access_id,
    )


def _keep_secret(found: Sequence[Case], case_type: CaseType, *, at: datetime) -> None:
    """Keep confidential by itself what was so for the sake of a customer that it now loses."""
    author = case_type.versions.get(number=case_type.version).by
    by_customer = [case for case in found if case.customer and case.customer.protected]
    known = set(
        Confidentiality.objects.filter(case__in=by_customer, lifted_at=None).values_list(
            "case", flat=True
        )
    )
    for case in by_customer:
        if author is not None and case.access_id and case.pk not in known:
            Confidentiality.objects.create(
                case=case, client_id=case.client_id, access_id=case.access_id, by=author, since=at
            )


def _empty_cases(found: Sequence[Case]) -> None:
    """Take away title and customer, last of all: the search index is written anew by the title.

    Codes and reply addresses given out so far lead nowhere after this.
    """
    for case in found:
        with translation.override(case.language):
            title = gettext("Erased case")
        # One that was erased before has this title already, and is indexed by what came since.
        Case.objects.filter(pk=case.pk, title=title).update(title="")
        Case.objects.filter(pk=case.pk).update(
            title=title, customer=None, code_version=case.code_version + 1
        )


def forget_customers(ids: Iterable[int]) -> None:
    """Forget customers of whom nothing is left; one that anything still speaks of stays."""
    for customer in Customer.objects.filter(pk__in=ids, protected=False, cases=None, contacts=None):
        try:
            with transaction.atomic():
                customer.delete()
        except ProtectedError:
            continue


def _announce(
    found: Sequence[Case], contacts: Sequence[int], case_type: CaseType, *, at: datetime
) -> None:
    erased = set(contacts)
    of_case: dict[int, list[int]] = defaultdict(list)
    for case_id, contact in CaseContact.objects.filter(case__in=found).values_list(
        "case", "contact"
    ):
        if contact in erased:
            of_case[case_id].append(contact)
    for case in found:
        announce(
            CaseDisposed(
                case_id=case.pk,
                client_id=case.client_id,
                contact_ids=tuple(sorted(of_case[case.pk])),
                type_version=case_type.version,
            ),
            at=at,
        )


@action
def write_protocols(client: Client, *, at: datetime) -> list[Protocol]:
    """Keep the protocol of what was erased and stands in none yet, one for each access list."""
    untold = Disposed.objects.select_for_update(of=("self",)).filter(client=client, protocol=None)
    by_list: dict[int | None, list[Disposed]] = defaultdict(list)
    for row in untold.select_related("case").order_by("pk"):
        by_list[row.access_id].append(row)
    types = {one.pk: one for one in case_types([client.pk], with_retired=True)}
    return [_protocol(client, rows, access, types, at=at) for access, rows in by_list.items()]


def _protocol(
    client: Client,
    rows: Sequence[Disposed],
    access: int | None,
    types: dict[int, CaseType],
    *,
    at: datetime,
) -> Protocol:
    with translation.override(client.language):
        lines = [_line(row, types[row.case_type_id], client.language) for row in rows]
        made = localtime(at).strftime("%Y-%m-%d %H:%M")
        content = protocol_text(client.public_name, made, lines, _headings()).encode()
    protocol = Protocol.objects.create(
        client=client,
        access_id=access,
        at=at,
        cases=len(rows),
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
    )
    Disposed.objects.filter(pk__in=[row.pk for row in rows]).update(protocol=protocol)
    announce(ProtocolWritten(client_id=client.pk, protocol_id=protocol.pk), at=at)
    return protocol


def _line(row: Disposed, case_type: CaseType, language: str) -> Line:
    return Line(
        number=row.case.number,
        closed_on=localtime(row.closed_at).date(),
        case_type=case_type.template.name.said(language),
        decision=row.decision,
        months=row.months,
    )


def _headings() -> Headings:
    return Headings(
        title=gettext("Protocol of erased cases"),
        client=gettext("Client"),
        made=gettext("Erased"),
        decision=gettext("decision"),
        months=gettext("months"),
        columns="\t".join(
            [gettext("Case"), gettext("Done"), gettext("Case type"), gettext("Decision")]
        ),
    )
