from django.urls import path

from gensvar.channels.sms import views

app_name = "sms"
urlpatterns = [
    path("sms/<int:number_id>/<str:key>/in/", views.message, name="message"),
    path("sms/<int:number_id>/<str:key>/levererat/", views.report, name="report"),
    path("demo/telefoner/", views.inbox, name="inbox"),
]
