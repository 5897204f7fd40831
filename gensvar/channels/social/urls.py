from django.urls import path

from gensvar.channels.social.views import calls, pages

app_name = "social"
urlpatterns = [
    path("", pages.log, name="log"),
    path("import/", pages.importing, name="import"),
    path("<int:account_id>/in/", calls.posts, name="call"),
    path("inlagg/<int:post_id>/", pages.post, name="post"),
    path("inlagg/<int:post_id>/svar/<int:outgoing_id>/", pages.publish, name="publish"),
]
