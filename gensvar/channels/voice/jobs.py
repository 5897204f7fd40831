import logging

import httpx
from django.conf import settings
from django.utils.timezone import now
from procrastinate.contrib.django import app

from gensvar.channels.voice.actions.accounts import accounts_to_write, digest_of, note_written
from gensvar.channels.voice.engine.accounts import (
    TIMEOUT_SECONDS,
    Unwritten,
    remove_account,
    write_account,
)
from gensvar.channels.voice.models import Account

log = logging.getLogger(__name__)


@app.periodic(cron="* * * * * */5")
@app.task(
    name="voice.accounts", queue="voice", lock="voice.accounts", queueing_lock="voice.accounts"
)
def write_accounts(timestamp: int) -> None:
    """Tell the telephone system of the phones that it does not know as they stand."""
    waiting = accounts_to_write() if settings.ARI_URL else []
    if not waiting:
        return
    address = settings.ARI_URL.rstrip("/") + "/"
    auth = (settings.ARI_USER, settings.ARI_PASSWORD)
    with httpx.Client(
        base_url=address, auth=auth, timeout=TIMEOUT_SECONDS, trust_env=False
    ) as client:
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
