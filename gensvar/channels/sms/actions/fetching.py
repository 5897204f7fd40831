"""Pictures are fetched after the words have been taken in; one that fails leaves a mark."""

from datetime import datetime, timedelta

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from gensvar.channels.sms.models import Picture
from gensvar.channels.sms.providers import NotFetched
from gensvar.channels.sms.rules import PICTURES, next_try
from gensvar.foundation.acting import action
from gensvar.foundation.files.actions import store_file, true_type
from gensvar.operations.contacts.actions import Attached, add_files
from gensvar.operations.contacts.models import Message

# Somebody who fetches has it for so long; then another may.
LEASE = timedelta(minutes=2)
NO_PICTURE = gettext_noop("it is no picture of a known kind")


@action
def claim(*, most: int, at: datetime) -> list[Picture]:
    """Take some pictures that wait to be fetched."""
    rows = Picture.objects.select_for_update(skip_locked=True, of=("self",))
    waiting = rows.filter(state=Picture.State.WAITING, not_before__lte=at).order_by("not_before")
    taken = list(waiting.select_related("number__client", "message")[:most])
    Picture.objects.filter(pk__in=[one.pk for one in taken]).update(not_before=at + LEASE)
    return taken


@action
def keep_picture(picture: Picture, content: bytes, *, at: datetime) -> None:
    """Put a fetched picture with its message; what its bytes are counts, not what it is called."""
    kind = true_type(content)
    if kind not in PICTURES:
        note_failure(picture, NotFetched(NO_PICTURE, is_final=True), at=at)
        return
    if not _settle(picture, Picture.State.FETCHED):
        return
    name = f"mms-{picture.place}.{PICTURES[kind]}"
    file = store_file(content, media_type=kind, at=at)
    _tell(picture, [Attached(file=file, name=name, declared_type=kind)])


@action
def note_failure(picture: Picture, trouble: NotFetched, *, at: datetime) -> None:
    """The picture did not come: later again, until it is said on the message that it never will."""
    picture.attempts += 1
    again = None if trouble.is_final else next_try(picture.attempts, at=at)
    if again is None:
        _settle(picture, Picture.State.FAILED, because=trouble.words)
        _tell(picture, [])
        return
    Picture.objects.filter(pk=picture.pk, state=Picture.State.WAITING).update(
        attempts=picture.attempts, not_before=again, problem=trouble.words[:500]
    )


def _settle(picture: Picture, state: str, *, because: str = "") -> bool:
    waiting = Picture.objects.filter(pk=picture.pk, state=Picture.State.WAITING)
    return bool(waiting.update(state=state, problem=because[:500], attempts=picture.attempts))


def _tell(picture: Picture, files: list[Attached]) -> None:
    """Attach the files and say anew what is still to come and what never will."""
    message = Message.objects.select_for_update().get(pk=picture.message_id)
    with translation.override(picture.number.client.language):
        problems = []
        of_it = Picture.objects.filter(message=message).order_by("place")
        if of_it.filter(state=Picture.State.WAITING).exists():
            problems.append(_("Pictures came along and are being fetched."))
        for lost in of_it.filter(state=Picture.State.FAILED):
            words = _("Picture %(place)s could not be fetched: %(why)s. Ask the customer for it.")
            problems.append(words % {"place": lost.place, "why": _(lost.problem)})
    add_files(message, files, problems=problems)
