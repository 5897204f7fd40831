"""Jobs whose worker was killed: nobody else would take them up again."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.manager import JobManager

# A worker shows every ten seconds that it lives.
SILENT_SECONDS = 30


@app.periodic(cron="* * * * *")
@app.task(
    name="jobs.retry_stalled",
    queue="record",
    queueing_lock="jobs.retry_stalled",
    retry=RetryStrategy(max_attempts=3),
)
async def retry_stalled(timestamp: int) -> None:
    """Put such jobs back in the queue; jobs are idempotent, so doing one twice does no harm."""
    jobs = JobManager(DjangoConnector())
    for job in await jobs.get_stalled_jobs(seconds_since_heartbeat=SILENT_SECONDS):
        await jobs.retry_job(job)
