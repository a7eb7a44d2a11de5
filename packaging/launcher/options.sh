# What is wrong with a command line, told before anything is built or started. Builtins only, as in run.sh.

# require_known ARGUMENT…: each option must stand in the word's own help, which so names them all and no other.
require_known() {
  known=$(usage "$word")
  while [ $# -gt 0 ]; do
    case $1 in
      # Settings by their whole name, as in commonweal.yaml, for the words that work on a hub.
      --commonweal.port=* | --commonweal.data=* | --commonweal.db=* | --commonweal.public-url=*)
        said=${1%%=*}
        names "--${said#--commonweal.}" || refuse_option "$said"
        ;;
      --commonweal.proxies=* | --commonweal.mail-from=* | --commonweal.postgres=* | --spring.*=* | --server.*=* | --logging.*=*)
        names --data || refuse_option "${1%%=*}"
        ;;
      --*)
        names "${1%%=*}" || refuse_option "${1%%=*}"
        # Its value, where it has one: only these words take nothing besides.
        case $word:$1 in
          up:*=* | demo:*=* | doctor:*=*) ;;
          up:* | demo:* | doctor:*) [ $# -lt 2 ] || shift ;;
        esac
        ;;
      -?*) [ "$word" = test ] || refuse_option "$1" ;;
      *)
        case $word in
          up | demo | doctor | dist)
            refuse "«$word» takes no «$1». «./commonweal help $word» tells what it takes."
            ;;
          bench) [ -x "$home/bench/measure-$1.sh" ] || refuse "There is no bench/measure-$1.sh." ;;
        esac
        ;;
    esac
    shift
  done
}

# Whether the help names this option: alone, or before what it takes.
names() {
  case $known in *[[\ ]"$1"[]\ ]*) return 0 ;; esac
  return 1
}

refuse_option() {
  near=
  case $1 in --commonweal.*) sought=--${1#--commonweal.} ;; *) sought=$1 ;; esac
  for one in --port --data --db --public-url --keys --key --campaign --map --report --long; do
    [ "${#sought}" -gt 2 ] && names $one || continue
    case $one in "${sought%"${sought#???}"}"*) near="$near${near:+ or }$one" ;; esac
  done
  refuse "«$word» takes no option $1.${near:+ Did you mean $near?} «./commonweal help $word» tells what it takes."
}

refuse() {
  printf '%s\n' "$1" >&2
  exit 2
}

# Says that a hub runs on this data, before a build of what changed since would say it some minutes later: the process that
# the lock names must still hold the lock open. Where that can't be seen, or where commonweal.yaml names the folder, the
# hub's own start says it.
require_stopped() {
  case $word in
    up) folder=${COMMONWEAL_DATA:-$home/data} ;;
    demo) folder=$home/demo-data ;;
    *) return 0 ;;
  esac
  while [ $# -gt 0 ]; do
    case $1 in
      --data=*) folder=${1#--data=} ;;
      --data) folder=${2:-} ;;
      --commonweal.data=*) folder=${1#--commonweal.data=} ;;
    esac
    shift
  done
  { read -r holder <"$folder/lock"; } 2>/dev/null || return 0
  case $holder in "process "[0-9]*,*) ;; *) return 0 ;; esac
  process=${holder#process }
  for file in "/proc/${process%%,*}/fd/"*; do
    # shellcheck disable=SC3013  # where a shell has no -ef, nothing is found
    if [ "$file" -ef "$folder/lock" ] 2>/dev/null; then
      fail "Commonweal already runs on this data ($folder): $holder. Stop it first, or name another folder with --data DIR."
    fi
  done
}
