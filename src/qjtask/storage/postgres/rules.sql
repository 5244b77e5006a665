-- What may be done with the tables of tables.sql, and by whom. `qjtask db init` runs this every time: it
-- makes anew what a restored copy lacks.

-- Who may write --------------------------------------------------------------------------------------

-- `session_user` is who logged in; inside a SECURITY DEFINER function `current_user` is the owner.
CREATE OR REPLACE FUNCTION qjtask.is_owner() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT pg_catalog.pg_has_role(session_user, nspowner, 'MEMBER')
    FROM pg_catalog.pg_namespace WHERE nspname = 'qjtask'
$$;

-- Refused to whoever may not write into an office's plans. Gives whether it is the ledger's owner, no member.
DROP FUNCTION IF EXISTS qjtask.check_writer(text);  -- of form 1, which gave nothing
CREATE FUNCTION qjtask.check_writer(p_office text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM qjtask.members m WHERE m.login = session_user AND m.office = p_office AND m.may_write
    ) THEN
        RETURN false;
    ELSIF qjtask.is_owner() THEN
        RETURN true;
    END IF;
    RAISE EXCEPTION 'no right to write here' USING ERRCODE = '42501';
END
$$;

-- A person's wish not to wait for the disk, or for the standby, does not count for a ledger.
CREATE OR REPLACE FUNCTION qjtask.insist() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('synchronous_commit') IN ('off', 'local') THEN
        PERFORM set_config('synchronous_commit', 'on', true);
    END IF;
END
$$;

-- What a line must look like -------------------------------------------------------------------------

-- A line as qjtask writes it: these keys in this order, none of them a second time, one line, no sign that
-- ends a line or commands a terminal; its own id, and the login's name in `by`.
--
-- Matched in two parts, since what a pattern costs grows with both its own and the line's length. Between
-- them stands `by`: in a text each quotation mark has a backslash before it, so that it is found nowhere else.
CREATE OR REPLACE FUNCTION qjtask.is_entry(p_line bytea, p_id text) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
DECLARE
    a_text constant text := '"(?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-f]{4})*"';
    a_list constant text := '\[(?:' || a_text || '(?:, ' || a_text || ')*)?\]';
    a_mapping constant text := '\{(?:' || a_text || ': ' || a_text || '(?:, ' || a_text || ': ' || a_text || ')*)?\}';
    a_value constant text := '(?:null|true|false|-?[0-9.]+|' || a_text || '|' || a_list || '|' || a_mapping || ')';
    head constant text := '^' || a_text
        || ', "do": "[a-z_]+", "on": "[0-9]{4}-[0-9]{2}-[0-9]{2}", "at": "[0-9T:.+-]+"$';
    tail constant text := '^(?:null|' || a_text || '), "text": ' || a_text || ', "evidence": ' || a_list
        || '(?:, "(?!(?:id|item|do|on|at|by|unit|text|evidence)")[a-z_0-9]{1,32}": ' || a_value || ')*\}$';
    begin_of constant text := '- {"id": "' || p_id || '", "item": ';
    middle constant text := ', "by": "' || session_user || '", "unit": ';
    line text;
    before_middle text;
BEGIN
    IF octet_length(p_line) > 4194304 OR p_id !~ '^[0-9A-Za-z_-]{1,64}$' OR session_user ~ '["\\]' THEN
        RETURN false;
    END IF;
    line := convert_from(p_line, 'UTF8');
    IF right(line, 1) <> E'\n' OR left(line, length(begin_of)) <> begin_of OR position(middle in line) = 0 THEN
        RETURN false;
    END IF;
    line := substr(line, length(begin_of) + 1, length(line) - length(begin_of) - 1);
    before_middle := left(line, position(middle in line) - 1);
    RETURN line !~ '[\u0001-\u001f\u007f-\u009f\u2028\u2029]'
        AND before_middle ~ head
        AND length(split_part(split_part(before_middle, ', "do": "', 2), '"', 1)) <= 32
        AND length(split_part(split_part(before_middle, ', "at": "', 2), '"', 1)) BETWEEN 16 AND 40
        AND substr(line, length(before_middle || middle) + 1) ~ tail;
