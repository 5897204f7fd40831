from django.apps import AppConfig


class SetupConfig(AppConfig):
    name = "gensvar.screens.setup"
    label = "setup"
