-- What core makes of each plan and its log, written together with them by whoever writes them. It only says
-- what has to be read: it may be emptied at any time, and `qjtask db verify` makes it anew.

-- The index of a plan as one login made it, of the text of `text_version` and the first `places` rows of the
-- log; it is written anew once many rows came since: whoever reads looks at those, too. Whoever belongs to fewer offices than its `reach` trusts it: the ledger's owner has the greatest,
-- who sees all offices as many as these, and anybody else none.
CREATE TABLE qjtask.projections (
    plan integer NOT NULL,
    login text NOT NULL,
    reach integer NOT NULL,
    office text NOT NULL,
    text_version bigint NOT NULL,
    places bigint NOT NULL,
    form text NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (plan, login)
) WITH (fillfactor = 50);  -- rows are rewritten in their page
ALTER TABLE qjtask.projections ALTER COLUMN bytes SET STORAGE MAIN;

-- Each work of a plan, by its place in it: who owes it, the nearest of its open days (none once it is done),
-- since when nobody reported on it, and the last day of one of its entries.
CREATE TABLE qjtask.works (
    plan integer NOT NULL,
    place integer NOT NULL,
    office text NOT NULL,
    item text NOT NULL,
    owners text NOT NULL,
    next_due date,
    since date NOT NULL,
    latest date,
    PRIMARY KEY (plan, place)
) WITH (fillfactor = 80);
CREATE INDEX works_due ON qjtask.works (office, next_due);
