"""Which role may do what. A permission is `slice.verb`; `slice.read` only looks."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum


class Role(StrEnum):
    AGENT = "agent"
    TEAM_LEAD = "team-lead"
    MANAGER = "manager"
    GROUP_MEMBER = "group-member"
    DEPARTMENT_MANAGER = "department-manager"
    CLIENT_REPRESENTATIVE = "client-representative"
    QUALITY = "quality"
    PLANNER = "planner"
    REGISTRAR = "registrar"
    PERFORMER = "performer"
    DATA_PROTECTION_OFFICER = "dpo"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    # A screen on the wall: the figures of the floor, without names, and nothing else.
    BOARD = "board"
    SERVICE = "service"


# Roles that see only what is of their own groups, not everything of the client.
GROUP_BOUND = frozenset({Role.GROUP_MEMBER, Role.DEPARTMENT_MANAGER, Role.PERFORMER})
# Roles that end by themselves: access for an audit is time-boxed.
MUST_END = frozenset({Role.AUDITOR})
NEEDS_SECOND_FACTOR = frozenset({Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER})

# Wrong passwords within the window that close the door until they are older than it: for one
# account from one address, for one account from anywhere, for one address whatever the account.
LOCK_WINDOW = timedelta(minutes=15)
MOST_FAILURES_OF_PAIR = 5
MOST_FAILURES_OF_ACCOUNT = 30
MOST_FAILURES_OF_ADDRESS = 100

_LOOK = {
    "cases.read",
    "contacts.read",
    "customers.read",
    "disruptions.read",
    "knowledge.read",
    "register.read",
    "search.read",
    "workorders.read",
}
_HANDLE = _LOOK | {
    "cases.write",
    "cases.answer",
    "cases.hand_over",
    "cases.close",
    "cases.join",
    "contacts.write",
    "customers.write",
    "customers.merge",
    "files.write",
    "duty.note_absence",
    "knowledge.report",
    "routing.take",
    "workorders.write",
}
# Whoever answers for what is answered: writes it, and approves what others wrote.
_KEEP_KNOWLEDGE = {"knowledge.write", "knowledge.approve", "knowledge.report"}
# See how customers with protected identity are reached; those who only look never do.
_PROTECTED = {"customers.read_protected"}
# Lift such a protection, and bring in whole tables of customers.
_LEAD_CUSTOMERS = _PROTECTED | {"customers.protect", "customers.import"}
# See what is to be erased, and stop it for a case.
_DISPOSES = {"disposal.read", "disposal.write"}
_NUMBERS = {"reports.read"}
_MEETS = _NUMBERS | {"reports.send"}

# What each of the three levels sees and decides; lifting goes from one's own level upwards.
_OPERATIONAL = {"levels.read", "levels.write", "levels.operational"}
_TACTICAL = _OPERATIONAL | {"levels.tactical"}
_STRATEGIC = {"levels.read", "levels.write", "levels.strategic"}
# What is summed up of a client, never a case: a role bound to groups has these for all of it.
OF_WHOLE_CLIENTS = frozenset(_TACTICAL | _STRATEGIC)

PERMISSIONS: dict[Role, frozenset[str]] = {
    Role.AGENT: frozenset(_HANDLE | _NUMBERS | _OPERATIONAL | {"recordings.read"}),
    Role.TEAM_LEAD: frozenset(
        _HANDLE
        | _MEETS
        | _KEEP_KNOWLEDGE
        | _LEAD_CUSTOMERS
        | _TACTICAL
        | {"cases.assign_others", "cases.approve", "cases.export", "disruptions.write"}
        | {"routing.read", "routing.board", "routing.lead"}
        | {"recordings.read", "recordings.coach"}
    ),
    Role.MANAGER: frozenset(
        _HANDLE
        | _MEETS
        | _KEEP_KNOWLEDGE
        | _LEAD_CUSTOMERS
        | _TACTICAL
        | _STRATEGIC
        | {"cases.assign_others", "cases.approve", "cases.export", "disruptions.write"}
        | {
            "reports.write",
            "register.write",
            "routing.read",
            "routing.board",
            "routing.lead",
            "routing.release",
            "routing.plan",
        }
        | {"people.review", "quarantine.open"}
        | _DISPOSES
        | {"secrecy.read", "secrecy.write"}
    ),
    Role.GROUP_MEMBER: frozenset(
        _LOOK
        | _PROTECTED
        | {
            "cases.give_feedback",
            "duty.note_absence",
            "cases.write",
            "contacts.write",
            "files.write",
            "workorders.perform",
        }
        | {"knowledge.write", "knowledge.report"}
    ),
    Role.DEPARTMENT_MANAGER: frozenset(
        _LOOK
        | _MEETS
        | _KEEP_KNOWLEDGE
        | _PROTECTED
        | _TACTICAL
        | {"cases.give_feedback", "duty.note_absence", "cases.write", "cases.approve"}
    ),
    Role.CLIENT_REPRESENTATIVE: frozenset(
        {"cases.read", "contacts.read", "knowledge.read", "register.read", "workorders.read"}
        | {"cases.export"}
        | _NUMBERS
        | _STRATEGIC
    ),
    Role.QUALITY: frozenset(_LOOK | _NUMBERS),
    Role.PLANNER: frozenset({"reports.read", "knowledge.read", "routing.read", "routing.plan"}),
    Role.REGISTRAR: frozenset(_LOOK | _DISPOSES | {"cases.export"}),
    # Also contractors: the orders that are theirs or their group's, and nothing of the case.
    Role.PERFORMER: frozenset({"workorders.read", "workorders.perform"}),
    Role.DATA_PROTECTION_OFFICER: frozenset(
        {"customers.read", "cases.read", "contacts.read", "people.review", "events.read"}
        | {"secrecy.read"}
        | _DISPOSES
    ),
    Role.AUDITOR: frozenset(
        _LOOK | _NUMBERS | {"events.read", "people.review", "secrecy.read", "disposal.read"}
    ),
    # The administrator runs the system and reads no content.
    Role.ADMINISTRATOR: frozenset(
        {
            "setup.read",
            "setup.write",
            "routing.plan",
            "people.write",
            "people.review",
            "secrecy.read",
            "secrecy.write",
            "integrations.read",
            "integrations.write",
            "knowledge.read",
            "register.read",
            "register.write",
        }
    ),
    Role.BOARD: frozenset({"routing.board"}),
    Role.SERVICE: frozenset(),
}
EVERY_PERMISSION = frozenset().union(*PERMISSIONS.values()) | {"events.read", "knowledge.write"}


# What customers have said, and who they are: a permission in these slices opens content.
CONTENT = frozenset(
    {"cases", "contacts", "customers", "disposal", "files"}
    | {"quarantine", "recordings", "search", "workorders"}
)
# Who is told when somebody reaches a client's content by a new way.
TOLD_OF_ACCESS = frozenset({Role.MANAGER, Role.DATA_PROTECTION_OFFICER})
# Whom a case can be given to: roles that answer customers.
HANDLING = frozenset(role for role, allowed in PERMISSIONS.items() if "cases.answer" in allowed)


def is_bound(role: Role, permission: str) -> bool:
    """Say whether a role has this permission only for what is of its own groups."""
    return role in GROUP_BOUND and permission not in OF_WHOLE_CLIENTS


def opens_content(permissions: Iterable[str]) -> bool:
    """Say whether any of these permissions reaches what customers have said."""
    return any(permission.partition(".")[0] in CONTENT for permission in permissions)


OPENING_CONTENT = frozenset(role for role, held in PERMISSIONS.items() if opens_content(held))


def is_in_force(since: datetime | None, until: datetime | None, *, at: datetime) -> bool:
    """Say whether something has begun and not ended; the end is exclusive."""
    return (since is None or since <= at) and (until is None or at < until)


def is_locked(*, of_pair: int, of_account: int, of_address: int) -> bool:
    """Say whether so many recent failures close the door."""
    return (
        of_pair >= MOST_FAILURES_OF_PAIR
        or of_account >= MOST_FAILURES_OF_ACCOUNT
        or of_address >= MOST_FAILURES_OF_ADDRESS
    )


def permissions_of(roles: Iterable[Role]) -> frozenset[str]:
    """Return everything that these roles together may do."""
    return frozenset[str]().union(*(PERMISSIONS[role] for role in roles))


def permissions_in_scopes(scopes: Iterable[str]) -> frozenset[str]:
    """Return what a token may do: `cases:read` looks, `cases:write` changes, `all` does both.

    Raises ValueError for a scope that names no slice or no known degree.
    """
    allowed: set[str] = set()
    for scope in scopes:
        allowed |= _permissions_in(scope)
    return frozenset(allowed)


def _permissions_in(scope: str) -> set[str]:
    if scope == "all":
        return set(EVERY_PERMISSION)
    slice_name, _, degree = scope.replace(".", ":").partition(":")
    of_slice = {name for name in EVERY_PERMISSION if name.startswith(f"{slice_name}.")}
    reading = {name for name in of_slice if name.endswith(".read")}
    if not of_slice or degree not in {"read", "write"}:
        raise ValueError(scope)
    return reading if degree == "read" else of_slice
