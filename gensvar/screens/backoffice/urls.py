from django.urls import path

from gensvar.screens.backoffice import views

app_name = "backoffice"
urlpatterns = [
    path("", views.questions, name="questions"),
    path("<slug:number>/", views.question, name="question"),
    path("<slug:number>/skal/", views.why, name="why"),
    path("<slug:number>/svar/", views.answer, name="answer"),
    path("<slug:number>/kontakt/", views.contact, name="contact"),
    path("<slug:number>/tillbaka/", views.give_back, name="give_back"),
    path("<slug:number>/fraga/", views.ask, name="ask"),
    path("<slug:number>/mer-tid/", views.more_time, name="more_time"),
    path("<slug:number>/fel-grupp/", views.pass_on, name="pass_on"),
    path("<slug:number>/ta/", views.take, name="take"),
    path("<slug:number>/fil/<slug:kind>/<int:file_id>/", views.file, name="file"),
]
