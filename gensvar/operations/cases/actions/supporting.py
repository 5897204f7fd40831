"""What a case was answered with: versions of articles, steps of checklists, and corrections."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.moving import about, locked, take_up
from gensvar.operations.cases.actions.noting import write_note
from gensvar.operations.cases.events import CorrectionFollowedUp, StepsTicked, SupportUsed
from gensvar.operations.cases.models import Case, FollowUp, SupportUse, Tick
from gensvar.operations.cases.queries.joined import way_of
from gensvar.operations.contacts.models import Outgoing
from gensvar.operations.knowledge.models import Version, Wording
from gensvar.operations.knowledge.rules.wording import steps


class NoSuchSupport(Refused):
    message = _("That article is not one of the client's approved answers.")
    status = 422


class NotAChecklist(Refused):
    message = _("That article is no checklist.")
    status = 422


class NotACorrection(Refused):
    message = _("Only a correction that is in force can be followed up.")


@action
def use_support(
    case: Case,
    versions: Iterable[int],
    *,
    by: Agent,
    at: datetime,
    outgoing: Outgoing | None = None,
) -> list[SupportUse]:
    """Write down which versions the customer was answered with, in writing or by word of mouth."""
    asked = set(versions)
    known = Version.objects.filter(
        pk__in=asked, client_id=case.client_id, approved_at__isnull=False
    )
    if {version.pk for version in known} != asked:
        raise NoSuchSupport
    if not asked:
        return []
    way = SupportUse.Way.TOLD if outgoing is None else SupportUse.Way.WRITTEN
    used = SupportUse.objects.bulk_create(
        SupportUse(
            case=case,
            client_id=case.client_id,
            version=version,
            outgoing=outgoing,
            way=way,
            by=by,
            at=at,
        )
        for version in known
    )
    announce(
        SupportUsed(
            version_ids=tuple(sorted(asked)),
            outgoing_id=outgoing.pk if outgoing else None,
            **about(case, by),
        ),
        at=at,
    )
    return used


@action
def tick_steps(
    case: Case, version: Version, done: Collection[int], *, by: Agent, at: datetime
) -> None:
    """Say which steps of a checklist are done now; what is no longer done is kept as undone."""
    case = locked(case)
    if version.client_id != case.client_id or version.approved_at is None:
        raise NoSuchSupport
    if not version.article.is_checklist:
        raise NotAChecklist
    body = Wording.objects.get(version=version, form="text", language="sv").body
    wanted = {step for step in done if 0 <= step < len(steps(body))}
    standing = Tick.objects.filter(case=case, version=version, undone_at=None)
    ticked = set(standing.values_list("step", flat=True))
    new, gone = sorted(wanted - ticked), sorted(ticked - wanted)
    Tick.objects.bulk_create(
        Tick(case=case, client_id=case.client_id, version=version, step=step, by=by, at=at)
        for step in new
    )
    standing.filter(step__in=gone).update(undone_by=by, undone_at=at)
    if new or gone:
        announce(
            StepsTicked(
                version_id=version.pk, done=tuple(new), undone=tuple(gone), **about(case, by)
            ),
            at=at,
        )


@action
def follow_up_correction(
    correction: Version,
    cases: Iterable[Case],
    *,
    reopening: bool,
    by: Agent,
    at: datetime,
) -> int:
    """Tell whoever has each case what was wrong, once; with `reopening` done cases open again."""
    if correction.corrects is None or correction.approved_at is None:
        raise NotACorrection
    wrong = correction.corrects
    told = _now(
        "The customer was answered with %(article)s version %(number)s, which has been corrected: "
        "%(what)s\n\nWhat holds now is in version %(new)s. See whether the customer has to know."
    ) % {
        "article": correction.article.code,
        "number": wrong.number,
        "what": correction.what_was_wrong,
        "new": correction.number,
    }
    followed = 0
    for case in cases:
        case = locked(case)
        # A part of another case stays closed; its note is read with the whole.
        reopens = reopening and case.is_closed and not way_of(case)
        _row, is_new = FollowUp.objects.get_or_create(
            case=case,
            correction=correction,
            defaults={"client_id": case.client_id, "is_reopened": reopens, "by": by, "at": at},
        )
        if not is_new:
            continue
        followed += 1
        write_note(case, told, by=by, at=at)
        if reopens:
            take_up(case, by=by, at=at, reason=correction.article.code)
        announce(
            CorrectionFollowedUp(
                correction_id=correction.pk, is_reopened=reopens, **about(case, by)
            ),
            at=at,
        )
    return followed
