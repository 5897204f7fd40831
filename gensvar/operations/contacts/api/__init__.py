"""Contacts, what was said in them, and what is on its way out, over the API."""

from gensvar.operations.contacts.api import contacts, messages, outgoing

ROUTERS = {
    "/contacts": contacts.router,
    "/messages": messages.router,
    "/outgoing": outgoing.router,
}
