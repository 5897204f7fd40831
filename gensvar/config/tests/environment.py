"""Where a test run keeps its data: loaded by pytest before Django reads its settings."""

import os
import tempfile

_folder = tempfile.TemporaryDirectory(prefix="gensvar-test-")
os.environ["GENSVAR_VAR"] = _folder.name
os.environ["GENSVAR_DB_ROLE"] = "owner"
os.environ.pop("DATABASE_URL", None)
