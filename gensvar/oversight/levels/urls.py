from django.urls import path

from gensvar.oversight.levels.views import boards, issues, levels, wishes

app_name = "levels"
urlpatterns = [
    path("", levels.start, name="start"),
    path("tavla/<slug:name>/", boards.dashboard, name="board"),
    path("tavla/<slug:name>/<slug:key>/", boards.tile, name="tile"),
    path("tavla/<slug:name>/<slug:key>/fil/<slug:kind>/", boards.tile_file, name="tile_file"),
    path("arkiv/", boards.archived, name="archive"),
    path("arkiv/<int:board_id>/", boards.archived_board, name="archived"),
    path("onskemal/", wishes.wishes, name="wishes"),
    path("onskemal/fil/<slug:kind>/", wishes.wishes_file, name="wishes_file"),
    path("onskemal/<slug:number>/", wishes.wish, name="wish"),
    path("lyft/", issues.lift_faults, name="lift_faults"),
    path("ny/", issues.new_issue, name="new"),
    path("fraga/<int:issue_id>/", issues.issue, name="issue"),
    path("fraga/<int:issue_id>/lyft/", issues.lift, name="lift"),
    path("fraga/<int:issue_id>/beslut/", issues.decision, name="decide"),
    path("fraga/<int:issue_id>/stang/", issues.closing, name="close"),
    path("<slug:name>/", levels.level, name="level"),
    path("<slug:name>/fil/<slug:kind>/", levels.issues_file, name="issues_file"),
]
