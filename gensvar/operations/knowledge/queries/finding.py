"""Which articles answer a question: by its subject and its words, or by what somebody typed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from gensvar.operations.knowledge.models import Article, Version, Wording
from gensvar.operations.knowledge.rules.wording import excerpt, plain

# A long letter says what it is about in its first hundreds of words.
MOST_LETTERS = 4_000
MOST_STEMS = 48
# How much a fitting subject weighs against the words, and what being overdue costs.
OF_SUBJECT = 0.6
OVERDUE = 0.5
LEAST_RANK = 0.02
LEAST_LIKENESS = 0.5
WEIGHTS = {
    "most_stems": MOST_STEMS,
    "of_subject": OF_SUBJECT,
    "overdue": OVERDUE,
    "least_rank": LEAST_RANK,
    "likeness": LEAST_LIKENESS,
}

# Any of the words, by their stems in both languages. The rarer a stem is among a client's articles
# the more it says; ts_rank does not know that, so stems in most of the articles are left out.
RANKED = """
    WITH seen AS MATERIALIZED (
        SELECT a.id, a.number, a.words, a.review_on,
               EXISTS (SELECT FROM knowledge_aboutsubject l
                       WHERE l.article_id = a.id AND l.subject_id = %(subject)s) AS fits
        FROM knowledge_article a
        WHERE a.client_id = ANY (%(clients)s) AND a.published_id IS NOT NULL
          AND (NOT %(only_public)s OR a.is_public)
    ), stems AS MATERIALIZED (
        SELECT word, (SELECT count(*) FROM seen WHERE seen.words @@ quote_literal(word)::tsquery)
            AS articles
        FROM (
            SELECT word FROM unnest(tsvector_to_array(
                to_tsvector('swedish', %(text)s) || to_tsvector('english', %(text)s))) AS word
            WHERE word ~ '^[[:alpha:]-]{2,40}$' LIMIT 400) AS asked
    ), terms AS (
        SELECT string_agg(quote_literal(word), ' | ')::tsquery AS any_of FROM (
            SELECT word FROM stems
            WHERE articles > 0 AND articles <= greatest(3, (SELECT count(*) FROM seen) / 3)
            ORDER BY articles, word LIMIT %(most_stems)s) rare
    ), ranked AS (
        SELECT seen.id, seen.number, seen.fits,
               (coalesce(ts_rank(seen.words, terms.any_of, 1), 0)
                + CASE WHEN seen.fits THEN %(of_subject)s ELSE 0 END)
               * CASE WHEN seen.review_on < %(on)s THEN %(overdue)s ELSE 1 END AS score
        FROM seen, terms
        WHERE seen.fits OR seen.words @@ terms.any_of
    )
    SELECT id, fits FROM ranked WHERE fits OR score >= %(least_rank)s
    ORDER BY score DESC, number LIMIT %(most)s
"""
# What was typed to find something: every word, as its stem or as the beginning of one; or a title
# that looks like it, for whoever misspells.
TYPED = """
    WITH terms AS MATERIALIZED (
        SELECT unaccent(word) AS plain,
               (coalesce((SELECT string_agg(quote_literal(stem), ' | ') || ' | '
                          FROM unnest(tsvector_to_array(to_tsvector('swedish', word)
                                                        || to_tsvector('english', word))) AS stem),
                         '') || quote_literal(word) || ':*')::tsquery AS asked
        FROM unnest(%(words)s::text[]) AS word
    ), ranked AS (
        SELECT a.id, a.number, a.review_on, bool_and(near.stem OR near.likeness >= %(likeness)s)
                   AS has_every_word, sum(near.rank + near.likeness) AS score
        FROM knowledge_article a, terms, LATERAL (
            SELECT a.words @@ terms.asked AS stem, ts_rank(a.words, terms.asked, 1) AS rank,
                   word_similarity(terms.plain, unaccent(lower(a.title))) AS likeness) near
        WHERE a.client_id = ANY (%(clients)s) AND a.published_id IS NOT NULL
          AND (NOT %(only_public)s OR a.is_public)
        GROUP BY a.id
    )
    SELECT id, false FROM ranked WHERE has_every_word
    ORDER BY score * CASE WHEN review_on < %(on)s THEN %(overdue)s ELSE 1 END DESC, number
    LIMIT %(most)s
