from django.utils.timezone import now
from procrastinate.contrib.django import app

from gensvar.foundation.files.actions import forget_old_uploads, remove_stray, remove_unused


@app.periodic(cron="27 * * * *")
@app.task(name="files.forget_uploads", queue="upkeep", queueing_lock="files.forget_uploads")
def forget_uploads(timestamp: int) -> None:
    forget_old_uploads(at=now())


@app.periodic(cron="43 3 * * *")
@app.task(name="files.remove_unused", queue="upkeep", queueing_lock="files.remove_unused")
def remove_what_nothing_refers_to(timestamp: int) -> None:
    remove_unused(at=now())
    remove_stray(at=now())
