-- What a list shows of a thing: its summary or, where there is none, how its story begins.
create function directory.lead(summary jsonb, story jsonb) returns jsonb language sql immutable strict parallel safe as $$
  select case
    when directory.said(summary) <> '' or directory.said(story) = '' then summary
    else jsonb_build_object('source', story ->> 'source', story ->> 'source',
      case when length(story ->> (story ->> 'source')) <= 240 then story ->> (story ->> 'source')
      else regexp_replace(left(story ->> (story ->> 'source'), 240), '\s+\S*$', '') || ' …' end)
  end
$$;
