-- Keep the index right in the transaction that changes what it speaks of.

CREATE FUNCTION search_after_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    IF NOT search_is_put_off() THEN
        PERFORM search_write_cases(array(SELECT id FROM new_rows));
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER find_new_cases AFTER INSERT ON cases_case
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_after_case();

CREATE FUNCTION search_after_case_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    PERFORM search_write_cases(ARRAY[NEW.id]);
    RETURN NULL;
END $$;
CREATE TRIGGER find_changed_case AFTER UPDATE OF title, customer_id, client_id ON cases_case
    FOR EACH ROW WHEN ((OLD.title, OLD.customer_id, OLD.client_id)
                       IS DISTINCT FROM (NEW.title, NEW.customer_id, NEW.client_id))
    EXECUTE FUNCTION search_after_case_change();

CREATE FUNCTION search_after_case_part() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    IF NOT search_is_put_off() THEN
        PERFORM search_write_cases(array(SELECT DISTINCT case_id FROM new_rows));
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER find_by_contact AFTER INSERT ON cases_casecontact
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_after_case_part();
CREATE TRIGGER find_by_note AFTER INSERT ON cases_note
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_after_case_part();

CREATE FUNCTION search_after_message() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE ids bigint[];
BEGIN
    IF search_is_put_off() THEN RETURN NULL; END IF;
    ids := array(SELECT DISTINCT case_id FROM cases_casecontact
                 WHERE contact_id IN (SELECT contact_id FROM new_rows));
    IF ids <> '{}' THEN PERFORM search_write_cases(ids); END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER find_by_message AFTER INSERT ON contacts_message
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_after_message();

CREATE FUNCTION search_after_summary() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    PERFORM search_write_cases(
        array(SELECT case_id FROM cases_casecontact WHERE contact_id = NEW.id));
    RETURN NULL;
END $$;
CREATE TRIGGER find_by_summary AFTER UPDATE OF summary ON contacts_contact
    FOR EACH ROW WHEN (OLD.summary IS DISTINCT FROM NEW.summary)
    EXECUTE FUNCTION search_after_summary();

CREATE FUNCTION search_after_customers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    IF NOT search_is_put_off() THEN
        PERFORM search_write_customers(array(SELECT id FROM new_rows));
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER find_new_customers AFTER INSERT ON customers_customer
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_after_customers();

-- A new name or address changes the line of the customer and the words of every case of theirs.
CREATE FUNCTION search_after_customer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE touched bigint;
BEGIN
    IF search_is_put_off() THEN RETURN NULL; END IF;
    IF TG_TABLE_NAME = 'customers_customer' THEN
        touched := NEW.id;
    ELSE
        touched := coalesce(NEW.customer_id, OLD.customer_id);
    END IF;
    PERFORM search_write_customers(ARRAY[touched]);
    PERFORM search_write_cases(ids) FROM (
        SELECT array_agg(id) AS ids FROM cases_case WHERE customer_id = touched) own
    WHERE ids IS NOT NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER find_changed_customer AFTER UPDATE OF name, number ON customers_customer
    FOR EACH ROW WHEN ((OLD.name, OLD.number) IS DISTINCT FROM (NEW.name, NEW.number))
    EXECUTE FUNCTION search_after_customer();
CREATE TRIGGER find_by_address AFTER INSERT OR UPDATE OR DELETE ON customers_address
    FOR EACH ROW EXECUTE FUNCTION search_after_customer();

CREATE FUNCTION search_after_deletion() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    IF TG_TABLE_NAME = 'cases_case' THEN
        DELETE FROM search_casewords WHERE case_id IN (SELECT id FROM old_rows);
    ELSE
        DELETE FROM search_customerwords WHERE customer_id IN (SELECT id FROM old_rows);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER forget_cases AFTER DELETE ON cases_case
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search_after_deletion();
CREATE TRIGGER forget_customers AFTER DELETE ON customers_customer
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search_after_deletion();
