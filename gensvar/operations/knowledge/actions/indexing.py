"""The words that an article is found by."""

from django.db import connection

from gensvar.operations.knowledge.models import Article

# Found by title, then subject, then the words themselves; each language by its own stems.
INDEX = """
    UPDATE knowledge_article a SET words =
        coalesce((SELECT string_agg(w.part::text, ' ')::tsvector FROM (
            SELECT setweight(to_tsvector(config, title), 'A')
                || setweight(to_tsvector(config, body), 'C') AS part
            FROM (SELECT title, body, (CASE language WHEN 'en' THEN 'english' ELSE 'swedish' END)
                         ::regconfig AS config
                  FROM knowledge_wording WHERE version_id = a.published_id) written) w), '')
        || setweight(to_tsvector('swedish', coalesce((
            SELECT string_agg(s.name, ' ') FROM knowledge_aboutsubject l
            JOIN knowledge_subject s ON s.id = l.subject_id WHERE l.article_id = a.id), '')), 'B')
    WHERE a.id = %s
"""


def index(article: Article) -> None:
    """Write the words that the article is found by."""
    with connection.cursor() as cursor:
        cursor.execute(INDEX, [article.pk])
