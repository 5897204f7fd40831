"""Figures over the API: the same as on the pages, with the same small counts left out."""

from gensvar.oversight.kpi.api import answering, figures, measures, published, ranking, results

# Figures and results put their addresses on one router when they are read.
__all__ = ["ROUTERS", "figures", "results"]
ROUTERS = {
    "/subjects/ranking": ranking.router,
    "/figures": answering.router,
    "/kpis": measures.router,
    "/published-figures": published.router,
}
