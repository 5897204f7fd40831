from django.urls import path

from gensvar.channels.mail import views

app_name = "mail"
urlpatterns = [
    path("inkorg/", views.inbox, name="inbox"),
    path("inkorg/<int:number>/", views.letter, name="letter"),
    path("inkorg/<int:number>/original/", views.source, name="source"),
]
