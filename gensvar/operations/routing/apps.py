from django.apps import AppConfig


class RoutingConfig(AppConfig):
    name = "gensvar.operations.routing"
    label = "routing"
