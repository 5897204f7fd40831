from django.urls import path

from gensvar.screens.floor import balance, views, wallboard

app_name = "floor"
urlpatterns = [
    path("", views.now_page, name="now"),
    path("delar/", views.parts, name="parts"),
    path("tavla/", wallboard.wallboard, name="wallboard"),
    path("tavla/siffror/", wallboard.figures, name="figures"),
    path("igen/", views.again, name="again"),
    path("spakar/<int:forecast>/<slug:key>/", views.lever, name="lever"),
    path("avstamning/", balance.balance, name="balance"),
    path("avstamning/<slug:on>.csv", balance.balance_file, name="balance_file"),
    path("avstamning/<int:row>/", balance.explain, name="explain"),
    path("spakar/<int:lever>/", views.take_back, name="take_back"),
]
