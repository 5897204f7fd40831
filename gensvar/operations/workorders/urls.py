from django.urls import path

from gensvar.operations.workorders.views import cards, listing, order, performing, process, ruling

ONE = "<int:order_id>/"
MINE = "mina/<int:order_id>/"
CASE = "arende/<slug:number>/"

urlpatterns = [
    path("", listing.orders, name="workorders"),
    path("fil/<slug:kind>/", listing.orders_file, name="workorders_file"),
    path(ONE, order.order, name="workorders_order"),
    path(f"{ONE}andra/", order.change, name="workorders_change"),
    path(f"{ONE}aterkalla/", order.cancel, name="workorders_cancel"),
    path(f"{ONE}aterrapportera/", order.report_back, name="workorders_report"),
    path("bild/<int:photo_id>/", order.photo, name="workorders_photo"),
    path("mina/", performing.mine, name="workorders_mine"),
    path(MINE, performing.perform, name="workorders_perform"),
    path(f"{MINE}starta/", performing.start, name="workorders_start"),
    path(f"{MINE}pausa/", performing.pause, name="workorders_pause"),
    path(f"{MINE}tid/", performing.add_time, name="workorders_add_time"),
    path(f"{MINE}material/", performing.add_material, name="workorders_add_material"),
    path(f"{MINE}bild/", performing.add_photo, name="workorders_add_photo"),
    path(f"{MINE}signera/", performing.sign_off, name="workorders_sign_off"),
    path(CASE, process.of_case, name="workorders_case"),
    path(f"{CASE}steg/", process.take_step, name="workorders_step"),
    path(f"{CASE}berakning/", process.estimate, name="workorders_estimate"),
    path(f"{CASE}besked/", process.answer_estimate, name="workorders_answer"),
    path(f"{CASE}ny/", process.make_order, name="workorders_new"),
    path("kort/", cards.cards, name="workorders_cards"),
    path("kort/<int:card_id>/", cards.card, name="workorders_card"),
    path("kort/<int:card_id>/utfall/", cards.settle, name="workorders_settle"),
    path("processer/", ruling.rules, name="workorders_rules"),
    path("processer/<int:type_id>/", ruling.rule, name="workorders_rule"),
]
