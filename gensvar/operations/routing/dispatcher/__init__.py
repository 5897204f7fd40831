"""The process that drives the router from the database: one leads, others stand by."""
