from django.urls import path

from gensvar.oversight.kpi.views import results, subjects

app_name = "kpi"
urlpatterns = [
    path("amnen/", subjects.subjects, name="subjects"),
    path("mal/", results.goals, name="goals"),
    path("volymer/", results.volume, name="volumes"),
    path("nivaer/", subjects.where_solved, name="tiers"),
]
