from django.apps import AppConfig


class SecrecyConfig(AppConfig):
    name = "gensvar.foundation.secrecy"
    label = "secrecy"
