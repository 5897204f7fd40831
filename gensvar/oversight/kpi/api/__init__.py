"""Figures over the API: the same as on the pages, with the same small counts left out."""

from gensvar.oversight.kpi.api import figures, ranking

ROUTERS = {"/subjects/ranking": ranking.router, "/figures": figures.router}
