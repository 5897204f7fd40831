from django.urls import path

from gensvar.oversight.entrypoints import views

app_name = "entrypoints"
urlpatterns = [
    path("", views.register, name="register"),
    path("ny/", views.new, name="new"),
    path("<int:pk>/", views.entry, name="entry"),
    path("<int:pk>/prova/", views.trying, name="trying"),
    path("<int:pk>/dra-in/", views.withdrawing, name="withdrawing"),
]
