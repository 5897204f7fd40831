-- Functions of the owner, for a merge takes all with it, also what whoever merges may not see.

-- Whether the transaction's identity reaches a client; jobs and migrations reach them all.
CREATE FUNCTION customers_reached(client bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT client = ANY (current_clients())
        OR 'gensvar_web' NOT IN (session_user, current_setting('role')) $$;

-- Let what hangs on one customer hang on another of the same client, whichever slice owns it: every
-- table that refers to customers. Answers with what was moved, {"table.column": [keys]}; given such
-- an answer it moves those rows only. What the other has already (the same need) stays where it is.
CREATE FUNCTION customers_move(source bigint, target bigint, given jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    place record;
    one bigint;
    keys bigint[];
    moving bigint[];
    moved jsonb := '{}';
BEGIN
    IF NOT EXISTS (SELECT FROM customers_customer a JOIN customers_customer b USING (client_id)
                   WHERE a.id = source AND b.id = target AND customers_reached(client_id)) THEN
        RAISE insufficient_privilege USING MESSAGE = 'these customers are not of one client in reach';
    END IF;
    FOR place IN
        SELECT k.conrelid::regclass::text AS owner, field.attname AS field, key.attname AS key
        FROM pg_constraint k
        JOIN pg_attribute field ON field.attrelid = k.conrelid AND field.attnum = k.conkey[1]
        JOIN pg_index i ON i.indrelid = k.conrelid AND i.indisprimary AND i.indnkeyatts = 1
        JOIN pg_attribute key ON key.attrelid = k.conrelid AND key.attnum = i.indkey[0]
        WHERE k.contype = 'f' AND k.confrelid = 'customers_customer'::regclass
          AND cardinality(k.conkey) = 1 AND key.attnum <> field.attnum
          AND k.conrelid <> ALL (ARRAY['customers_customer', 'customers_merge',
              'customers_notthesame', 'customers_importedcustomer']::regclass[])
        ORDER BY 1, 2
    LOOP
        EXECUTE format('SELECT array_agg(%1$I ORDER BY %1$I) FROM %2$s WHERE %3$I = $1
                        AND ($2 IS NULL OR %1$I IN (SELECT jsonb_array_elements_text($2)::bigint))',
                       place.key, place.owner, place.field)
            INTO moving USING source,
                CASE WHEN given IS NOT NULL
                     THEN coalesce(given -> (place.owner || '.' || place.field), '[]') END;
        CONTINUE WHEN moving IS NULL;
        BEGIN
            EXECUTE format('UPDATE %s SET %I = $1 WHERE %I = ANY ($2)',
                           place.owner, place.field, place.key) USING target, moving;
            keys := moving;
        EXCEPTION WHEN unique_violation OR check_violation THEN
            keys := '{}';
            FOREACH one IN ARRAY moving LOOP
                BEGIN
                    EXECUTE format('UPDATE %s SET %I = $1 WHERE %I = $2',
                                   place.owner, place.field, place.key) USING target, one;
                    keys := keys || one;
                EXCEPTION WHEN unique_violation OR check_violation THEN NULL;
                END;
            END LOOP;
        END;
        moved := moved || jsonb_build_object(place.owner || '.' || place.field, to_jsonb(keys));
    END LOOP;
    RETURN moved;
END $$;

-- The customers of the same client whose names resemble this one's, the likest first. Trigrams may
-- not use an index below row-level security: their operators are not leakproof.
CREATE FUNCTION customers_alike(asked bigint, most int)
RETURNS TABLE (id bigint, likeness real)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    client bigint;
    called text;
BEGIN
    SELECT c.client_id, c.name INTO client, called FROM customers_customer c
        WHERE c.id = asked AND customers_reached(c.client_id);
    IF coalesce(called, '') = '' THEN RETURN; END IF;
    PERFORM set_config('pg_trgm.similarity_threshold', '0.6', true);
    RETURN QUERY SELECT c.id, similarity(c.name, called) FROM customers_customer c
        WHERE c.name % called AND c.client_id = client AND c.id <> asked AND c.merged_into_id IS NULL
        ORDER BY 2 DESC, 1 DESC LIMIT most;
END $$;
