from django.urls import include, path

from gensvar.screens.portal.views import (
    answers,
    ask,
    disruptions,
    follow,
    participants,
    rating,
    start,
)

app_name = "portal"

_pages = [
    path("", start.start, name="start"),
    path("tider.json", start.published_hours, name="hours"),
    path("sprak/<slug:wanted>/", start.language, name="language"),
    path("tillganglighet/", start.accessibility, name="accessibility"),
    path("personuppgifter/", start.privacy, name="privacy"),
    path("storning/<int:pk>/", disruptions.disruption, name="disruption"),
    path("svar/", answers.answers, name="answers"),
    path("svar/<int:number>/", answers.answer, name="answer"),
    path("fraga/", ask.ask, name="ask"),
    path("fraga/amne/", ask.subject, name="subject"),
    path("fraga/beskriv/", ask.text, name="text"),
    path("fraga/filer/", ask.files, name="files"),
    path("fraga/svar/", ask.reply, name="reply"),
    path("fraga/kontrollera/", ask.check, name="check"),
    path("fraga/kvitto/", ask.receipt, name="receipt"),
    path("fraga/glom/", ask.forget, name="forget"),
    path("folj/", follow.follow, name="follow"),
    path("folj/arende/", follow.case, name="case"),
    path("folj/fil/<int:file_id>/", follow.file, name="file"),
    path("folj/deltagare/", participants.participants, name="participants"),
    path("folj/deltagare/<int:pk>/avsluta/", participants.end_participant, name="end_participant"),
    path("folj/deltagare/<int:pk>/kod/", participants.send_code_anew, name="participant_code"),
    path("folj/sluta/", participants.stop, name="stop_following"),
    path("folj/lamna/", follow.leave, name="leave"),
    path("folj/ny-kod/", follow.new_code, name="new_code"),
    path("omdome/<str:token>/", rating.rating, name="rating"),
]
urlpatterns = [
    *_pages,
    path("hos/<slug:code>/", include(_pages)),
    path("robots.txt", start.robots, name="robots"),
    path("favicon.ico", start.favicon, name="favicon"),
    path(".well-known/security.txt", start.security, name="security"),
]
