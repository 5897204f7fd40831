from django.apps import AppConfig


class CustomersConfig(AppConfig):
    name = "gensvar.operations.customers"
    label = "customers"
