from django.urls import path

from gensvar.oversight.reports import views

app_name = "reports"
urlpatterns = [
    path("", views.reports, name="list"),
    path("moten/", views.meetings, name="meetings"),
    path("moten/<int:meeting_id>/", views.meeting, name="meeting"),
    path("halvar/", views.deck, name="deck"),
    path("nasta/<str:kind>/", views.coming, name="coming"),
    path("<int:report_id>/", views.report, name="report"),
    path("<int:report_id>/skicka-igen/", views.again, name="again"),
]
