from django.urls import path

from gensvar.operations.knowledge.views import importing, keeping, reading

ONE = "<int:article_id>/"

urlpatterns = [
    path("", reading.articles, name="knowledge"),
    path("ny/", keeping.new, name="knowledge_new"),
    path("import/", importing.importing, name="knowledge_import"),
    path("fil/<slug:kind>/", reading.articles_file, name="knowledge_file"),
    path("anmalan/<int:report_id>/", keeping.answer_report, name="knowledge_answer_report"),
    path(ONE, reading.article, name="knowledge_article"),
    path(f"{ONE}version/<int:number>/", reading.version, name="knowledge_version"),
    path(f"{ONE}andra/", keeping.change, name="knowledge_change"),
    path(f"{ONE}skicka/", keeping.submit, name="knowledge_submit"),
    path(f"{ONE}ta-tillbaka/", keeping.take_back, name="knowledge_take_back"),
    path(f"{ONE}slang/", keeping.throw_away, name="knowledge_throw_away"),
    path(f"{ONE}godkann/", keeping.approve, name="knowledge_approve"),
    path(f"{ONE}aterlamna/", keeping.send_back, name="knowledge_send_back"),
    path(f"{ONE}dra-in/", keeping.withdraw, name="knowledge_withdraw"),
    path(f"{ONE}granskad/", keeping.review, name="knowledge_review"),
    path(f"{ONE}stammer-inte/", keeping.report, name="knowledge_report"),
]
