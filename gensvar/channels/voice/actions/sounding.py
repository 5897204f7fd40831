"""What is said at numbers, as somebody said it into a microphone."""

import secrets
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gensvar.channels.voice.events import SoundEnded, SoundKept
from gensvar.channels.voice.models import Announcement, Sound
from gensvar.channels.voice.rules.sounds import BadSound, Fault, as_callers_hear
from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.files.actions import store_file
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused

WHY: dict[Fault, str | Promise] = {
    Fault.EMPTY: _("The file is empty. Save the recording once more and choose it again."),
    Fault.OTHER_KIND: _("The file is no WAV. Save the recording as WAV, PCM, and choose it again."),
    Fault.COMPRESSED: _(
        "The WAV is compressed. Save it as plain PCM, 16 bits, and choose it again."
    ),
    Fault.BROKEN: _("The WAV is cut off or broken. Save the recording once more."),
    Fault.TOO_LONG: _("The recording is longer than two minutes. Callers do not listen so long."),
    Fault.SILENT: _(
        "Nothing can be heard in the recording. Look at the microphone, and try again."
    ),
}


class CannotBePlayed(Refused):
    message = _("%(why)s")
    status = 415


class StillSaid(Refused):
    message = _("That recording is still said at %(number)s. Choose another there first.")


@action
def keep_sound(
    client: Client, *, name: str, content: bytes, by: Agent | None, at: datetime
) -> Sound:
    """Keep a recording as telephones play it; a file that they cannot play is refused, with why."""
    try:
        spoken = as_callers_hear(content)
    except BadSound as bad:
        why = WHY[bad.fault]
        if bad.kind:
            why = _("This is %(kind)s. Save the recording as WAV, PCM, and choose it again.")
            raise CannotBePlayed(why=str(why) % {"kind": bad.kind}) from None
        raise CannotBePlayed(why=str(why)) from None
    sound = Sound.objects.create(
        client=client,
        name=name,
        file=store_file(spoken.content, at=at, media_type="audio/wav"),
        key=secrets.token_urlsafe(32),
        seconds=spoken.seconds,
        by=by,
        at=at,
    )
    announce(
        SoundKept(sound_id=sound.pk, client_id=client.pk, agent_id=by.pk if by else None), at=at
    )
    return sound


@action
def end_sound(sound: Sound, *, by: Agent, at: datetime) -> None:
    """Offer a recording no more, where it is said nowhere."""
    said = (
        Announcement.objects.in_force(at).filter(recording=sound).select_related("number").first()
    )
    if said is not None:
        raise StillSaid(number=said.number.number)
    if Sound.objects.filter(pk=sound.pk, ended_at=None).update(ended_at=at):
        announce(SoundEnded(sound_id=sound.pk, client_id=sound.client_id, agent_id=by.pk), at=at)
