"""Every way in that is published: who owns it, where it leads, and whether it has been tried."""
