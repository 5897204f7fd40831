from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "gensvar.screens.portal"
    label = "portal"
