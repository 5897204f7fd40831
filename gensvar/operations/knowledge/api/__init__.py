"""The catalogue and its articles over the API."""

from gensvar.operations.knowledge.api import articles, subjects

ROUTERS = {"/subjects": subjects.router, "/articles": articles.router}
