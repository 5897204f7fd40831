"""Work orders over the API: the same orders, steps, costs and figures."""

from gensvar.operations.workorders.api import orders, performing, process  # noqa: F401
from gensvar.operations.workorders.api.routes import router

ROUTERS = {"/workorders": router}
