DROP TRIGGER count_case ON cases_case;
DROP TRIGGER count_changed_case ON cases_case;
DROP TRIGGER count_hand_over ON cases_handover;
DROP TRIGGER count_feedback ON cases_feedback;
DROP TRIGGER count_contact ON contacts_contact;
DROP TRIGGER count_changed_contact ON contacts_contact;
DROP FUNCTION kpi_gather(), kpi_rebuild(), kpi_count_case(), kpi_count_hand_over(),
    kpi_count_feedback(), kpi_count_contact(), kpi_add_contact(contacts_contact, int),
    kpi_add_case(cases_case, int, boolean), kpi_day(timestamptz);
