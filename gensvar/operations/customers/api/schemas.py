"""What customers look like to a program, and what it may say of them."""

from datetime import datetime
from typing import Any, Literal

from django.utils.timezone import now
from ninja import Schema
from pydantic import Field

from gensvar.foundation.integrations.listing import ListAsked
from gensvar.foundation.integrations.paging import Page
from gensvar.foundation.integrations.parameters import Body, Day, Id, Line
from gensvar.operations.customers.models import Address, Customer, Need, Representative

KIND = Literal["person", "organisation"]
TYPE = Literal[
    "citizen",
    "internal-unit",
    "internal-tenant",
    "external-tenant",
    "company",
    "association",
]
CHANNEL = Literal["", "phone", "sms", "mail", "letter", "visit"]
NEED = Literal[
    "interpreter",
    "sign-language",
    "relay",
    "slow-speech",
    "easy-swedish",
    "large-text",
    "read-aloud",
    "call-only",
    "write-only",
    "wheelchair",
    "extra-time",
    "companion",
    "other",
]


class AddressOut(Schema):
    id: int
    kind: str
    value: str
    since: datetime
    until: datetime | None
    is_preferred: bool


class NeedOut(Schema):
    id: int
    what: str
    words: str
    since: datetime


class CustomerShort(Schema):
    id: int
    number: str
    name: str


class RepresentativeOut(Schema):
    id: int
    representative: CustomerShort
    kind: str
    scope: str
    evidence: str
    since: datetime
    until: datetime | None


class CustomerOut(Schema):
    id: int
    client: str = Field(description="The code of the client that knows the customer.")
    number: str = Field(examples=["K-1001"])
    name: str
    kind: str
    type: str
    language: str
    preferred_channel: str
    cost_centre: str
    is_protected: bool = Field(description="Lists and exports never tell how they are reached.")
    created_at: datetime
    addresses: list[AddressOut] = Field(description="Those that hold now.")
    needs: list[NeedOut]

    @staticmethod
    def resolve_client(customer: Customer) -> str:
        return customer.client.code

    @staticmethod
    def resolve_is_protected(customer: Customer) -> bool:
        return customer.protected

    @staticmethod
    def resolve_addresses(customer: Customer) -> list[Address]:
        return addresses_shown(customer)

    @staticmethod
    def resolve_needs(customer: Customer) -> list[Need]:
        return [need for need in customer.needs.all() if need.until is None]


class CustomerWhole(CustomerOut):
    """One customer, with who speaks for them."""

    representatives: list[RepresentativeOut]

    @staticmethod
    def resolve_representatives(customer: Customer) -> list[Representative]:
        at = now()
        rows = customer.representatives.all()
        return [
            row
            for row in rows
            if row.ended_at is None and row.since <= at and (row.until is None or row.until > at)
        ]


class CustomerPage(Page[CustomerOut]):
    pass


class CustomerRef(Body):
    """A customer we know, by id or number; or one to recognise, or get to know, by an address."""

    id: Id | None = None
    number: Line | None = Field(None, examples=["K-1001"])
    name: Line = ""
    mail: str = Field("", max_length=320, examples=["eva.ek@example.com"])
    phone: str = Field("", max_length=40, examples=["070-111 11 11"])


class CustomerIn(Body):
    client: Line | None = Field(None, description="The client's code; your own if left out.")
    name: Line = ""
    kind: KIND = "person"
    type: TYPE | None = None
    language: str = Field("", max_length=5, pattern=r"^([a-z]{2,3})?$")
    mail: str = Field("", max_length=320)
    phone: str = Field("", max_length=40)


class CustomerChange(Body):
    name: Line | None = None
    kind: KIND | None = None
    type: TYPE | None = None
    language: str | None = Field(None, max_length=5, pattern=r"^[a-z]{2,3}$")
    preferred_channel: CHANNEL | None = None
    cost_centre: str | None = Field(None, max_length=40)


class AddressIn(Body):
    kind: Literal["mail", "phone", "post", "alias"]
    value: str = Field(min_length=1, max_length=320)
    until: Day | None = None
    is_preferred: bool = False


class AddressChange(Body):
    is_preferred: Literal[True] | None = None
    until: Day | None = Field(None, description="The day from which it no longer holds.")


class NeedIn(Body):
    what: NEED
    words: str = Field("", max_length=200, description="What is needed, never why.")
    agreed: bool = Field(description="The customer has agreed that this is kept.")


class RepresentativeIn(Body):
    representative: Line = Field(description="Number of the customer who may speak.")
    kind: Literal["contact-person", "power-of-attorney", "trustee", "administrator", "custodian"]
    scope: str = Field(min_length=1, max_length=300)
    until: Day | None = None
    evidence: str = Field("", max_length=200)


class MergeIn(Body):
    source: Line = Field(description="Number of the customer that lives on as this one.")
    from_source: list[
        Literal["name", "kind", "type", "language", "preferred_channel", "cost_centre"]
    ] = Field([], description="The fields in which the source is right.")


class MergeOut(Schema):
    id: int
    source: CustomerShort
    at: datetime
    taken: list[str] = Field(description="The fields taken from the source.")

    @staticmethod
    def resolve_taken(merge: Any) -> list[str]:
        return sorted(merge.taken)


class SuspectOut(Schema):
    customer: CustomerShort
    score: float = Field(description="0 to 1; what is told is at least 0.45.")
    signs: list[str]


class ApartIn(Body):
    other: Line = Field(description="Number of the customer who is another.")


class CustomerAsked(ListAsked):
    client: str = Field("", max_length=40)
    mail: str = Field("", max_length=320)
    phone: str = Field("", max_length=40)
    number: str = Field("", max_length=20)
    type: TYPE | None = None
    q: str = Field("", max_length=200, description="A part of the name or of an address.")


class ImportIn(Body):
    client: Line | None = Field(None, description="The client's code; your own if left out.")
    table: str = Field(min_length=1, max_length=2_000_000, description="CSV with a heading.")
    dry_run: bool = Field(True, description="Only say what it would do.")


class ImportFault(Schema):
    line: int
    column: str
    code: str
    value: str


class KnownAlready(Schema):
    line: int
    number: str


class ImportOut(Schema):
    id: int | None = Field(None, description="Of what was brought in; nothing in a dry run.")
    added: int
    known: list[KnownAlready] = []
    faults: list[ImportFault] = []


class ImportUndoneOut(Schema):
    id: int
    removed: int
    kept: int = Field(description="Customers on whom something hangs already.")


def addresses_shown(customer: Customer) -> list[Address]:
    """Return the addresses that hold; of protected customers, only where they were opened."""
    if customer.protected and not getattr(customer, "is_opened", False):
        return []
    at = now()
    holding = [one for one in customer.addresses.all() if one.until is None or one.until > at]
    return sorted(holding, key=lambda one: (not one.is_preferred, one.pk))
