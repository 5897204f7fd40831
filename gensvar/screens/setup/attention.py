"""What somebody should look at, the worst first: the first page of settings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gensvar.channels.mail.models import Pickup
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.queries import (
    dead_job_count,
    last_drill,
    record_state,
    waiting_jobs,
)
from gensvar.foundation.files.models import StoredFile
from gensvar.foundation.integrations.queries import failed_deliveries
from gensvar.foundation.people.access import AgentRequest
from gensvar.foundation.people.models import Agent, Group, Membership, RoleGrant
from gensvar.foundation.people.queries import last_review, sees_nothing
from gensvar.operations.knowledge.models import Subject
from gensvar.screens.setup.actions.telling import answering_for
from gensvar.screens.setup.mail_state import failed, silent, unreadable
from gensvar.screens.setup.reaching import clients_within, people_within

ENDS_SOON = timedelta(days=14)
REVIEWED_EVERY = timedelta(days=182)
SEALED_WITHIN = timedelta(minutes=5)
BACKED_UP_WITHIN = timedelta(days=2)
CHECKED_WITHIN = timedelta(days=31)
# Once a month, and a few days for whoever does it by hand.
DRILLED_WITHIN = timedelta(days=35)
SCANNED_WITHIN = timedelta(minutes=10)
LATELY = timedelta(days=7)
MANY_WAITING = 500


@dataclass(frozen=True)
class Matter:
    """Something that wants a person: what, why it matters, and where to do something about it."""

    tone: str
    icon: str
    words: str
    why: str
    url: str


@dataclass(frozen=True)
class Sight:
    """What the person who looks may see."""

    clients: QuerySet[Client]
    people: QuerySet[Agent]
    at: datetime


def matters(request: AgentRequest, *, at: datetime) -> list[Matter]:
    """Return everything that wants a person, the worst first."""
    sight = Sight(
        clients=clients_within(request, "setup.read"),
        people=people_within(request, "setup.read").filter(is_active=True),
        at=at,
    )
    found = [matter for look in LOOKS for matter in look(sight)]
    return sorted(found, key=lambda matter: matter.tone != "bad")


def _jobs(_sight: Sight) -> Iterator[Matter]:
    if count := dead_job_count():
        yield Matter(
            "bad",
            "alert",
            ngettext("%(count)s job has failed", "%(count)s jobs have failed", count)
            % {"count": count},
            _("Something that should have happened has not. Try again, or decide to leave it."),
            reverse("setup_jobs"),
        )
    if (waiting := waiting_jobs()) > MANY_WAITING:
        yield Matter(
            "bad",
            "hourglass",
            _("%(count)s jobs wait to be done") % {"count": waiting},
            _("More than a moment's work. Does the worker run?"),
            reverse("setup_jobs"),
        )


def _mail(sight: Sight) -> Iterator[Matter]:
    for pickup in Pickup.objects.filter(
        client__in=sight.clients, failing_since__isnull=False, mailbox__is_paused=False
    ).select_related("mailbox"):
        yield Matter(
            "bad",
            "lock",
            _("%(address)s does not let us in") % {"address": pickup.mailbox.address},
            _("Mail stays there unread until somebody puts it right."),
            reverse("setup_mailbox", args=[pickup.mailbox_id]),
        )
    for mailbox in silent(sight.clients):
        yield Matter(
            "warn",
            "mail",
            _("Nothing comes to %(address)s") % {"address": mailbox.address},
            _("It has been quiet for longer than usual."),
            reverse("setup_mailbox", args=[mailbox.pk]),
        )
    yield from _counted(
        unreadable(sight.clients).filter(received_at__gt=sight.at - timedelta(days=30)).count(),
        lambda n: ngettext(
            "%(count)s mail could not be read", "%(count)s mails could not be read", n
        ),
        _("Each is a case with the raw file."),
        "file",
        "setup_unreadable",
    )
    yield from _counted(
        failed(sight.clients, at=sight.at).count(),
        lambda n: ngettext("%(count)s mail did not arrive", "%(count)s mails did not arrive", n),
        _("Somebody waits for an answer that was never received."),
        "send",
        "setup_failures",
    )


def _files(sight: Sight) -> Iterator[Matter]:
    if not settings.CLAMD:
        return
    late = StoredFile.objects.filter(
        scanned_at=None, stored_at__range=(sight.at - LATELY, sight.at - SCANNED_WITHIN)
    )
    if count := late.count():
        yield Matter(
            "bad",
            "alert",
            ngettext(
                "%(count)s file is not checked for viruses",
                "%(count)s files are not checked for viruses",
                count,
            )
            % {"count": count},
            _("The scanner does not answer, or not about these. They say so where they are shown."),
            reverse("setup_jobs"),
        )


def _programs(sight: Sight) -> Iterator[Matter]:
    yield from _counted(
        failed_deliveries().filter(webhook__client__in=sight.clients).count()
        + failed_deliveries().filter(webhook__client=None).count(),
        lambda n: ngettext(
            "%(count)s message to a program was given up",
            "%(count)s messages to programs were given up",
            n,
        ),
        _("Another system does not know what happened here."),
        "link",
        "setup_webhooks",
    )


def _groups(sight: Sight) -> Iterator[Matter]:
    open_groups = Group.objects.filter(client__in=sight.clients, closed_at=None)
    members = Membership.objects.filter(group=OuterRef("pk"), until=None, agent__is_active=True)
    for group in open_groups.filter(~Exists(members)).order_by("code"):
        yield Matter(
            "warn",
            "transfer",
            _("Nobody is in %(group)s") % {"group": group.code},
            _("What is handed over there is answered by nobody."),
            reverse("setup_group", args=[group.pk]),
        )
    without = open_groups.filter(manager=None) | open_groups.filter(manager__is_active=False)
    for group in without.filter(is_front=False).order_by("code"):
        yield Matter(
            "warn",
            "user",
            _("%(group)s has no manager") % {"group": group.code},
            _("Nobody is told when answers are late."),
            reverse("setup_group", args=[group.pk]),
        )
    lost = Subject.objects.filter(group__closed_at__isnull=False, client__in=sight.clients)
    yield from _counted(
        lost.filter(retired_at=None).count(),
        lambda n: ngettext(
            "%(count)s subject goes to a closed group",
            "%(count)s subjects go to closed groups",
            n,
        ),
        _("New cases about it have nowhere to go."),
        "list",
        "setup_subjects",
    )


def _people(sight: Sight) -> Iterator[Matter]:
    in_force = RoleGrant.objects.in_force(at=sight.at).filter(agent=OuterRef("pk"))
    belongs = Membership.objects.filter(agent=OuterRef("pk"), until=None)
    answering = in_force.filter(role__in=("agent", "group-member"))
    lonely = sight.people.filter(Exists(answering)).filter(~Exists(belongs)).count()
    yield from _counted(
        lonely,
        lambda n: ngettext(
            "%(count)s person who answers is in no group",
            "%(count)s people who answer are in no group",
            n,
        ),
        _("Cases of a group do not reach them."),
        "users",
        "setup_people",
        "?show=no-group",
    )
    for grant in sees_nothing(at=sight.at).filter(agent__in=sight.people).select_related("agent"):
        yield Matter(
            "warn",
            "users",
            _("%(name)s sees nothing as %(role)s")
            % {"name": grant.agent.name, "role": grant.get_role_display()},
            _("No group belongs to the department any more. Give the role anew for another one.")
            if grant.department
            else _("In no group, and for no department. Give the role for one, or add a group."),
            reverse("setup_person", args=[grant.agent_id]),
        )
    for client in sight.clients:
        if not answering_for([client], at=sight.at):
            yield Matter(
                "warn",
                "shield",
                _("Nobody answers for who reads the cases of %(client)s")
                % {"client": client.public_name},
                _("A manager or data protection officer is told of new tokens, roles and links."),
                reverse("setup_people"),
            )
    ending = RoleGrant.objects.in_force(at=sight.at).filter(
        until__lte=sight.at + ENDS_SOON, agent__in=sight.people
    )
    yield from _counted(
        ending.count(),
        lambda n: ngettext(
            "%(count)s role ends within two weeks", "%(count)s roles end within two weeks", n
        ),
        _("Then what it opened closes, without a word."),
        "clock",
        "setup_access",
    )
    review = last_review()
    if review is None or sight.at - review.at > REVIEWED_EVERY:
        yield Matter(
            "warn",
            "shield",
            _("Nobody has reviewed who may do what for six months"),
            _("Look through the list, take away what is not needed, and say so."),
            reverse("setup_access"),
        )


def _record(sight: Sight) -> Iterator[Matter]:
    state = record_state()
    url = reverse("setup_record")
    if state.last_check is not None and state.last_check.breaks:
        yield Matter(
            "bad",
            "alert",
            _("The record does not agree with its seals"),
            _("Somebody may have changed what happened. Keep a copy and find out."),
            url,
        )
    oldest = state.oldest_unsealed
    if oldest is not None and sight.at - oldest > SEALED_WITHIN:
        yield Matter(
            "bad",
            "history",
            _("The record has not been sealed for a while"),
            _("Until it is, a change would not be noticed. Does the worker run?"),
            url,
        )
    if state.last_check is None or sight.at - state.last_check.asked_at > CHECKED_WITHIN:
        yield Matter(
            "warn",
            "history",
            _("The record has not been checked for a month"),
            _("Checking takes a moment and proves that nobody has changed it."),
            url,
        )


def _backup(sight: Sight) -> Iterator[Matter]:
    at = last_backup()
    if at is not None and sight.at - at > BACKED_UP_WITHIN:
        yield Matter(
            "bad",
            "download",
            _("The newest backup is %(days)s days old") % {"days": (sight.at - at).days},
            _("What has happened since would be lost with the disk."),
            reverse("setup_record"),
        )


def _drill(sight: Sight) -> Iterator[Matter]:
    drill, url = last_drill(), reverse("setup_record")
    if drill is not None and not drill.is_whole:
        yield Matter(
            "bad",
            "download",
            _("The newest backup that was tried could not be restored whole"),
            _("%(backup)s on %(day)s: %(fault)s")
            % {"backup": drill.backup, "day": localdate(drill.at), "fault": drill.faults[0]},
            url,
        )
    elif drill is None or sight.at - drill.at > DRILLED_WITHIN:
        yield Matter(
            "warn",
            "download",
            _("Nobody has tried for a month whether a backup can be restored"),
            _("Run gensvar drill, or the timer that comes along: what runs is left alone."),
            url,
        )


def last_backup() -> datetime | None:
    """Return when the newest backup beside the data was made; none is known where they go away."""
    folder = Path(settings.VAR) / "backups"
    made = [path.stat().st_mtime for path in folder.glob("*")] if folder.is_dir() else []
    return datetime.fromtimestamp(max(made), tz=UTC) if made else None


def _counted(
    count: int, words: Callable[[int], str], why: str, icon: str, name: str, query: str = ""
) -> Iterator[Matter]:
    if count:
        yield Matter("warn", icon, words(count) % {"count": count}, why, reverse(name) + query)


LOOKS: tuple[Callable[[Sight], Iterator[Matter]], ...] = (
    _jobs,
    _record,
    _backup,
    _drill,
    _mail,
    _files,
    _programs,
    _groups,
    _people,
)
