import logging

from django.conf import settings
from django.utils.timezone import now
from procrastinate.contrib.django import app

from gensvar.foundation.files.actions import (
    forget_old_uploads,
    remove_stray,
    remove_unused,
    scan_new,
)
from gensvar.foundation.refusals import Unavailable

MOST_AT_A_TIME = 500
logger = logging.getLogger(__name__)


@app.periodic(cron="27 * * * *")
@app.task(name="files.forget_uploads", queue="upkeep", queueing_lock="files.forget_uploads")
def forget_uploads(timestamp: int) -> None:
    forget_old_uploads(at=now())


@app.periodic(cron="* * * * * */15")
@app.task(name="files.scan", queue="upkeep", lock="files.scan", queueing_lock="files.scan")
def scan(timestamp: int) -> None:
    if not settings.CLAMD:
        return
    try:
        scan_new(address=settings.CLAMD, most=MOST_AT_A_TIME, at=now)
    except Unavailable:
        # Said on the first page of settings and at each file; asked again in a moment.
        logger.warning("scanner_unavailable")


@app.periodic(cron="43 3 * * *")
@app.task(name="files.remove_unused", queue="upkeep", queueing_lock="files.remove_unused")
def remove_what_nothing_refers_to(timestamp: int) -> None:
    remove_unused(at=now())
    remove_stray(at=now())
