from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "gensvar.channels.mail"
    label = "mail"
