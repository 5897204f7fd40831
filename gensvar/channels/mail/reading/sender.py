"""Who wrote, and where an answer goes."""

import re

from gensvar.channels.mail.reading.addresses import addresses
from gensvar.channels.mail.reading.draft import Draft
from gensvar.channels.mail.reading.mail import Address
from gensvar.channels.mail.reading.problems import Problem

FALLBACKS = ("sender", "reply-to", "x-original-from", "resent-from", "return-path")
ANY_ADDRESS = re.compile(r"[^\s<>@\"'()]+@[^\s<>@\"'()]+\.[A-Za-z]{2,}")


def read_sender(draft: Draft) -> None:
    """Take the sender from From; a mail without one falls back on what else it says."""
    values = draft.root.all("from")
    found = tuple(one for value in values for one in addresses(value))
    usable = tuple(one for one in found if one.is_usable)
    draft.senders = usable
    draft.sender = (usable or found or (Address(),))[0]
    if len(usable) > 1:
        draft.note(Problem.SEVERAL_SENDERS)
    if not usable:
        _fall_back(draft)
    _undo_list_rewriting(draft)
    _warn_of_false_name(draft)


def _fall_back(draft: Draft) -> None:
    draft.note(Problem.NO_SENDER)
    for name in FALLBACKS:
        usable = [one for one in addresses(draft.root.first(name)) if one.is_usable]
        if usable:
            name_shown = draft.sender.name or usable[0].name
            draft.sender = Address(name_shown, usable[0].address)
            return


def _undo_list_rewriting(draft: Draft) -> None:
    """A group address rewrites the sender to «Eva via Support»; the mail says who it was."""
    if not re.search(r"\b(via|genom|über|par)\b", draft.sender.name):
        return
    for name in ("x-original-from", "x-original-sender"):
        usable = [one for one in addresses(draft.root.first(name)) if one.is_usable]
        if usable and usable[0].address.lower() != draft.sender.address.lower():
            shown = re.split(r"\s+(?:via|genom|über|par)\s+", draft.sender.name)[0]
            draft.sender = Address(usable[0].name or shown.strip("'\" "), usable[0].address)
            return


def _warn_of_false_name(draft: Draft) -> None:
    shown = ANY_ADDRESS.search(draft.sender.name)
    if shown and shown[0].lower().strip(".") != draft.sender.address.lower():
        draft.note(Problem.MISLEADING_SENDER)


def read_reply_address(draft: Draft) -> None:
    """Take Reply-To, but only addresses that can be answered."""
    found = [one for value in draft.root.all("reply-to") for one in addresses(value)]
    draft.reply_to = tuple(one for one in found if one.is_usable)
    if found and not draft.reply_to:
        draft.note(Problem.BROKEN_ADDRESS)
    returns = draft.root.all("return-path")
    if returns:
        path = addresses(returns[0])
        draft.return_path = path[0].address if path else ""
