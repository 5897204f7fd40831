from django.apps import AppConfig


class DisposalConfig(AppConfig):
    name = "gensvar.operations.disposal"
    label = "disposal"
