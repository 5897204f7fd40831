from datetime import date

from django.urls import URLPattern, path, register_converter

from gensvar.screens.setup.views import (
    access,
    accounts,
    catalogue,
    chat,
    clients,
    closing_days,
    disposal,
    duty,
    groups,
    halls,
    hours,
    importing,
    jobs,
    joining,
    mail_trouble,
    mailboxes,
    numbers,
    overview,
    people,
    providers,
    queues,
    register,
    register_import,
    responsible,
    roles,
    seats,
    secrecy,
    telephone,
    texts,
    tokens,
    type_parts,
    types,
    urgency,
    webhooks,
    wording,
    year,
)


class Day:
    """A date in an address."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date | str) -> str:
        return str(value)


register_converter(Day, "day")

_PEOPLE: list[URLPattern] = [
    path("medarbetare/", people.people, name="setup_people"),
    path("medarbetare/ny/", people.new_person, name="setup_new_person"),
    path("medarbetare/<int:agent_id>/", people.person, name="setup_person"),
    path("medarbetare/<int:agent_id>/lank/", people.link, name="setup_password_link"),
    path("medarbetare/<int:agent_id>/avsluta/", people.ending, name="setup_ending"),
    path("medarbetare/<int:agent_id>/andra-faktorn/", people.resetting, name="setup_resetting"),
    path("medarbetare/<int:agent_id>/roll/", roles.giving_role, name="setup_giving_role"),
    path("roller/<int:grant_id>/ta/", roles.taking_role, name="setup_taking_role"),
    path("behorigheter/", access.access, name="setup_access"),
    path("behorigheter/granska/", access.review, name="setup_review"),
    path("behorigheter/fil/<slug:kind>/", access.access_file, name="setup_access_file"),
    path("sekretess/", secrecy.lists, name="setup_secrecy"),
    path("sekretess/ny/", secrecy.new_list, name="setup_new_list"),
    path("gallring/", disposal.disposal, name="setup_disposal"),
    path("gallring/<int:protocol_id>/", disposal.protocol, name="setup_protocol"),
    path("gallring/<int:protocol_id>/fil/", disposal.protocol_file, name="setup_protocol_file"),
    path("sekretess/lasningar/", secrecy.reading_log, name="setup_readings"),
    path("sekretess/<int:access_id>/", secrecy.access_list, name="setup_list"),
    path("sekretess/<int:access_id>/pa/", secrecy.standing, name="setup_standing"),
    path(
        "sekretess/<int:access_id>/av/<int:entry_id>/", secrecy.taking_off, name="setup_taking_off"
    ),
    path("grupper/", groups.groups, name="setup_groups"),
    path("grupper/ny/", groups.new_group, name="setup_new_group"),
    path("grupper/<int:group_id>/", groups.group, name="setup_group"),
    path("grupper/<int:group_id>/stang/", groups.closing, name="setup_closing_group"),
    path("grupper/<int:group_id>/medlem/", groups.joining, name="setup_joining_group"),
    path("grupper/<int:group_id>/jour/", duty.new_duty, name="setup_new_duty"),
    path("jour/<int:duty_id>/avsluta/", duty.ending_duty, name="setup_ending_duty"),
    path("franvaro/", duty.absences, name="setup_absences"),
    path("franvaro/min/", duty.own_absence, name="setup_own_absence"),
    path("franvaro/ny/<int:agent_id>/", duty.new_absence, name="setup_new_absence"),
    path("franvaro/<int:absence_id>/avsluta/", duty.ending_absence, name="setup_ending_absence"),
    path(
        "franvaro/min/<int:absence_id>/avsluta/",
        duty.ending_own_absence,
        name="setup_ending_own_absence",
    ),
    path("aterkoppling/", duty.reach, name="setup_reach"),
    path("aterkoppling/<int:client_id>/", duty.reach_of, name="setup_reach_of"),
    path("amnen/<int:subject_id>/uppgifter/", duty.facts, name="setup_facts"),
    path(
        "grupper/<int:group_id>/medlem/<int:agent_id>/", groups.leaving, name="setup_leaving_group"
    ),
]
_MISSIONS: list[URLPattern] = [
    path("uppdragsgivare/", clients.clients, name="setup_clients"),
    path("uppdragsgivare/ny/", clients.new_client, name="setup_new_client"),
    path("uppdragsgivare/<int:client_id>/", clients.client, name="setup_client"),
    path("oppettider/", hours.hours, name="setup_hours"),
    path("oppettider/<int:client_id>/dag/", hours.new_day, name="setup_new_day"),
    path("oppettider/<int:client_id>/dag/<day:on>/", hours.day_away, name="setup_day_away_all"),
    path(
        "oppettider/<int:client_id>/dag/<day:on>/<slug:channel>/",
        hours.day_away,
        name="setup_day_away",
    ),
    path(
        "oppettider/<int:client_id>/stangningsdagar/",
        closing_days.importing_days,
        name="setup_import_days",
    ),
    path("oppettider/<int:client_id>/helgdagar/", closing_days.holidays, name="setup_holidays"),
    path("oppettider/<int:client_id>/arskalender/", year.year, name="setup_year"),
    path("oppettider/<int:client_id>/<slug:channel>/", hours.week, name="setup_week"),
    path("fardiga-texter/", wording.canned_texts, name="setup_canned_texts"),
    path("fardiga-texter/ny/", wording.new_canned_text, name="setup_new_canned_text"),
    path("fardiga-texter/<int:text_id>/", wording.canned_text, name="setup_canned_text"),
    path(
        "fardiga-texter/<int:text_id>/ta-bort/",
        wording.retiring_canned_text,
        name="setup_retiring_canned_text",
    ),
    path("makron/", wording.macros, name="setup_macros"),
    path("makron/ny/", wording.new_macro, name="setup_new_macro"),
    path("makron/<int:macro_id>/", wording.macro, name="setup_macro"),
    path("makron/<int:macro_id>/ta-bort/", wording.retiring_macro, name="setup_retiring_macro"),
    path("texter/", texts.texts, name="setup_texts"),
    path("texter/<int:client_id>/<slug:use>/<slug:language>/", texts.text, name="setup_text"),
    path("texter/<int:text_id>/ta-tillbaka/", texts.withdrawing, name="setup_withdrawing_text"),
    path("amnen/", catalogue.subjects, name="setup_subjects"),
    path("amnen/nytt/", catalogue.new_subject, name="setup_new_subject"),
    path("amnen/import/", importing.importing, name="setup_import"),
    path("amnen/fil/<slug:kind>/", catalogue.subjects_file, name="setup_subjects_file"),
    path("amnen/<int:subject_id>/", catalogue.subject, name="setup_subject"),
    path("amnen/<int:subject_id>/avveckla/", catalogue.retiring, name="setup_retiring"),
    path("arendetyper/", types.types, name="setup_types"),
    path("arendetyper/ny/", types.new_type, name="setup_new_type"),
    path("arendetyper/<int:type_id>/", types.case_type, name="setup_type"),
    path("arendetyper/<int:type_id>/avveckla/", types.retiring, name="setup_retiring_type"),
    path("arendetyper/<int:type_id>/forval/", types.making_default, name="setup_making_default"),
    path("arendetyper/<int:type_id>/overgangar/", type_parts.moves, name="setup_moves"),
    path("arendetyper/<int:type_id>/falt/ny/", type_parts.new_field, name="setup_new_field"),
    path("arendetyper/<int:type_id>/falt/<slug:key>/", type_parts.field, name="setup_field"),
    path(
        "arendetyper/<int:type_id>/falt/<slug:key>/ta-bort/",
        type_parts.removing_field,
        name="setup_removing_field",
    ),
    path("arendetyper/<int:type_id>/steg/ny/", type_parts.new_stage, name="setup_new_stage"),
    path("arendetyper/<int:type_id>/steg/<slug:code>/", type_parts.stage, name="setup_stage"),
    path(
        "arendetyper/<int:type_id>/steg/<slug:code>/ta-bort/",
        type_parts.removing_stage,
        name="setup_removing_stage",
    ),
    path("omraden/vanliga/", catalogue.standard_areas, name="setup_standard_areas"),
    path("omraden/nytt/", catalogue.new_area, name="setup_new_area"),
    path("omraden/<int:area_id>/", catalogue.area, name="setup_area"),
]
_ROUTING: list[URLPattern] = [
    path("koer/", queues.queues, name="setup_queues"),
    path("koer/ny/", queues.new_queue, name="setup_new_queue"),
    path("koer/<int:queue_id>/", queues.queue, name="setup_queue"),
    path("koer/forst/", urgency.first_needs, name="setup_first_needs"),
    path("koer/<int:queue_id>/prioritet/", urgency.priorities, name="setup_priorities"),
    path("koer/<int:queue_id>/avsluta/", queues.ending_queue, name="setup_ending_queue"),
    path("kompetenser/", queues.skills, name="setup_skills"),
    path("kompetenser/ny/", queues.new_skill, name="setup_new_skill"),
    path("platser/", seats.seats, name="setup_seats"),
    path("platser/<int:agent_id>/", seats.seat, name="setup_seat"),
    path("platser/<int:agent_id>/ta/", seats.taking_seat, name="setup_taking_seat"),
    path(
        "platser/<int:agent_id>/<int:skill_id>/",
        seats.assessing,
        name="setup_assessing",
    ),
    path("orsaker/", queues.away_reasons, name="setup_away_reasons"),
    path("orsaker/ny/", queues.new_away_reason, name="setup_new_away_reason"),
    path(
        "orsaker/<int:reason_id>/avsluta/",
        queues.ending_away_reason,
        name="setup_ending_away_reason",
    ),
]
_REGISTER: list[URLPattern] = [
    path("register/", register.places, name="setup_places"),
    path("register/ny/", register.new_place, name="setup_new_place"),
    path("register/import/", register_import.importing, name="setup_import_places"),
    path("register/fil/<slug:kind>/", register.places_file, name="setup_places_file"),
    path("register/reserv/", responsible.fallback, name="setup_fallback"),
    path("register/tjanst/ny/", responsible.new_service, name="setup_new_service"),
    path(
        "register/tjanst/<int:service_id>/avsluta/",
        responsible.ending_service,
        name="setup_ending_service",
    ),
    path("register/<int:place_id>/", register.place, name="setup_place"),
    path("register/<int:place_id>/svarar/", responsible.entrusting, name="setup_entrusting"),
    path(
        "register/svarar/<int:row_id>/avsluta/",
        responsible.ending_responsible,
        name="setup_ending_responsible",
    ),
]
_MAIL: list[URLPattern] = [
    path("chatt/", chat.chat, name="setup_chat"),
    path("besok/", halls.halls, name="setup_halls"),
    path("besok/ny/", halls.new_hall, name="setup_new_hall"),
    path("besok/<int:hall_id>/", halls.hall, name="setup_hall"),
    path("sociala-medier/", accounts.accounts, name="setup_accounts"),
    path("sociala-medier/nytt/", accounts.new_account, name="setup_new_account"),
    path("sociala-medier/<int:account_id>/", accounts.account, name="setup_account"),
    path(
        "sociala-medier/<int:account_id>/anslutning/", joining.joining, name="setup_joining_account"
    ),
    path(
        "sociala-medier/<int:account_id>/anslutning/prova/",
        joining.trying,
        name="setup_trying_account",
    ),
    path(
        "sociala-medier/<int:account_id>/anslutning/sluta/",
        joining.leaving,
        name="setup_leaving_account",
    ),
    path("sms/", numbers.numbers, name="setup_numbers"),
    path("sms/nytt/", numbers.new_number, name="setup_new_number"),
    path("sms/<int:number_id>/", numbers.number, name="setup_number"),
    path("sms/<int:number_id>/prova/", numbers.trying, name="setup_trying_number"),
    path("brevlador/", mailboxes.mailboxes, name="setup_mailboxes"),
    path("brevlador/ny/", mailboxes.new_mailbox, name="setup_new_mailbox"),
    path("brevlador/stoppade/", mail_trouble.stopped, name="setup_stopped"),
    path("brevlador/stoppade/<int:suppression_id>/", mail_trouble.lifting, name="setup_lifting"),
    path("brevlador/olasbara/", mail_trouble.unreadable, name="setup_unreadable"),
    path("brevlador/olasbara/<int:raw_mail_id>/", mail_trouble.raw_mail, name="setup_raw_mail"),
    path("brevlador/misslyckade/", mail_trouble.failures, name="setup_failures"),
    path("brevlador/<int:mailbox_id>/", mailboxes.mailbox, name="setup_mailbox"),
    path("brevlador/<int:mailbox_id>/hamta/", mailboxes.fetching, name="setup_fetching"),
    path(
        "brevlador/<int:mailbox_id>/hamta/sluta/",
        mailboxes.fetching_no_more,
        name="setup_fetching_no_more",
    ),
    path("brevlador/<int:mailbox_id>/prova/", mailboxes.trying, name="setup_trying"),
]
_TELEPHONE: list[URLPattern] = [
    path("telefon/", telephone.phone_numbers, name="setup_phone_numbers"),
    path("telefon/nytt/", telephone.new_phone_number, name="setup_new_phone_number"),
    path("telefon/<int:number_id>/", telephone.phone_number, name="setup_phone_number"),
    path(
        "telefon/<int:number_id>/avsluta/",
        telephone.ending_phone_number,
        name="setup_ending_phone_number",
    ),
    path("telefon/<int:number_id>/meddelande/", telephone.new_message, name="setup_new_message"),
    path(
        "telefon/<int:number_id>/meddelande/<int:message_id>/avsluta/",
        telephone.ending_message,
        name="setup_ending_message",
    ),
    path("inspelningar/", telephone.sounds, name="setup_sounds"),
    path("inspelningar/<int:sound_id>/", telephone.sound, name="setup_sound"),
    path("inspelningar/<int:sound_id>/avsluta/", telephone.ending_sound, name="setup_ending_sound"),
    path("telefoner/", telephone.phones, name="setup_phones"),
    path("telefoner/ny/", telephone.new_phone, name="setup_new_phone"),
    path("telefoner/<int:agent_id>/ta/", telephone.taking_phone, name="setup_taking_phone"),
]
_PROGRAMS: list[URLPattern] = [
    path("nycklar/", tokens.tokens, name="setup_tokens"),
    path("nycklar/ny/", tokens.new_token, name="setup_new_token"),
    path("nycklar/<int:token_id>/aterkalla/", tokens.revoking, name="setup_revoking_token"),
    path("webhooks/", webhooks.webhooks, name="setup_webhooks"),
    path("webhooks/ny/", webhooks.new_webhook, name="setup_new_webhook"),
    path("webhooks/<int:webhook_id>/", webhooks.webhook, name="setup_webhook"),
    path(
        "webhooks/<int:webhook_id>/avsluta/", webhooks.ending_webhook, name="setup_ending_webhook"
    ),
    path("webhooks/<int:webhook_id>/nyckel/", webhooks.new_secret, name="setup_webhook_secret"),
    path("webhooks/<int:webhook_id>/prova/", webhooks.trying_webhook, name="setup_trying_webhook"),
    path(
        "webhooks/<int:webhook_id>/igen/<int:delivery_id>/",
        webhooks.repetition,
        name="setup_repetition",
    ),
    path("inloggning/", providers.providers, name="setup_providers"),
    path("inloggning/ny/", providers.new_provider, name="setup_new_provider"),
    path("inloggning/<int:provider_id>/", providers.provider, name="setup_provider"),
    path(
        "inloggning/<int:provider_id>/avsluta/",
        providers.ending_provider,
        name="setup_ending_provider",
    ),
    path("jobb/", jobs.jobs, name="setup_jobs"),
    path("jobb/<int:job_id>/igen/", jobs.trying_job, name="setup_trying_job"),
    path("jobb/<int:job_id>/ge-upp/", jobs.giving_up_job, name="setup_giving_up_job"),
    path("handelser/", jobs.record, name="setup_record"),
    path("handelser/prova/", jobs.checking, name="setup_checking"),
]
urlpatterns: list[URLPattern] = [
    path("", overview.overview, name="setup"),
    *_PEOPLE,
    *_MISSIONS,
    *_ROUTING,
    *_REGISTER,
    *_MAIL,
    *_TELEPHONE,
    *_PROGRAMS,
]
