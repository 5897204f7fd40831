"""A mail fetched or delivered again is the same mail: one contact, however often it comes."""

from collections import defaultdict
from collections.abc import Sequence

from gensvar.channels.mail.intake.incoming import Incoming
from gensvar.channels.mail.models import RawMail


def settle(incoming: Incoming) -> None:
    if incoming.raw.pk in incoming.batch.seen_before:
        incoming.settled_as = RawMail.State.DUPLICATE


def seen_before(raws: Sequence[RawMail]) -> frozenset[int]:
    """Return which of these mails have been read already, or wait behind their twin."""
    twins: dict[tuple[int, str], list[tuple[int, str]]] = defaultdict(list)
    identities = {raw.identity for raw in raws} - {""}
    rows = RawMail.objects.filter(
        mailbox_id__in={raw.mailbox_id for raw in raws},
        identity__in=identities,
        state__in=[RawMail.State.READ, RawMail.State.WAITING],
    )
    for pk, mailbox_id, identity, state in rows.values_list(
        "pk", "mailbox_id", "identity", "state"
    ):
        twins[mailbox_id, identity].append((pk, state))
    return frozenset(
        raw.pk
        for raw in raws
        if raw.identity
        and any(
            state == RawMail.State.READ or pk < raw.pk
            for pk, state in twins[raw.mailbox_id, raw.identity]
            if pk != raw.pk
        )
    )
