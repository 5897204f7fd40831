"""Cases that become one, are divided, or belong together."""

from dataclasses import dataclass
from typing import ClassVar

from gensvar.operations.cases.events.base import CaseEvent


@dataclass(frozen=True, kw_only=True)
class CaseMerged(CaseEvent):
    """The case is from now on part of another; `merge_id` knows how it stood before."""

    name: ClassVar = "cases.case-merged"
    merge_id: int
    into_id: int


@dataclass(frozen=True, kw_only=True)
class CaseTakenIn(CaseEvent):
    """Another case became part of this one."""

    name: ClassVar = "cases.case-taken-in"
    merge_id: int
    from_id: int


@dataclass(frozen=True, kw_only=True)
class CaseUnmerged(CaseEvent):
    """The case stands by itself again."""

    name: ClassVar = "cases.case-unmerged"
    merge_id: int
    into_id: int


@dataclass(frozen=True, kw_only=True)
class CaseLetGo(CaseEvent):
    """Another case is no longer part of this one."""

    name: ClassVar = "cases.case-let-go"
    merge_id: int
    from_id: int


@dataclass(frozen=True, kw_only=True)
class CaseSplit(CaseEvent):
    """Contacts left the case to begin another."""

    name: ClassVar = "cases.case-split"
    made_id: int
    contacts: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class CaseSplitOff(CaseEvent):
    """The case began with contacts of another."""

    name: ClassVar = "cases.case-split-off"
    from_id: int


@dataclass(frozen=True, kw_only=True)
class CaseLinked(CaseEvent):
    """The case has to do with another; both say so in their record."""

    name: ClassVar = "cases.case-linked"
    relation_id: int
    other_id: int
    kind: str


@dataclass(frozen=True, kw_only=True)
class CaseUnlinked(CaseEvent):
    name: ClassVar = "cases.case-unlinked"
    relation_id: int
    other_id: int
