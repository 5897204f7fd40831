"""Write a question, send it, and go on with a case that one knows the code of."""

from gensvar.screens.portal.actions.disrupted import follow_disruption
from gensvar.screens.portal.actions.following import (
    MayOnlyRead,
    add_words,
    ask_again,
    end_following,
    let_follow,
    request_code,
    send_code_again,
    stop_following,
)
from gensvar.screens.portal.actions.sending import (
    TooManySent,
    count_sending,
    send_question,
)
from gensvar.screens.portal.actions.writing import (
    OpenDraft,
    begin_draft,
    drop_file,
    find_draft,
    forget_draft,
    keep_answers,
    keep_file,
)

__all__ = [
    "MayOnlyRead",
    "OpenDraft",
    "TooManySent",
    "add_words",
    "ask_again",
    "begin_draft",
    "count_sending",
    "drop_file",
    "end_following",
    "find_draft",
    "follow_disruption",
    "forget_draft",
    "keep_answers",
    "keep_file",
    "let_follow",
    "request_code",
    "send_code_again",
    "send_question",
    "stop_following",
]
