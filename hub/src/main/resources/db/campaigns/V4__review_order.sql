-- The review's table, its map and the download read one campaign in the order of arrival, which is that of the
-- identifiers. EXPLAIN ANALYZE, a campaign of 50,000 that 300,000 newer submissions of another follow, warm:
--
--   order by id desc limit 50 offset 900   before: Index Scan Backward using submission_pkey, 172 ms
--                                          after:  Index Scan Backward using submission_order, 0.3 ms
--   with a place, order by id desc limit 1000                                          190 ms, 0.4 ms
--
-- The planner takes it where random_page_cost is that of an SSD (1.1), as the hub's own PostgreSQL has it: at 4 it
-- expects the primary key, in the order of the table, to be cheaper.
create index submission_order on campaigns.submission (campaign_id, id) where not replaced;
