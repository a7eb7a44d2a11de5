# Finding what a build needs: JDK 25, Maven, Node; getting it from the system's package manager where that is allowed.

java_wanted=25
node_wanted=20

# Each find_… prints what it found or nothing, and never fails: the launcher runs with «set -e».

# The first JDK of version 25 or newer, or nothing. Its «release» file tells the version without starting it.
find_java() {
  for candidate in "${JAVA_HOME:-/nowhere}" "$(java_in_path)" /usr/lib/jvm/* /opt/java/* /opt/* "${HOME:-/nowhere}"/.sdkman/candidates/java/* \
    "${HOME:-/nowhere}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*; do
    [ -x "$candidate/bin/javac" ] && [ -f "$candidate/release" ] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$candidate/release")
    if [ "${version:-0}" -ge $java_wanted ]; then printf '%s\n' "$candidate" && return; fi
  done
}

java_in_path() {
  compiler=$(command -v javac || :)
  compiler=$(readlink -f "${compiler:-/nowhere}" 2>/dev/null || :)
  printf '%s\n' "${compiler%/bin/javac}"
}

find_maven() {
  for candidate in "${MAVEN_HOME:-/nowhere}/bin/mvn" "$(command -v mvn || :)" \
    "${HOME:-/nowhere}/.sdkman/candidates/maven/current/bin/mvn" /opt/maven/bin/mvn; do
    if [ -x "$candidate" ]; then printf '%s\n' "$candidate" && return; fi
  done
}

find_node() {
  command -v npm >/dev/null && command -v node >/dev/null || return 0
  version=$(node --version)
  version=${version#v}
  [ "${version%%.*}" -ge $node_wanted ] && command -v node || :
}

# Without its windows it starts and draws in about half the time.
find_chromium() {
  for candidate in "${COMMONWEAL_CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome \
    "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    if [ -n "$candidate" ] && command -v "$candidate"; then return; fi
  done
}

# Finds a tool, else gets it, else says how: need NAME WORDS-FOR-PEOPLE
need() {
  found=$("find_$1")
  [ -n "$found" ] && return
  command=$(how_to_get "$1")
  if [ -n "$command" ] && may_install; then
    step "installing $2 ($command)" sh -c "$command" || :
    found=$("find_$1")
    [ -n "$found" ] && return
  fi
  fail "Missing: $2." "To get it: ${command:-$(elsewhere "$1")}"
}

may_install() {
  [ "$(id -u)" = 0 ] && return
  command -v sudo >/dev/null && sudo -n true 2>/dev/null
}

# The command that gets a tool on this system; empty when its package manager has none.
how_to_get() {
  for manager in apt-get dnf pacman zypper apk brew; do
    command -v $manager >/dev/null || continue
    packages=$(packages_of $manager "$1")
    as_root=$([ "$(id -u)" = 0 ] || [ $manager = brew ] || echo 'sudo ')
    case $manager in
      apt-get) apt_has "$packages" || return 0; echo "${as_root}apt-get install -y --no-install-recommends $packages" ;;
      dnf | zypper) echo "${as_root}$manager install -y $packages" ;;
      pacman) echo "${as_root}pacman -S --noconfirm $packages" ;;
      apk) echo "${as_root}apk add $packages" ;;
      brew) echo "brew install $packages" ;;
    esac
    return 0
  done
}

apt_has() {
  for package in $1; do apt-cache show "$package" >/dev/null 2>&1 || return 1; done
}

packages_of() {
  case $2:$1 in
    java:apt-get) echo openjdk-25-jdk-headless ;;
    java:dnf | java:zypper) echo java-25-openjdk-devel ;;
    java:pacman) echo jdk25-openjdk ;;
    java:apk) echo openjdk25 ;;
    java:brew) echo openjdk@25 ;;
    node:brew) echo node ;;
    node:dnf) echo nodejs ;;
    node:*) echo nodejs npm ;;
    chromium:apt-get) if apt_has chromium-headless-shell; then echo chromium-headless-shell; else echo chromium; fi ;;
    *) echo "$2" ;;
  esac
}

elsewhere() {
  case $1 in
    java) echo "a JDK 25 from https://adoptium.net, unpacked anywhere; then JAVA_HOME=<its folder> ./commonweal $word" ;;
    node) echo "Node.js 20 or newer with npm, from https://nodejs.org" ;;
    maven) echo "Apache Maven 3.8 or newer, from its own site" ;;
    chromium) echo "Chromium; then COMMONWEAL_CHROMIUM=<its program> ./commonweal $word" ;;
  esac
}

use_java() {
  need java "a JDK, version $java_wanted or newer"
  JAVA_HOME=$found
  export JAVA_HOME
  java=$JAVA_HOME/bin/java
}

use_build_tools() {
  use_java
  need node "Node.js $node_wanted or newer, with npm"
  need maven "Maven"
  maven=$found
  version=$("$maven" -B --version 2>/dev/null | sed -n 's/^Apache Maven \([0-9.]*\).*/\1/p')
  case $version in
    2.* | 3.[0-7].*) fail "Maven $version in $maven is too old: 3.8 or newer is needed." "To get it: $(elsewhere maven)" ;;
  esac
}

# doctor's first lines: what only a clone needs.
check_tools() {
  for tool in java maven node; do
    found=$("find_$tool")
    if [ -n "$found" ]; then
      printf '✓ %s: %s\n' "$tool" "$found"
    else
      command=$(how_to_get $tool)
      printf '✗ %s is missing. To get it: %s\n' "$tool" "${command:-$(elsewhere $tool)}"
    fi
  done
  [ -n "$(find_java)" ] || exit 1
}
