package org.commonweal.hub.launch.backup;

/** The statements that take references and triggers off the hub's tables and put them back, asked from the catalog. */
final class References {
    private static final String FOREIGN_KEYS = """
            from pg_constraint f
            join pg_class c on c.oid = f.conrelid
            join pg_namespace n on n.oid = c.relnamespace
            where f.contype = 'f' and f.conparentid = 0 and n.nspname = any (?)
            """;
    private static final String TRIGGERS = """
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any (?) and c.relkind = 'r'
              and exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal)
            """;

    static final String TAKE_OFF = with("drop constraint %I", ", f.conname", "disable trigger user");
    static final String PUT_BACK =
            with("add constraint %I %s", ", f.conname, pg_get_constraintdef(f.oid)", "enable trigger user");

    private References() {}

    // The schemas are bound once, as the array that both halves compare with.
    private static String with(String constraint, String arguments, String triggers) {
        String schemas = "with wanted as (select ?::text[] as schemas) ";
        String keys = "select format('alter table %I.%I " + constraint + "', n.nspname, c.relname" + arguments + ") "
                + FOREIGN_KEYS;
        String off = " union all select format('alter table %I.%I " + triggers + "', n.nspname, c.relname) " + TRIGGERS;
        return schemas + (keys + off).replace("any (?)", "any (select unnest(schemas) from wanted)");
    }
}
