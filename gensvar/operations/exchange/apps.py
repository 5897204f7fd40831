from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "gensvar.operations.exchange"
    label = "exchange"
