from django.utils.timezone import now
from procrastinate.contrib.django import app

from gensvar.channels.chat.actions.ending import end_lost
from gensvar.channels.chat.models import Chat
from gensvar.channels.chat.rules import LOST_WAITING


@app.periodic(cron="* * * * * */20")
@app.task(name="chat.end_lost", queue="chat", lock="chat.end", queueing_lock="chat.end")
def end_lost_chats(timestamp: int) -> None:
    """End the chats of those who are gone; the rows are the queue and nothing is in memory."""
    silent = Chat.objects.going_on().filter(heard_at__lte=now() - LOST_WAITING)
    for chat_id in list(silent.order_by("heard_at").values_list("pk", flat=True)[:500]):
        end_lost(chat_id, at=now())
