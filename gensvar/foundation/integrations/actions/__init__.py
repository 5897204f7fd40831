"""Verbs that let programs in, and that tell them what happened."""

from gensvar.foundation.integrations.actions.exporting import note_export
from gensvar.foundation.integrations.actions.telling import (
    add_webhook,
    change_webhook,
    end_webhook,
    note_outcome,
    rotate_secret,
    send_again,
    try_webhook,
)
from gensvar.foundation.integrations.actions.tokens import create_token, revoke_token

__all__ = [
    "add_webhook",
    "change_webhook",
    "create_token",
    "end_webhook",
    "note_export",
    "note_outcome",
    "revoke_token",
    "rotate_secret",
    "send_again",
    "try_webhook",
]
