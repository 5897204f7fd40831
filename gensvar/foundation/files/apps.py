from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "gensvar.foundation.files"
    label = "files"
