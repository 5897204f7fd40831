from django.urls import path

from gensvar.ui import views

app_name = "ui"
urlpatterns = [path("states/", views.states, name="states")]
