from django.db import migrations

# What may change who gets what leaves a wake in the same transaction. It is written by the tables
# themselves: an act cannot forget it, and neither can a hand that mends something in SQL. Never by
# NOTIFY, which would let the commits of all intake wait for one another.
WAKES = """
CREATE FUNCTION wake_dispatcher() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    of_row jsonb := to_jsonb(coalesce(NEW, OLD));
    place int := 0;
BEGIN
    WHILE place < TG_NARGS LOOP
        INSERT INTO routing_wake (about, key)
            VALUES (TG_ARGV[place], (of_row ->> TG_ARGV[place + 1])::bigint);
        place := place + 2;
    END LOOP;
    RETURN NULL;
END $$;
CREATE TRIGGER wake AFTER INSERT OR UPDATE OR DELETE ON routing_waiting
    FOR EACH ROW EXECUTE FUNCTION wake_dispatcher('contact', 'contact_id');
-- What the dispatcher itself writes it need not be told of.
CREATE TRIGGER wake AFTER UPDATE OF state ON routing_offer FOR EACH ROW
    WHEN (NEW.state NOT IN ('offered', 'timed-out', 'withdrawn'))
    EXECUTE FUNCTION wake_dispatcher('contact', 'contact_id', 'agent', 'agent_id');
CREATE TRIGGER wake AFTER INSERT OR DELETE ON routing_seat
    FOR EACH ROW EXECUTE FUNCTION wake_dispatcher('agent', 'agent_id');
-- That a browser is still there is no news, unless it was taken for gone.
CREATE TRIGGER wake_again AFTER UPDATE ON routing_seat FOR EACH ROW
    WHEN ((NEW.status, NEW.capacity) IS DISTINCT FROM (OLD.status, OLD.capacity)
          OR OLD.seen_at IS NULL OR NEW.seen_at IS NULL
          OR NEW.seen_at >= OLD.seen_at + interval '30 seconds')
    EXECUTE FUNCTION wake_dispatcher('agent', 'agent_id');
CREATE TRIGGER wake AFTER INSERT OR UPDATE OR DELETE ON routing_agentskill
    FOR EACH ROW EXECUTE FUNCTION wake_dispatcher('agent', 'agent_id');
CREATE TRIGGER wake_routing AFTER INSERT OR UPDATE OR DELETE ON people_rolegrant
    FOR EACH ROW EXECUTE FUNCTION wake_dispatcher('agent', 'agent_id');
CREATE TRIGGER wake_routing AFTER UPDATE OF spoken_languages, is_active ON people_agent
    FOR EACH ROW EXECUTE FUNCTION wake_dispatcher('agent', 'id');
CREATE TRIGGER wake AFTER INSERT OR UPDATE ON routing_queue
    FOR EACH ROW EXECUTE FUNCTION wake_dispatcher('queue', 'id');
CREATE TRIGGER wake AFTER INSERT OR UPDATE OR DELETE ON routing_queuestep
    FOR EACH ROW EXECUTE FUNCTION wake_dispatcher('queue', 'queue_id');
-- Read and emptied many times a second: it must never grow old.
ALTER TABLE routing_wake SET (autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 2000, autovacuum_analyze_threshold = 1000000);
"""
NO_WAKES = """
DROP TRIGGER wake ON routing_waiting; DROP TRIGGER wake ON routing_offer;
DROP TRIGGER wake ON routing_seat; DROP TRIGGER wake_again ON routing_seat;
DROP TRIGGER wake ON routing_agentskill; DROP TRIGGER wake_routing ON people_rolegrant;
DROP TRIGGER wake_routing ON people_agent; DROP TRIGGER wake ON routing_queue;
DROP TRIGGER wake ON routing_queuestep; DROP FUNCTION wake_dispatcher();
"""
# For whoever watches over the machine: numbers of all clients together, and not one row.
FIGURES = """
CREATE FUNCTION routing_by_state() RETURNS TABLE (state text, count bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT 'waiting', count(*) FROM routing_waiting WHERE left_at IS NULL
    UNION ALL SELECT state::text, count(*) FROM routing_offer WHERE ended_at IS NULL GROUP BY 1
    UNION ALL SELECT 'wake', count(*) FROM routing_wake
    UNION ALL SELECT 'rebuild', coalesce(sum(rebuilds), 0)::bigint FROM routing_leadership $$;
CREATE FUNCTION routing_silent_seconds() RETURNS double precision
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT extract(epoch FROM now() - max(beat_at))::double precision FROM routing_leadership $$;
"""
NO_FIGURES = "DROP FUNCTION routing_silent_seconds(); DROP FUNCTION routing_by_state();"


class Migration(migrations.Migration):
    dependencies = [("routing", "0002_row_security"), ("people", "0004_performers")]
    operations = [
        migrations.RunSQL(WAKES, NO_WAKES),
        migrations.RunSQL(FIGURES, NO_FIGURES),
    ]
