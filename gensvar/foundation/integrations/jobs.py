from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from django.db import connection, transaction
from django.utils.timezone import now
from procrastinate.contrib.django import app

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.integrations.actions import note_outcome
from gensvar.foundation.integrations.delivering import NotDelivered, deliver
from gensvar.foundation.integrations.idempotency import forget_old_answers
from gensvar.foundation.integrations.limiting import forget_old_windows
from gensvar.foundation.integrations.models import WebhookDelivery

BATCH = 50
# Nobody else takes a delivery within this time; longer than any attempt lasts.
LEASE = timedelta(minutes=2)


@app.periodic(cron="* * * * * */2")
@app.task(name="integrations.tell", queue="webhooks", queueing_lock="integrations.tell")
def tell(timestamp: int) -> None:
    while tell_due():
        pass


@app.periodic(cron="17 * * * *")
@app.task(name="integrations.forget", queue="upkeep")
def forget(timestamp: int) -> None:
    forget_old_answers(at=now())
    forget_old_windows(minute=timestamp // 60)


def tell_due() -> int:
    """Try every message that is due, several at a time, and return how many there were."""
    taken = _take()
    with ThreadPoolExecutor(max_workers=8) as pool:
        list(pool.map(_tell_one, taken))
    return len(taken)


@transaction.atomic
def _take() -> list[WebhookDelivery]:
    due = (
        WebhookDelivery.objects.select_for_update(skip_locked=True, of=("self",))
        .filter(next_try_at__lte=now(), webhook__ended_at=None)
        .select_related("webhook")
        .order_by("next_try_at")[:BATCH]
    )
    taken = list(due)
    ids = [delivery.pk for delivery in taken]
    WebhookDelivery.objects.filter(pk__in=ids).update(next_try_at=now() + LEASE)
    return taken


def _tell_one(delivery: WebhookDelivery) -> None:
    try:
        record = EventRecord.objects.get(pk=delivery.record_id)
        try:
            status, error = deliver(delivery.webhook, record, at=now()), ""
        except NotDelivered as trouble:
            status, error = trouble.status or 0, str(trouble)
        note_outcome(delivery, status=status or None, error=error, at=now())
    finally:
        connection.close()
