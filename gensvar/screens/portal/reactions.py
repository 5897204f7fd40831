from django.utils.timezone import now

from gensvar.foundation.events.reacting import reacts_to
from gensvar.operations.cases.events import ParticipantAdded, ParticipantCodeAsked
from gensvar.operations.contacts.events import MessageRequested
from gensvar.operations.contacts.models import Channel, Outgoing
from gensvar.screens.portal.jobs import publish_answer
from gensvar.screens.portal.letters import send_participation


@reacts_to(MessageRequested)
def publish_on_the_portal(event: MessageRequested) -> None:
    if event.channel == Channel.WEB:
        outgoing = Outgoing.objects.get(pk=event.outgoing_id)
        # The lock of its own makes a reaction that runs twice publish once.
        publish_answer.configure(
            schedule_at=outgoing.not_before, queueing_lock=f"publish {outgoing.pk}"
        ).defer(outgoing_id=outgoing.pk)


@reacts_to(ParticipantAdded)
def send_participant_the_code(event: ParticipantAdded) -> None:
    send_participation(event.participant_id, at=now())


@reacts_to(ParticipantCodeAsked)
def send_participant_the_code_anew(event: ParticipantCodeAsked) -> None:
    send_participation(event.participant_id, at=now())
