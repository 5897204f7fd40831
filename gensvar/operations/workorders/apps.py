from django.apps import AppConfig


class WorkOrdersConfig(AppConfig):
    name = "gensvar.operations.workorders"
    label = "workorders"

    def ready(self) -> None:
        from gensvar.operations.cases.queries.keeping_open import keeps_open
        from gensvar.operations.workorders.queries.process import not_reported_back

        keeps_open(not_reported_back)
