"""How hard a Swedish text is to read."""

from gensvar.science.readability.measured import Band, Readability, lix, sentences, words

__all__ = ["Band", "Readability", "lix", "sentences", "words"]
