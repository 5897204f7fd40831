from django.urls import path

from gensvar.oversight.kpi import views

app_name = "kpi"
urlpatterns = [
    path("amnen/", views.subjects, name="subjects"),
    path("mal/", views.goals, name="goals"),
]
