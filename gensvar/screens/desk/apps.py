from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "gensvar.screens.desk"
    label = "desk"
