"""A caller leaves a message: the row first, then the tone; what was said is fetched afterwards."""

from dataclasses import replace
from datetime import datetime, timedelta

from gensvar.channels.voice.events import VoiceMessageLeft
from gensvar.channels.voice.models import Call, MessageBox, VoiceMessage
from gensvar.channels.voice.orders import Order
from gensvar.foundation.events.actions import announce


def box_of(call: Call) -> MessageBox | None:
    """Return where a caller may leave a message; nothing where they may not."""
    boxes = MessageBox.objects.select_related("subject")
    return boxes.filter(number=call.number_id).first() if call.number_id else None


def begin_message(call: Call, at: datetime) -> None:
    """Begin a message, by what is usual where its box was taken away a moment ago."""
    box = box_of(call) or MessageBox()
    VoiceMessage.objects.create(
        call=call,
        client_id=call.client_id,
        longest_seconds=box.longest_seconds,
        quiet_seconds=box.quiet_seconds,
        began_at=at,
        expires_at=at + timedelta(days=box.kept_days),
    )


def end_message(call: Call, at: datetime) -> None:
    message = VoiceMessage.objects.get(call=call)
    message.ended_at = at
    message.save(update_fields=["ended_at"])
    announce(
        VoiceMessageLeft(
            message_id=message.pk,
            call_id=call.pk,
            contact_id=call.contact_id,
            client_id=call.client_id,
            seconds=max(0.0, (at - message.began_at).total_seconds()),
        ),
        at=at,
    )


def take_message(call: Call, order: Order) -> Order:
    """Make ready to send that what the caller says is kept."""
    message = VoiceMessage.objects.get(call=call)
    return replace(
        order,
        track=message.track,
        seconds=float(message.longest_seconds),
        quiet_seconds=float(message.quiet_seconds),
    )
