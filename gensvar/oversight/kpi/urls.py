from django.urls import path

from gensvar.oversight.kpi.views import (
    answer_times,
    answers,
    by_type,
    definitions,
    first_contact,
    importing,
    insights,
    measure,
    registering,
    results,
    rows,
    subjects,
    uses,
)

app_name = "kpi"
urlpatterns = [
    path("amnen/", subjects.subjects, name="subjects"),
    path("behov/", subjects.needs, name="needs"),
    path("mal/", results.goals, name="goals"),
    path("mal/arendetyper/", by_type.by_type, name="case_types"),
    path("nyckeltal/", definitions.definitions, name="definitions"),
    path("nyckeltal/<str:code>/", measure.measure, name="definition"),
    path("nyckeltal/<str:code>/rader/", rows.rows, name="rows"),
    path("volymer/", results.volume, name="volumes"),
    path("volymer/import/", importing.importing, name="import"),
    path("nivaer/", subjects.where_solved, name="tiers"),
    path("overlamningar/", subjects.why_handed_over, name="hand_overs"),
    path("forsta-kontakten/", first_contact.solved_at_once, name="first_contact"),
    path("svarstider/", answer_times.answered, name="answer_times"),
    path("registrering/", registering.registered, name="registration"),
    path("saknade-svar/", answers.answers, name="answers"),
    path("rapporter/", uses.uses, name="uses"),
    path("nytta/", uses.benefit, name="benefit"),
    path("startlista/", uses.launch, name="launch"),
    path("startlista/signera/", uses.sign, name="sign"),
    path("insikter/", insights.insights, name="insights"),
    path("insikter/ny/", insights.note, name="note"),
    path("problem/", uses.problems, name="problems"),
]
