from django.apps import AppConfig


class VoiceConfig(AppConfig):
    name = "gensvar.channels.voice"
    label = "voice"
