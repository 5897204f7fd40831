"""What is announced about people: `agent_id` did it, `whom_id` is whom it was done to."""

from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class SignedIn(Event):
    name: ClassVar = "people.signed-in"
    agent_id: int
    # Such as "password", "password totp", "passkey" or "provider:entra".
    way: str


@dataclass(frozen=True, kw_only=True)
class SignInFailed(Event):
    """`whom_id` is the account that was tried, if there is one; `way` what was wrong."""

    name: ClassVar = "people.sign-in-failed"
    whom_id: int | None
    way: str


@dataclass(frozen=True, kw_only=True)
class SignInLocked(Event):
    name: ClassVar = "people.sign-in-locked"
    whom_id: int | None


@dataclass(frozen=True, kw_only=True)
class SignedOut(Event):
    name: ClassVar = "people.signed-out"
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class PasswordChanged(Event):
    name: ClassVar = "people.password-changed"
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class SecondFactorChanged(Event):
    """`change` is added, removed or reset; `kind` is totp, webauthn or recovery_codes."""

    name: ClassVar = "people.second-factor-changed"
    agent_id: int
    kind: str
    change: str


@dataclass(frozen=True, kw_only=True)
class AccountOpened(Event):
    """`agent_id` is nobody when the account was made at a first sign-in elsewhere."""

    name: ClassVar = "people.account-opened"
    agent_id: int | None
    whom_id: int


@dataclass(frozen=True, kw_only=True)
class AccountEnded(Event):
    name: ClassVar = "people.account-ended"
    agent_id: int
    whom_id: int


@dataclass(frozen=True, kw_only=True)
class PasswordLinkMade(Event):
    name: ClassVar = "people.password-link-made"
    agent_id: int | None
    whom_id: int


@dataclass(frozen=True, kw_only=True)
class SecondFactorTakenAway(Event):
    """Somebody lost their phone or key, and an administrator let them start anew."""

    name: ClassVar = "people.second-factor-taken-away"
    agent_id: int
    whom_id: int


@dataclass(frozen=True, kw_only=True)
class SignInLinked(Event):
    """A sign-in provider's own name for somebody is known to mean this agent."""

    name: ClassVar = "people.sign-in-linked"
    agent_id: int | None
    whom_id: int
    provider_id: int


@dataclass(frozen=True, kw_only=True)
class RoleGiven(Event):
    name: ClassVar = "people.role-given"
    agent_id: int | None
    whom_id: int
    client_id: int | None
    grant_id: int
    role: str
    department: str = ""


@dataclass(frozen=True, kw_only=True)
class RoleTaken(Event):
    name: ClassVar = "people.role-taken"
    agent_id: int
    whom_id: int
    client_id: int | None
    grant_id: int
    role: str


@dataclass(frozen=True, kw_only=True)
class PutInGroup(Event):
    name: ClassVar = "people.put-in-group"
    agent_id: int
    whom_id: int
    client_id: int
    group_id: int


@dataclass(frozen=True, kw_only=True)
class TakenOutOfGroup(Event):
    name: ClassVar = "people.taken-out-of-group"
    agent_id: int
    whom_id: int
    client_id: int
    group_id: int


@dataclass(frozen=True, kw_only=True)
class AccessReviewed(Event):
    name: ClassVar = "people.access-reviewed"
    agent_id: int
    review_id: int


@dataclass(frozen=True, kw_only=True)
class GroupMade(Event):
    name: ClassVar = "people.group-made"
    agent_id: int
    client_id: int
    group_id: int


@dataclass(frozen=True, kw_only=True)
class GroupChanged(Event):
    """`fields` names what was changed; a person is named by id in `old` and `new`."""

    name: ClassVar = "people.group-changed"
    agent_id: int
    client_id: int
    group_id: int
    fields: tuple[str, ...]
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class GroupShut(Event):
    name: ClassVar = "people.group-closed"
    agent_id: int
    client_id: int
    group_id: int


@dataclass(frozen=True, kw_only=True)
class AccountChanged(Event):
    """Name, title or telephone; what it was is not kept, for it is about a person."""

    name: ClassVar = "people.account-changed"
    agent_id: int
    whom_id: int
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ProviderAdded(Event):
    name: ClassVar = "people.provider-added"
    agent_id: int
    client_id: int | None
    provider_id: int


@dataclass(frozen=True, kw_only=True)
class ProviderChanged(Event):
    name: ClassVar = "people.provider-changed"
    agent_id: int
    client_id: int | None
    provider_id: int
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ProviderEnded(Event):
    name: ClassVar = "people.provider-ended"
    agent_id: int
    client_id: int | None
    provider_id: int
