from django.urls import path

from gensvar.channels.paper.views import posting, registering

app_name = "paper"
urlpatterns = [
    path("", registering.register, name="register"),
    path("ny/", registering.scan, name="scan"),
    path("<int:paper_id>/", registering.paper, name="paper"),
    path("<int:paper_id>/skanning/", registering.scanned, name="scanned"),
    path("att-posta/", posting.letters, name="letters"),
    path("att-posta/<int:outgoing_id>/", posting.letter, name="letter"),
    path("arende/<slug:number>/", posting.write, name="write"),
]
