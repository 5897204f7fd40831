"""What can be found, and by which words. Written and read only by the functions of `migrations`.

The web role may not open these tables: `search_cases` and `search_customers` look in them on its
behalf, among the clients and groups it may see, and answer with numbers of rows that are then read
under row-level security like all others. Triggers keep them right in the same transaction, also
when something is deleted: the references here are plain numbers.
"""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models


class CaseWords(models.Model):
    """A case is found by these words: its number and title, its customer, what was said in it."""

    case_id = models.BigIntegerField(primary_key=True)
    client_id = models.BigIntegerField()
    words = SearchVectorField()
    # Of a confidential case: found by those on this list only.
    access_id = models.BigIntegerField(null=True)

    class Meta:
        indexes = [GinIndex(fields=["words"], name="cases_by_words")]


class CustomerWords(models.Model):
    """A customer is found by any part of this line: name, number and addresses in lower case."""

    customer_id = models.BigIntegerField(primary_key=True)
    client_id = models.BigIntegerField()
    line = models.TextField()

    class Meta:
        indexes = [
            GinIndex(fields=["line"], opclasses=["gin_trgm_ops"], name="customers_by_part_of_line")
        ]


class FileWords(models.Model):
    """The words of a file, which a case is found by as long as it holds the file; never its text.

    Without words, not even none, nobody has read it yet.
    """

    file_id = models.BigIntegerField(primary_key=True)
    words = SearchVectorField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["file_id"],
                name="files_to_read",
                condition=models.Q(words__isnull=True),
            )
        ]


class Stem(models.Model):
    """A stem that somebody has written, so that "lykta" finds the "gatlyktorna" it is part of.

    The same stem may stand here twice when two write it at once; nobody waits for anybody.
    """

    stem = models.TextField()

    class Meta:
        indexes = [
            models.Index(fields=["stem"], name="stems_by_stem"),
            GinIndex(fields=["stem"], opclasses=["gin_trgm_ops"], name="stems_by_part"),
        ]
