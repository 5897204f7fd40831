from django.urls import path

from gensvar.oversight.publications import views

app_name = "publications"
urlpatterns = [
    path("", views.reports, name="list"),
    path("ny/", views.compose, name="compose"),
    path("<int:outline_id>/", views.outline, name="outline"),
    path("<int:outline_id>/andra/", views.change, name="change"),
    path("<int:outline_id>/publicera/", views.publish, name="publish"),
    path("<int:outline_id>/kommentar/", views.remark, name="remark"),
    path("<int:outline_id>/prenumeranter/", views.subscribe, name="subscribe"),
    path("<int:outline_id>/prenumeranter/sluta/", views.unsubscribe, name="unsubscribe"),
    path("rapport/<int:report_id>/", views.report, name="report"),
    path("rapport/<int:report_id>/fil/<str:form>/", views.file, name="file"),
    path("rapport/<int:report_id>/rakna-om/", views.restate, name="restate"),
    path("rapport/<int:report_id>/skicka-igen/", views.again, name="again"),
]
