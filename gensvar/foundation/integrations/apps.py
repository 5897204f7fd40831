from django.apps import AppConfig


class IntegrationsConfig(AppConfig):
    name = "gensvar.foundation.integrations"
    label = "integrations"
