from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "gensvar.ui"
    label = "ui"