"""


@dataclass(frozen=True)
class Found:
    """A published article, with what is needed to recognise it and to answer with it."""

    article: Article
    version: int
    version_number: int
    title: str
    excerpt: str
    text: str
    fits_subject: bool
    is_overdue: bool
    language: str


def suggested(
    clients: Collection[int],
    *,
    text: str,
    subject: int | None,
    on: date,
    language: str = "sv",
    only_public: bool = False,
    most: int = 5,
) -> list[Found]:
    """Return the articles nearest to a question: about its subject first, overdue ones last."""
    asked = {"subject": subject, "text": text[:MOST_LETTERS].replace("\0", "")}
    return _found(RANKED, clients, asked, on, language, only_public, most)


def found(
    clients: Collection[int],
    typed: str,
    *,
    on: date,
    language: str = "sv",
    only_public: bool = False,
    most: int = 50,
) -> list[Found]:
    """Return the articles in which every word typed is found, the nearest first."""
    words = [word.strip(".,;:!?\"'()[]«»”“…\\") for word in typed.lower().split()][:8]
    words = [word.replace("\0", "")[:60] for word in words if any(map(str.isalnum, word))]
    if not words:
        return []
    return _found(TYPED, clients, {"words": words}, on, language, only_public, most)


def _found(
    sql: str,
    clients: Collection[int],
    asked: dict[str, Any],
    on: date,
    language: str,
    only_public: bool,
    most: int,
) -> list[Found]:
    with connection.cursor() as cursor:
        limits: dict[str, Any] = {
            "clients": list(clients),
            "only_public": only_public,
            "on": on,
            "most": most,
        }
        cursor.execute(sql, {**WEIGHTS, **asked, **limits})
        rows = cursor.fetchall()
    return shown(rows, on=on, language=language)


def shown(rows: Sequence[tuple[int, bool]], *, on: date, language: str = "sv") -> list[Found]:
    """Return articles as they are shown, in order; in English where there is English."""
    articles = Article.objects.select_related("published", "group").in_bulk([pk for pk, _ in rows])
    versions = [article.published_id for article in articles.values()]
    written = Wording.objects.filter(version__in=versions, form="text")
    words = {(one.version_id, one.language): one for one in written}
    result = []
    for pk, fits in rows:
        article = articles[pk]
        version = article.published
        assert version is not None
        wording = words.get((version.pk, language)) or words[version.pk, "sv"]
        result.append(
            Found(
                article=article,
                version=version.pk,
                version_number=version.number,
                title=wording.title or article.title,
                excerpt=excerpt(wording.body),
                text=wording.body,
                fits_subject=fits,
                is_overdue=article.is_overdue(on=on),
                language=wording.language,
            )
        )
    return result


def versions_named(client: int, versions: Sequence[int]) -> list[tuple[int, str]]:
    """Return approved versions of the client's with what they are called, such as ART-12 v3."""
    rows = Version.objects.filter(pk__in=versions, client=client, approved_at__isnull=False)
    return [(row.pk, str(row)) for row in rows.select_related("article").order_by("pk")]


def text_of_version(version: int, *, language: str = "sv") -> str:
    """Return an approved version's text as it is put into a letter; empty if there is none."""
    rows = Wording.objects.filter(version=version, form="text", version__approved_at__isnull=False)
    body = rows.filter(language=language).values_list("body", flat=True).first()
    return plain(body or "")


def published_by_area(
    client: int, *, on: date, language: str = "sv"
) -> list[tuple[str, list[Found]]]:
    """Return what is published for everybody under its service areas; what has none comes last."""
    rows = Article.objects.published().filter(client=client, is_public=True)
    links = rows.values_list("pk", "about__subject__area__name").order_by("title", "pk")
    areas: dict[str, dict[int, None]] = {}
    for pk, area in links:
        areas.setdefault(area or "", {})[pk] = None
    every = {pk for found_in in areas.values() for pk in found_in}
    drawn = shown([(pk, False) for pk in every], on=on, language=language)
    by_key = {one.article.pk: one for one in drawn}
    return [
        (area, [by_key[pk] for pk in areas[area]])
        for area in sorted(areas, key=lambda name: (not name, name))
    ]
