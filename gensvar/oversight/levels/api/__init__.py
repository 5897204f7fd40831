"""The levels over the API: what stands out, issues, dashboards and wishes."""

from gensvar.oversight.levels.api import boards, issues, wishes  # noqa: F401
from gensvar.oversight.levels.api.routes import router

ROUTERS = {"/levels": router}
