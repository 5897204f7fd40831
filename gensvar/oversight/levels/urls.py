from django.urls import path

from gensvar.oversight.levels import views

app_name = "levels"
urlpatterns = [
    path("", views.start, name="start"),
    path("tavla/<slug:name>/", views.dashboard, name="board"),
    path("tavla/<slug:name>/<slug:key>/", views.tile, name="tile"),
    path("arkiv/", views.archived, name="archive"),
    path("arkiv/<int:board_id>/", views.archived_board, name="archived"),
    path("onskemal/", views.wishes, name="wishes"),
    path("onskemal/<slug:number>/", views.wish, name="wish"),
    path("lyft/", views.lift_faults, name="lift_faults"),
    path("ny/", views.new_issue, name="new"),
    path("fraga/<int:issue_id>/", views.issue, name="issue"),
    path("fraga/<int:issue_id>/lyft/", views.lift, name="lift"),
    path("fraga/<int:issue_id>/beslut/", views.decision, name="decide"),
    path("fraga/<int:issue_id>/stang/", views.closing, name="close"),
    path("<slug:name>/", views.level, name="level"),
]