EXCEPTION WHEN character_not_in_repertoire OR untranslatable_character THEN
    RETURN false;
END
$$;

-- Writing ---------------------------------------------------------------------------------------------

-- Keep what core makes of a plan as it is now: the index, where one is sent, and of all its works, or of
-- those that changed, a row each. No login calls it by itself: it goes with what is appended.
--
-- Where an index is kept, what another login made that fewer trust is thrown away: who trusted it trusts
-- this. Of those that nobody else trusts the newest stay: who loses his has the owner's.
CREATE OR REPLACE FUNCTION qjtask.project(
    p_plan integer, p_form text, p_index bytea, p_is_whole boolean, p_places integer[], p_items text[],
    p_owners text[], p_next_due date[], p_since date[], p_latest date[]
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    held qjtask.plans%ROWTYPE;
    now_text bigint;
    my_reach integer;
    count_of constant integer := coalesce(array_length(p_places, 1), 0);
BEGIN
    IF octet_length(p_index) > 268435456 OR count_of > 1000000
        OR coalesce(array_length(p_items, 1), 0) <> count_of
        OR coalesce(array_length(p_owners, 1), 0) <> count_of
        OR coalesce(array_length(p_next_due, 1), 0) <> count_of
        OR coalesce(array_length(p_since, 1), 0) <> count_of
        OR coalesce(array_length(p_latest, 1), 0) <> count_of
    THEN
        RAISE EXCEPTION 'no projection' USING ERRCODE = 'QJ001';
    END IF;
    IF NOT p_is_whole THEN
        FOR i IN 1 .. count_of LOOP  -- each found by its key: one statement for all may look at every work
            UPDATE qjtask.works SET next_due = p_next_due[i], since = p_since[i], latest = p_latest[i]
            WHERE plan = p_plan AND place = p_places[i];
        END LOOP;
        IF p_index IS NULL THEN
            RETURN;  -- as with most of what is appended
        END IF;
    END IF;
    SELECT * INTO held FROM qjtask.plans WHERE id = p_plan;
    SELECT max(version) INTO now_text FROM qjtask.texts WHERE plan = p_plan;
    IF p_index IS NOT NULL THEN
        SELECT CASE WHEN count(*) = 0 THEN 2147483647
                WHEN EXISTS (SELECT 1 FROM qjtask.overseers WHERE login = session_user) THEN count(*) ELSE 0 END
            INTO my_reach FROM qjtask.members WHERE login = session_user;
        DELETE FROM qjtask.projections
            WHERE plan = p_plan AND login <> session_user AND (text_version <> now_text OR reach < my_reach);
        DELETE FROM qjtask.projections WHERE plan = p_plan AND login IN (
            SELECT x.login FROM qjtask.projections x WHERE x.plan = p_plan AND x.login <> session_user
            ORDER BY x.reach DESC, x.places DESC OFFSET 15);
        UPDATE qjtask.projections SET reach = my_reach, office = held.office, text_version = now_text,
            places = held.places, form = p_form, bytes = p_index
        WHERE plan = p_plan AND login = session_user;
        IF NOT FOUND THEN
            INSERT INTO qjtask.projections (plan, login, reach, office, text_version, places, form, bytes)
            VALUES (p_plan, session_user, my_reach, held.office, now_text, held.places, p_form, p_index);
        END IF;
    ELSE
        DELETE FROM qjtask.projections WHERE plan = p_plan AND text_version <> now_text;
    END IF;
    IF NOT p_is_whole THEN
        RETURN;
    END IF;
    DELETE FROM qjtask.works WHERE plan = p_plan;
    INSERT INTO qjtask.works (plan, place, office, item, owners, next_due, since, latest)
        SELECT p_plan, a.place, held.office, a.item, a.owners, a.next_due, a.since, a.latest
        FROM (SELECT unnest(p_places) AS place, unnest(p_items) AS item, unnest(p_owners) AS owners,
            unnest(p_next_due) AS next_due, unnest(p_since) AS since, unnest(p_latest) AS latest) a;
END
$$;

-- Append lines to a plan's log, or put another text in the plan's place, or both, with what core makes of
-- the plan then: all or none.
--
-- The login's settings do not reach in: what it says of backslashes and search paths ends at the door.
--
-- Gives the new version; null when `p_seen` is not the version any more, and nothing is done then. What
-- was done before, the same ids with the same bytes, is not done twice: a client that heard no answer asks
-- again, and is answered when the standby has what was written the first time.
DROP FUNCTION IF EXISTS qjtask.append(integer, bigint, text[], bytea[], bytea, bytea);  -- of form 1
CREATE OR REPLACE FUNCTION qjtask.append(
    p_plan integer, p_seen bigint, p_ids text[], p_lines bytea[], p_line_end bytea, p_text bytea,
    p_form text, p_index bytea, p_is_whole boolean, p_places integer[], p_items text[], p_owners text[],
    p_next_due date[], p_since date[], p_latest date[]
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET standard_conforming_strings = on AS $$
DECLARE
    count_of constant integer := coalesce(array_length(p_ids, 1), 0);
    the_office text;
    am_owner boolean;
    held qjtask.plans%ROWTYPE;
    known integer := 0;
    written integer := 0;
    a_line bytea;
    last_line bytea;
    first_place bigint;
BEGIN
    PERFORM qjtask.insist();
    SELECT office INTO the_office FROM qjtask.plans WHERE id = p_plan;
    am_owner := qjtask.check_writer(the_office);
    SELECT * INTO held FROM qjtask.plans WHERE id = p_plan FOR UPDATE;
    IF held.id IS NULL OR coalesce(array_length(p_lines, 1), 0) <> count_of OR count_of = 0 AND p_text IS NULL
    THEN
        RAISE EXCEPTION 'nothing to write, or nowhere' USING ERRCODE = 'QJ001';
    END IF;

    FOR i IN 1 .. count_of LOOP  -- as above: a log is long, and what is appended short
        SELECT bytes INTO a_line FROM qjtask.lines WHERE plan = p_plan AND id = p_ids[i];
        IF FOUND THEN
            known := known + 1;
            written := written + (a_line IS NOT DISTINCT FROM p_lines[i])::integer;
        END IF;
    END LOOP;
    IF count_of > 0 AND written = count_of OR count_of = 0 AND EXISTS (
        SELECT 1 FROM qjtask.texts
        WHERE plan = p_plan AND version = p_seen + 1 AND bytes = p_text AND login = session_user
    ) THEN
        -- Only a transaction that writes waits for the standby, and with it for all that was written before.
        UPDATE qjtask.plans SET version = version WHERE id = p_plan;
        RETURN held.version;
    END IF;
    IF held.version <> p_seen THEN
        RETURN NULL;
    END IF;

    IF known > 0 THEN
        RAISE EXCEPTION 'a number that another line has' USING ERRCODE = 'QJ002';
    END IF;
    FOR i IN 1 .. CASE WHEN am_owner THEN 0 ELSE count_of END LOOP
        IF NOT coalesce(qjtask.is_entry(p_lines[i], p_ids[i]), false) THEN
            RAISE EXCEPTION 'no line as qjtask writes it, or under another name' USING ERRCODE = 'QJ003';
        END IF;
    END LOOP;

    first_place := held.places + 1;
    SELECT bytes INTO last_line FROM qjtask.lines WHERE plan = p_plan AND place = held.places;
    IF count_of > 0 AND last_line IS NOT NULL AND get_byte(last_line, octet_length(last_line) - 1) <> 10 THEN
        IF p_line_end IS NULL OR p_line_end NOT IN (
            convert_to(E'\n', 'UTF8'), convert_to(E' # 未写完\n', 'UTF8')
        ) THEN
            RAISE EXCEPTION 'the last line has no end' USING ERRCODE = 'QJ001';
        END IF;
        INSERT INTO qjtask.lines (plan, place, office, bytes) VALUES (p_plan, first_place, held.office, p_line_end);
        first_place := first_place + 1;
    END IF;
    FOR i IN 1 .. count_of LOOP
        INSERT INTO qjtask.lines (plan, place, office, id, bytes)
        VALUES (p_plan, first_place + i - 1, held.office, p_ids[i], p_lines[i]);
    END LOOP;
    IF p_text IS NOT NULL THEN
        IF octet_length(p_text) > 67108864 THEN
            RAISE EXCEPTION 'too long for a plan' USING ERRCODE = 'QJ001';
        END IF;
        INSERT INTO qjtask.texts (plan, version, office, bytes) VALUES (p_plan, p_seen + 1, held.office, p_text);
    END IF;
    UPDATE qjtask.plans SET version = p_seen + 1, places = first_place + count_of - 1 WHERE id = p_plan;
    PERFORM qjtask.project(p_plan, p_form, p_index, p_is_whole, p_places, p_items, p_owners, p_next_due,
        p_since, p_latest);
    RETURN p_seen + 1;
END
$$;

-- Append to the log of deliveries at a place that is free, or holds the same already. No bytes: only ask.
-- Gives whether they are there.
CREATE OR REPLACE FUNCTION qjtask.deliver(p_plan integer, p_place bigint, p_bytes bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held qjtask.plans%ROWTYPE;
    last_place bigint;
BEGIN
    PERFORM qjtask.insist();
    SELECT * INTO held FROM qjtask.plans WHERE id = p_plan;
    PERFORM qjtask.check_writer(held.office);
    UPDATE qjtask.plans SET version = version WHERE id = p_plan;  -- locks it, and lets a repeat wait too
    IF octet_length(p_bytes) = 0 THEN
        RETURN true;
    END IF;
    SELECT coalesce(max(place), 0) INTO last_place FROM qjtask.sides WHERE plan = p_plan AND kind = 'deliveries';
    IF p_place = last_place + 1 THEN
        INSERT INTO qjtask.sides VALUES (p_plan, 'deliveries', p_place, held.office, p_bytes);
    END IF;
    RETURN EXISTS (
        SELECT 1 FROM qjtask.sides
        WHERE plan = p_plan AND kind = 'deliveries' AND place = p_place AND bytes = p_bytes
    );
END
$$;

-- Nobody changes or removes what is written -----------------------------------------------------------

CREATE OR REPLACE FUNCTION qjtask.keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what is written here stays' USING ERRCODE = 'QJ004';
END
$$;

CREATE OR REPLACE FUNCTION qjtask.keep_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.id <> OLD.id OR NEW.file <> OLD.file OR NEW.office <> OLD.office
        OR NEW.version < OLD.version OR NEW.places < OLD.places
    THEN
        RAISE EXCEPTION 'a plan only goes on' USING ERRCODE = 'QJ004';
    END IF;
    RETURN NEW;
END
$$;

DROP TRIGGER IF EXISTS keep ON qjtask.lines;
DROP TRIGGER IF EXISTS keep ON qjtask.texts;
DROP TRIGGER IF EXISTS keep ON qjtask.plans;
DROP TRIGGER IF EXISTS keep_all ON qjtask.lines;
DROP TRIGGER IF EXISTS keep_all ON qjtask.texts;
DROP TRIGGER IF EXISTS keep_all ON qjtask.plans;
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON qjtask.lines FOR EACH ROW EXECUTE PROCEDURE qjtask.keep();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON qjtask.texts FOR EACH ROW EXECUTE PROCEDURE qjtask.keep();
CREATE TRIGGER keep BEFORE UPDATE ON qjtask.plans FOR EACH ROW EXECUTE PROCEDURE qjtask.keep_plan();
CREATE TRIGGER keep_all BEFORE TRUNCATE ON qjtask.lines FOR EACH STATEMENT EXECUTE PROCEDURE qjtask.keep();
CREATE TRIGGER keep_all BEFORE TRUNCATE ON qjtask.texts FOR EACH STATEMENT EXECUTE PROCEDURE qjtask.keep();
CREATE TRIGGER keep_all BEFORE DELETE OR TRUNCATE ON qjtask.plans FOR EACH STATEMENT EXECUTE PROCEDURE qjtask.keep();
-- ALWAYS: also where a session calls itself a replica.
ALTER TABLE qjtask.lines ENABLE ALWAYS TRIGGER keep;
ALTER TABLE qjtask.texts ENABLE ALWAYS TRIGGER keep;
ALTER TABLE qjtask.plans ENABLE ALWAYS TRIGGER keep;
ALTER TABLE qjtask.lines ENABLE ALWAYS TRIGGER keep_all;
ALTER TABLE qjtask.texts ENABLE ALWAYS TRIGGER keep_all;
ALTER TABLE qjtask.plans ENABLE ALWAYS TRIGGER keep_all;

-- Who sees what -----------------------------------------------------------------------------------------

DROP POLICY IF EXISTS own ON qjtask.members;
DROP POLICY IF EXISTS own ON qjtask.plans;
DROP POLICY IF EXISTS own ON qjtask.texts;
DROP POLICY IF EXISTS own ON qjtask.lines;
DROP POLICY IF EXISTS own ON qjtask.sides;
DROP POLICY IF EXISTS own ON qjtask.projections;
DROP POLICY IF EXISTS own ON qjtask.works;
CREATE POLICY own ON qjtask.members FOR SELECT USING (login = session_user);
CREATE POLICY own ON qjtask.plans FOR SELECT
    USING (office = ANY (ARRAY(SELECT m.office FROM qjtask.members m WHERE m.login = session_user)));
CREATE POLICY own ON qjtask.texts FOR SELECT
    USING (office = ANY (ARRAY(SELECT m.office FROM qjtask.members m WHERE m.login = session_user)));
CREATE POLICY own ON qjtask.lines FOR SELECT
    USING (office = ANY (ARRAY(SELECT m.office FROM qjtask.members m WHERE m.login = session_user)));
CREATE POLICY own ON qjtask.sides FOR SELECT
    USING (office = ANY (ARRAY(SELECT m.office FROM qjtask.members m WHERE m.login = session_user)));
CREATE POLICY own ON qjtask.projections FOR SELECT
    USING (office = ANY (ARRAY(SELECT m.office FROM qjtask.members m WHERE m.login = session_user)));
CREATE POLICY own ON qjtask.works FOR SELECT
    USING (office = ANY (ARRAY(SELECT m.office FROM qjtask.members m WHERE m.login = session_user)));
ALTER TABLE qjtask.members ENABLE ROW LEVEL SECURITY;
ALTER TABLE qjtask.plans ENABLE ROW LEVEL SECURITY;
ALTER TABLE qjtask.texts ENABLE ROW LEVEL SECURITY;
ALTER TABLE qjtask.lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE qjtask.sides ENABLE ROW LEVEL SECURITY;
ALTER TABLE qjtask.projections ENABLE ROW LEVEL SECURITY;
ALTER TABLE qjtask.works ENABLE ROW LEVEL SECURITY;

-- Nobody has a right that is not given by name, as `qjtask db grant` does.
REVOKE ALL ON SCHEMA qjtask FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA qjtask FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA qjtask FROM PUBLIC;
