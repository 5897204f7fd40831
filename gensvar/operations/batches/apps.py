from django.apps import AppConfig


class BatchesConfig(AppConfig):
    name = "gensvar.operations.batches"
    label = "batches"
