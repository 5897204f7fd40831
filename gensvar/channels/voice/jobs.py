import logging
from datetime import timedelta

import httpx
from django.conf import settings
from django.utils.timezone import localdate, now
from procrastinate.contrib.django import app

from gensvar.channels.voice.actions.accounts import accounts_to_write, digest_of, note_written
from gensvar.channels.voice.actions.messages import delete_message, keep_message, lose_message
from gensvar.channels.voice.actions.own_phone import close_expired
from gensvar.channels.voice.actions.tapes import delete_recording, keep_recording, note_fetched
from gensvar.channels.voice.engine import tracks
from gensvar.channels.voice.engine.accounts import (
    TIMEOUT_SECONDS,
    Unwritten,
    remove_account,
    write_account,
)
from gensvar.channels.voice.engine.messages import SIDE
from gensvar.channels.voice.models import Account, CallRecording, VoiceMessage
from gensvar.channels.voice.recorded import forbidding, to_delete, to_fetch
from gensvar.channels.voice.rules.recordings import WhyNot, forbidden
from gensvar.channels.voice.rules.sounds import as_heard

log = logging.getLogger(__name__)
MOST_AT_A_TIME = 50
# A telephone system that has nothing by then never will.
GIVEN_UP = timedelta(minutes=2)


@app.periodic(cron="* * * * * */5")
@app.task(
    name="voice.accounts", queue="voice", lock="voice.accounts", queueing_lock="voice.accounts"
)
def write_accounts(timestamp: int) -> None:
    """Tell the telephone system of the phones that it does not know as they stand."""
    close_expired(at=now())
    waiting = accounts_to_write() if settings.ARI_URL else []
    if not waiting:
        return
    with _telephone_system(TIMEOUT_SECONDS) as client:
        for account in waiting:
            try:
                _write(client, account)
            except Unwritten as trouble:
                # The row still waits, and is tried again in a moment.
                log.warning("account_not_written", extra={"because": str(trouble)})
                return
            note_written(account, at=now())


def _write(client: httpx.Client, account: Account) -> None:
    if account.ended_at is not None:
        remove_account(client, account.login)
    else:
        in_browser = account.kind == Account.Kind.BROWSER
        write_account(client, account.login, digest_of(account), in_browser=in_browser)


@app.periodic(cron="* * * * * */5")
@app.task(
    name="voice.recordings",
    queue="voice",
    lock="voice.recordings",
    queueing_lock="voice.recordings",
)
def keep_recordings(timestamp: int) -> None:
    """Fetch what was recorded, seal it, and delete what has had its time or must not be."""
    waiting = list(to_fetch()[:MOST_AT_A_TIME]) if settings.ARI_URL else []
    if waiting:
        with _telephone_system(tracks.TIMEOUT_SECONDS) as client:
            for recording in waiting:
                try:
                    _fetch(client, recording)
                except tracks.Unfetched as trouble:
                    log.warning("recording_not_fetched", extra={"because": str(trouble)})
    at = now()
    for recording in to_delete(today=localdate(at)):
        because = forbidden(forbidding(recording.call)) or WhyNot.EXPIRED
        delete_recording(recording, because=because, by=None, at=at)


def _fetch(client: httpx.Client, recording: CallRecording) -> None:
    if recording.deleted_at is None:
        found = tracks.fetch(client, recording.track)
        if any(found):
            spoken = as_heard(found)
            keep_recording(recording, spoken.content, seconds=spoken.seconds, at=now())
        elif recording.ended_at is not None and now() - recording.ended_at > GIVEN_UP:
            delete_recording(recording, because=WhyNot.LOST, by=None, at=now())
            note_fetched(recording, at=now())
        else:
            return
    else:
        note_fetched(recording, at=now())
    tracks.remove(client, recording.track)


@app.periodic(cron="* * * * * */5")
@app.task(
    name="voice.messages", queue="voice", lock="voice.messages", queueing_lock="voice.messages"
)
def keep_messages(timestamp: int) -> None:
    """Make a case of each message that was left, and delete the sound of those past their time."""
    waiting = list(VoiceMessage.objects.all().to_fetch()[:MOST_AT_A_TIME])
    if waiting and settings.ARI_URL:
        with _telephone_system(tracks.TIMEOUT_SECONDS) as client:
            for message in waiting:
                try:
                    _fetch_message(client, message)
                except tracks.Unfetched as trouble:
                    log.warning("message_not_fetched", extra={"because": str(trouble)})
    else:
        # Calls are played, and nobody hears anything.
        for message in waiting:
            lose_message(message, at=now())
    for message in VoiceMessage.objects.all().to_delete(now()):
        delete_message(message, because=WhyNot.EXPIRED, at=now())


def _fetch_message(client: httpx.Client, message: VoiceMessage) -> None:
    (track,) = tracks.fetch(client, message.track, (SIDE,))
    if track:
        keep_message(message, track, at=now())
    elif message.ended_at is not None and now() - message.ended_at > GIVEN_UP:
        lose_message(message, at=now())
    else:
        return
    tracks.remove(client, message.track, (SIDE,))


def _telephone_system(seconds: float) -> httpx.Client:
    return httpx.Client(
        base_url=settings.ARI_URL.rstrip("/") + "/",
        auth=(settings.ARI_USER, settings.ARI_PASSWORD),
        timeout=seconds,
        trust_env=False,
    )
