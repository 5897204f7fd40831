from django.apps import AppConfig


class ChatConfig(AppConfig):
    name = "gensvar.channels.chat"
    label = "chat"
