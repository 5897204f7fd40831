from django.apps import AppConfig


class BackofficeConfig(AppConfig):
    name = "gensvar.screens.backoffice"
    label = "backoffice"
