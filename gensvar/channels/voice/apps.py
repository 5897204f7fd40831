from django.apps import AppConfig


class VoiceConfig(AppConfig):
    name = "gensvar.channels.voice"
    label = "voice"

    def ready(self) -> None:
        from gensvar.channels.voice.actions.wishing import queue_call
        from gensvar.operations.contacts.calling import queues_calls

        queues_calls(queue_call)
