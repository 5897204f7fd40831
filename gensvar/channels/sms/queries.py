from gensvar.channels.sms.models import Number, SinkText
from gensvar.foundation.agreements.models import Client


def sink_texts(*, most: int) -> list[SinkText]:
    """Return what the demo has sent to its invented phones, the newest first."""
    return list(SinkText.objects.order_by("-pk")[:most])


def can_text(client: Client) -> bool:
    """Say whether a client has a number to send text messages from."""
    return Number.objects.filter(client=client, is_paused=False).exists()
