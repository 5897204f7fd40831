from django.apps import AppConfig


class KnowledgeConfig(AppConfig):
    name = "gensvar.operations.knowledge"
    label = "knowledge"
