"""The catalogue as customers meet it: areas, subjects, and the subjects that words suggest."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.answer_times import AnswerTime
from gensvar.foundation.people.models import Group
from gensvar.operations.knowledge.models import ServiceArea, Subject
from gensvar.operations.knowledge.rules import Fault, Line, read_table

# After z, whatever the database or the machine thinks of letters.
_LAST_LETTERS = str.maketrans({"å": "{a", "ä": "{b", "ö": "{c"})
# Below this likeness (pg_trgm) a word and a subject have nothing to do with each other.
LEAST_LIKENESS = 0.5
# The likeness of each word with each subject and its area; the best word decides.
LIKE = """
    SELECT s.id, max(word_similarity(word, unaccent(lower(s.name || ' ' || a.name)))) AS likeness
    FROM knowledge_subject s JOIN knowledge_servicearea a ON a.id = s.area_id,
         unnest(%s::text[]) AS raw(written), LATERAL (SELECT unaccent(raw.written) AS word) AS plain
    WHERE s.client_id = %s AND s.is_public AND s.retired_at IS NULL
    GROUP BY s.id, s.name HAVING max(word_similarity(word,
             unaccent(lower(s.name || ' ' || a.name)))) >= %s
    ORDER BY likeness DESC, s.name LIMIT %s
"""
SHORTEST_WORD = 3


@dataclass(frozen=True)
class Area:
    """A service area with the subjects that customers may choose in it."""

    pk: int
    name: str
    subjects: tuple[Subject, ...]


def public_areas(client: Client) -> list[Area]:
    """Return the areas that have something to choose, from A to Ö."""
    subjects = Subject.objects.filter(client=client, is_public=True, retired_at=None)
    within: dict[int, list[Subject]] = {}
    for subject in subjects.select_related("area").order_by("name"):
        within.setdefault(subject.area_id, []).append(subject)
    areas = ServiceArea.objects.filter(client=client, pk__in=within)
    found = [Area(area.pk, area.name, tuple(within[area.pk])) for area in areas]
    return sorted(found, key=lambda area: _in_swedish(area.name))


def public_subject(client: Client, subject_id: int | None) -> Subject | None:
    """Return the subject if customers may choose it now."""
    if subject_id is None:
        return None
    chosen = Subject.objects.select_related("area").filter(client=client, pk=subject_id)
    return chosen.filter(is_public=True, retired_at=None).first()


def subjects_like(client: Client, text: str, *, most: int = 8) -> list[Subject]:
    """Return the subjects that somebody's own words suggest, the likeliest first."""
    words = [word for word in text.lower().split() if len(word) >= SHORTEST_WORD][:20]
    if not words:
        return []
    with connection.cursor() as cursor:
        cursor.execute(LIKE, [words, client.pk, LEAST_LIKENESS, most])
        order = [row[0] for row in cursor.fetchall()]
    return _in_order(order)


def _in_swedish(name: str) -> str:
    """Return what a name is sorted by."""
    return name.lower().translate(_LAST_LETTERS)


def _in_order(order: Sequence[int]) -> list[Subject]:
    found = Subject.objects.select_related("area").in_bulk(order)
    return [found[pk] for pk in order]


@dataclass(frozen=True)
class Planned:
    """What a line of a table would do: add a subject, or change one that is there."""

    line: Line
    group: Group | None
    subject: Subject | None = None


@dataclass(frozen=True)
class ImportPlan:
    """What a table would do to a client's catalogue, or why it cannot."""

    new: tuple[Planned, ...]
    changed: tuple[Planned, ...]
    same: int
    new_areas: tuple[str, ...]
    faults: tuple[Fault, ...]


def planned_import(client: Client, text: str) -> ImportPlan:
    """Return what a table would do; subjects that it leaves out are left as they are."""
    table = read_table(text)
    groups = {group.code: group for group in Group.objects.filter(client=client, closed_at=None)}
    rows = Subject.objects.filter(client=client).select_related("area", "group")
    known = {subject.name: subject for subject in rows}
    areas = set(ServiceArea.objects.filter(client=client).values_list("name", flat=True))
    faults, new, changed, same = list(table.faults), [], [], 0
    for line in table.lines:
        subject = known.get(line.name)
        if line.group and line.group.upper() not in groups:
            faults.append(Fault(line.number, "group", line.group[:40]))
        elif subject is not None and subject.retired_at is not None:
            faults.append(Fault(line.number, "retired", line.name))
        elif subject is None:
            new.append(Planned(line, groups.get(line.group.upper())))
        elif _differs(subject, line):
            changed.append(Planned(line, groups.get(line.group.upper()), subject))
        else:
            same += 1
    named = dict.fromkeys(line.area for line in table.lines if line.area not in areas)
    faults.sort(key=lambda fault: fault.number)
    return ImportPlan(tuple(new), tuple(changed), same, tuple(named), tuple(faults))


def _differs(subject: Subject, line: Line) -> bool:
    group = subject.group.code if subject.group else ""
    there = (subject.area.name, group, subject.tier, subject.is_public)
    return there != (line.area, line.group.upper(), line.tier, line.is_public)


def longest_to_answer(client: Client) -> list[AnswerTime]:
    """Return the subject that takes longest to answer, if there is any."""
    rows = Subject.objects.filter(client=client, retired_at=None).order_by("-answer_days", "pk")
    return [AnswerTime(row.answer_days, row.name) for row in rows[:1]]
