from django.urls import path

from gensvar.screens.floor import balance, coaching, views, wallboard

app_name = "floor"
urlpatterns = [
    path("", views.now_page, name="now"),
    path("delar/", views.parts, name="parts"),
    path("tavla/", wallboard.wallboard, name="wallboard"),
    path("tavla/siffror/", wallboard.figures, name="figures"),
    path("igen/", views.again, name="again"),
    path("spakar/<int:forecast>/<slug:key>/", views.lever, name="lever"),
    path("medlyssning/<int:call_id>/", coaching.listen, name="listen"),
    path("medlyssning/<int:call_id>/laget/", coaching.standing, name="listening"),
    path("medlyssning/<int:call_id>/<slug:event>/", coaching.act, name="listen_act"),
    path("avstamning/", balance.balance, name="balance"),
    path("avstamning/<slug:on>.csv", balance.balance_file, name="balance_file"),
    path("avstamning/<int:row>/", balance.explain, name="explain"),
    path("spakar/<int:lever>/", views.take_back, name="take_back"),
]
