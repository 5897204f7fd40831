from django.apps import AppConfig


class ContactsConfig(AppConfig):
    name = "gensvar.operations.contacts"
    label = "contacts"
