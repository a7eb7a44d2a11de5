# What the words are and what each takes: usage [WORD]. «cat» is not there in an empty search path; builtins print.

usage() {
  case ${1:-} in
    up) tell "$up" ;;
    demo) tell "$demo" ;;
    sign-in) tell "$sign_in" ;;
    import) tell "$import" ;;
    verify) tell "$verify" ;;
    backup) tell "$backup" ;;
    restore) tell "$restore" ;;
    doctor) tell "$doctor" ;;
    test) tell "$test" ;;
    bench) tell "$bench" ;;
    dist) tell "$dist" ;;
    '' | help) tell "$all" ;;
    *) word=$1; unknown ;;
  esac
}

tell() { printf '%s\n' "$1"; }

# Told before anything is built or started, with the words that begin alike.
unknown() {
  near=
  for known in up demo sign-in import verify backup restore doctor test bench dist help; do
    case $known in "${word%"${word#?}"}"*) near="$near${near:+ or }«$known»" ;; esac
  done
  printf 'There is no «%s».%s\n' "$word" "${near:+ Did you mean $near?}" >&2
  printf '«./commonweal help» tells the words there are.\n' >&2
  exit 2
}

all="Commonweal: a self-hosted hub for civil society.

  ./commonweal up        start the hub here, with a database of its own    [--port N] [--data DIR] [--db URL] [--public-url URL]
  ./commonweal demo      the same, filled with an invented commons to look at; keeps to its own folder, demo-data
  ./commonweal sign-in   a fresh link for an administrator who can't come in: sign-in [WHO]
  ./commonweal import    bring data in: import WHAT FILE…
  ./commonweal verify    check a proof file offline: verify FILE [--key VKEY]
  ./commonweal backup    write everything into one encrypted file: backup FILE
  ./commonweal restore   bring it back: restore FILE [--data DIR] [--db URL] [--keys FILE]
  ./commonweal doctor    look at what the hub stands on and say what is wrong

In a clone also:
  ./commonweal test      all tests; «test --long» adds the slow ones, «test NAME» runs one class
  ./commonweal bench     measure; the figures are in bench/RESULTS.md
  ./commonweal dist      one archive that runs on a machine with nothing installed

«./commonweal help WORD» tells more of one, «./commonweal --version» which this is. Each option is also an environment variable (COMMONWEAL_PORT, COMMONWEAL_DATA,
COMMONWEAL_DB, COMMONWEAL_PUBLIC_URL) and a line of commonweal.yaml, in the current folder or beside the launcher;
commonweal.yaml.example has them all."

# options.sh reads here what each word takes: an option that its help does not name is refused.
port="  --port N          where the web server listens; 8080"
hub="  --data DIR        the folder that holds everything; «data» beside the launcher
  --db URL          your own PostgreSQL, 15 or newer: postgresql://user@host:5432/name. With a password, name it in the
                    environment (COMMONWEAL_DB) or in commonweal.yaml: whoever uses this machine can read a command line"
public_url="  --public-url URL  the address under which the public reaches the hub: https://hub.example.org"
options="$port
$hub
$public_url"

up="./commonweal up [OPTION]…

Starts the hub and tells its address. The first time it hands out a link that signs the first administrator in: on the
terminal, or without one in the file sign-in-link of the data folder. Ctrl-C stops everything.

$options"

demo="./commonweal demo [OPTION]…

Starts a hub filled with an invented commons, in a folder of its own (demo-data beside the launcher, unless --data names
another). A real hub is never touched.

$port
  --data DIR        the folder of the demonstration; «demo-data» beside the launcher
  --db URL          an empty PostgreSQL for it, 15 or newer, where the hub brings none
$public_url"

sign_in="./commonweal sign-in [WHO] [OPTION]…

Makes a link that signs the hub's administrator in, once and within half an hour, for whoever lost the way in: on the
terminal, or without one in the file sign-in-link of the data folder. The hub may run meanwhile. Where there are several
administrators it lists them, and WHO is the code that stands before one. The audit trail notes it.

$options"

import="./commonweal import directory FILE… [--report FILE]
./commonweal import observations FILE --campaign ADDRESS --map column=question … [--map column=@time]

Brings data into the hub of the data folder, running or not. Everything is checked first: when anything is wrong, nothing
is stored, and the reasons are told. The same files again change nothing; should storing observations break off, the same
file again brings the rest.

  directory     organisations and projects of the DSI4EU export, organisations2.json and projects2.json; what was cleaned
                or left out stands row by row in the report, import-report.csv unless --report names another
  observations  a CSV with a head line, each row an answer to the campaign at that address (the end of its page's address);
                --map says which column answers which question, and which is the time

$hub"

verify="./commonweal verify FILE [--key VKEY]

Checks a proof file, as a finding's page offers it, without a network: what is proven, and what is not. With the log's key
(name+id+base64, as its publisher gives it) it also checks who signed. Ends with 0 when it holds, 1 when it does not.

Without --key, 0 says only that the file agrees with itself, which anybody's does who makes one up. A script should give
--key, with a key that it did not take from the file."

passphrase="The passphrase is asked at the terminal, or taken from the environment variable COMMONWEAL_PASSPHRASE."

backup="./commonweal backup FILE [OPTION]…

Writes rows, files, log and keys of a hub, running or not, into FILE, and the keys of people into FILE.keys, both encrypted
under a passphrase and read back. «./commonweal help restore» tells how to bring them back.

$passphrase

$hub"

restore="./commonweal restore FILE [OPTION]…

Brings what «backup» wrote into an empty folder, and into an empty database where --db names one; it ends complete or
leaves nothing.

$passphrase

  --keys FILE       the newest keys file, when it is not the one beside FILE
$hub"

doctor="./commonweal doctor [OPTION]…

Looks at Java, data folder, port, database, every file of the public log, clock, mail and public address, beside a running
hub or without one, and tells everything at once: ✓ well, ! to mind, ✗ wrong. Ends with 1 when something is wrong.

$options"

test="./commonweal test [--long] [NAME] [MAVEN OPTION]…

Runs all tests, or the class NAME alone. --long adds the slow ones. Options with one dash, such as -Dspotless.check.skip or
-X, go to Maven."

bench="./commonweal bench [NAME]…

Makes all measurements, or bench/measure-NAME.sh alone, and writes them into bench/RESULTS.md."

dist="./commonweal dist

Makes target/dist/commonweal-….tar.gz, which needs nothing installed."
