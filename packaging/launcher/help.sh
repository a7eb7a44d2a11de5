usage() {
  cat <<'WORDS'
Commonweal: a self-hosted hub for civil society.

  ./commonweal up        start the hub here, with a database of its own    [--port N] [--data DIR] [--db URL] [--public-url URL]
  ./commonweal demo      the same, filled with an invented commons to look at; keeps to its own folder, demo-data
  ./commonweal import    bring data in: import WHAT FILE…
  ./commonweal verify    check a proof file offline: verify FILE [--key VKEY]
  ./commonweal backup    write everything into one encrypted file: backup FILE
  ./commonweal restore   bring it back: restore FILE [--data DIR] [--db URL] [--keys FILE]
  ./commonweal doctor    look at what the hub stands on and say what is wrong

In a clone also:
  ./commonweal test      all tests; «test --long» adds the slow ones, «test NAME» runs one class
  ./commonweal bench     measure; the figures are in bench/RESULTS.md
  ./commonweal dist      one archive that runs on a machine with nothing installed

Each option is also an environment variable (COMMONWEAL_PORT, COMMONWEAL_DATA, COMMONWEAL_DB, COMMONWEAL_PUBLIC_URL) and a
line of commonweal.yaml, in the current folder or beside the launcher; commonweal.yaml.example has them all.
WORDS
}
