"""Web chat: a widget for any site, talks that wait in a queue, and what became of them."""
