from django.urls import path

from gensvar.channels.counter.views import desk, public

app_name = "counter"
urlpatterns = [
    path("disk/", desk.desk, name="desk"),
    path("disk/besok/<int:hall_id>/", desk.visits, name="visits"),
    path("besok/<str:key>/", public.kiosk, name="kiosk"),
    path("besok/<str:key>/tavla/", public.display, name="display"),
    path("besok/<str:key>/nummer/<int:ticket_id>/", public.ticket, name="ticket"),
]
