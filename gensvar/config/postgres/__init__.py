"""The PostgreSQL that comes along: found, started, prepared and stopped without an administrator.

Only the programs are borrowed (a wheel, or Debian's own); everything else is here. The server
listens on a unix socket in a folder that only its owner can enter, and never on the network.
"""

from gensvar.config.postgres.prepare import prepare
from gensvar.config.postgres.server import Server, embedded, socket_folder, throwaway

__all__ = ["Server", "embedded", "prepare", "socket_folder", "throwaway"]
