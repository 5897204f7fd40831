"""Contacts, what was said in them, and what is on its way out, over the API."""

from gensvar.operations.contacts.api import contacts, messages, outgoing, registers

ROUTERS = {
    "/block-registers": registers.router,
    "/contacts": contacts.router,
    "/messages": messages.router,
    "/outgoing": outgoing.router,
}
