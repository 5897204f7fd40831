"""Which customers are likely to be one, from what is known of both."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# Names that more customers than this share say nothing about any of them.
MOST_OF_A_NAME = 5
ENOUGH = 0.45
SAME_NAME = 0.85


@dataclass(frozen=True, slots=True)
class Known:
    """What a customer is compared by: addresses they have or have had, by kind."""

    addresses: Mapping[str, frozenset[str]]

    @property
    def boxes(self) -> frozenset[str]:
        """What stands before the @ in their mail addresses."""
        return frozenset(mail.partition("@")[0] for mail in self.addresses.get("mail", ()))


@dataclass(frozen=True, slots=True)
class Resemblance:
    """How much two customers are alike, and by what signs."""

    score: float
    signs: tuple[str, ...]


def resemblance(one: Known, other: Known, *, likeness: float, of_the_name: int) -> Resemblance:
    """Weigh the signs that two customers are one.

    likeness: of their names, 0 to 1; of_the_name: how many customers are called about so.
    """
    weights: dict[str, float] = {}
    for kind in ("mail", "phone", "alias", "post"):
        if one.addresses.get(kind, frozenset()) & other.addresses.get(kind, frozenset()):
            # A whole household has one letter box.
            weights[kind] = 0.25 if kind == "post" else 0.5
    if likeness >= SAME_NAME:
        weights["name"] = 0.35
    elif likeness > 0:
        weights["like-name"] = 0.25 * likeness
    if "mail" not in weights and one.boxes & other.boxes:
        weights["mailbox-name"] = 0.2
    if "name" in weights and of_the_name <= MOST_OF_A_NAME and not _clash(one, other):
        weights["rare-name"] = 0.15
    return Resemblance(round(sum(weights.values()), 2), tuple(weights))


def _clash(one: Known, other: Known) -> bool:
    """Say whether both are reached in the same way, each at an address of their own."""
    kinds = ({kind for kind, values in known.addresses.items() if values} for known in (one, other))
    first, second = kinds
    return bool((first & second) - {"post"})


def likely(found: Mapping[int, Resemblance], *, most: int) -> Iterable[tuple[int, Resemblance]]:
    """Return those alike enough to be told, the likest first."""
    enough = [(key, one) for key, one in found.items() if one.score >= ENOUGH]
    return sorted(enough, key=lambda pair: (-pair[1].score, pair[0]))[:most]
