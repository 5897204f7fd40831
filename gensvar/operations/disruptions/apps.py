from django.apps import AppConfig


class DisruptionsConfig(AppConfig):
    name = "gensvar.operations.disruptions"
    label = "disruptions"
