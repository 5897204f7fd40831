from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class CustomerAdded(Event):
    name: ClassVar = "customers.customer-added"
    customer_id: int
    client_id: int


@dataclass(frozen=True, kw_only=True)
class CustomerChanged(Event):
    """`fields` names what was changed; the values stay where they can be erased."""

    name: ClassVar = "customers.customer-changed"
    customer_id: int
    client_id: int
    agent_id: int | None
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CustomerEvent(Event):
    """What the events of one customer carry."""

    name: ClassVar = "customers.customer-event"
    customer_id: int
    client_id: int
    agent_id: int | None


@dataclass(frozen=True, kw_only=True)
class AddressEnded(CustomerEvent):
    name: ClassVar = "customers.address-ended"
    address_id: int


@dataclass(frozen=True, kw_only=True)
class AddressPreferred(CustomerEvent):
    name: ClassVar = "customers.address-preferred"
    address_id: int


@dataclass(frozen=True, kw_only=True)
class CustomerProtected(CustomerEvent):
    name: ClassVar = "customers.customer-protected"


@dataclass(frozen=True, kw_only=True)
class CustomerUnprotected(CustomerEvent):
    name: ClassVar = "customers.customer-unprotected"


@dataclass(frozen=True, kw_only=True)
class ProtectedAddressRead(CustomerEvent):
    """Somebody with the right to it saw how a customer with protected identity is reached."""

    name: ClassVar = "customers.address-of-protected-read"


@dataclass(frozen=True, kw_only=True)
class NeedNoted(CustomerEvent):
    """What is needed is told by `need_id`, where it can be erased."""

    name: ClassVar = "customers.need-noted"
    need_id: int


@dataclass(frozen=True, kw_only=True)
class NeedEnded(CustomerEvent):
    name: ClassVar = "customers.need-ended"
    need_id: int


@dataclass(frozen=True, kw_only=True)
class RepresentativeNamed(CustomerEvent):
    name: ClassVar = "customers.representative-named"
    representative_id: int
    kind: str


@dataclass(frozen=True, kw_only=True)
class RepresentativeEnded(CustomerEvent):
    """Without an agent the time ran out by itself."""

    name: ClassVar = "customers.representative-ended"
    representative_id: int


@dataclass(frozen=True, kw_only=True)
class CustomersMerged(CustomerEvent):
    """`source_id` lives on as `customer_id`; `fields` names what was taken from it."""

    name: ClassVar = "customers.customers-merged"
    source_id: int
    merge_id: int
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CustomersParted(CustomerEvent):
    """A merge was undone: `source_id` is a customer of its own again."""

    name: ClassVar = "customers.customers-parted"
    source_id: int
    merge_id: int


@dataclass(frozen=True, kw_only=True)
class CustomersToldApart(CustomerEvent):
    name: ClassVar = "customers.customers-told-apart"
    other_id: int


@dataclass(frozen=True, kw_only=True)
class CustomersImported(Event):
    name: ClassVar = "customers.customers-imported"
    client_id: int
    agent_id: int | None
    import_id: int
    added: int


@dataclass(frozen=True, kw_only=True)
class ImportUndone(Event):
    name: ClassVar = "customers.import-undone"
    client_id: int
    agent_id: int | None
    import_id: int
    removed: int
    kept: int


@dataclass(frozen=True, kw_only=True)
class CustomerRemoved(CustomerEvent):
    """Only what an import brought and nothing hung on is ever removed."""

    name: ClassVar = "customers.customer-removed"
    import_id: int
