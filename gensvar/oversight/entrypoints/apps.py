from django.apps import AppConfig


class EntryPointsConfig(AppConfig):
    name = "gensvar.oversight.entrypoints"
    label = "entrypoints"
