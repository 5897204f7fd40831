from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "gensvar.operations.register"
    label = "register"
