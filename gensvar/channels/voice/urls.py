from django.urls import path

from gensvar.channels.voice import views

app_name = "voice"
urlpatterns = [path("ljud/<slug:key>.wav", views.sound, name="sound")]
