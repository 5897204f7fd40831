from django.urls import path

from gensvar.channels.chat import views

app_name = "chat"
urlpatterns = [
    path("chatt.js", views.loader, name="loader"),
    path("chatt/samtal/nytt/", views.ask, name="ask"),
    path("chatt/samtal/sag/", views.say, name="say"),
    path("chatt/samtal/fil/", views.send_file, name="send_file"),
    path("chatt/samtal/fil/<int:file_id>/", views.file, name="file"),
    path("chatt/samtal/kopia/", views.copy, name="copy"),
    path("chatt/samtal/annat-satt/", views.switch, name="switch"),
    path("chatt/samtal/avsluta/", views.end, name="end"),
    path("chatt/<slug:code>/", views.frame, name="frame"),
    path("chatt/<slug:code>/borja/", views.begin, name="begin"),
]
