# One archive with everything inside: a Java runtime of the modules that are used, the hub laid out as files, the
# database's programs, the class cache that belongs to exactly these, and the launcher.

# What the hub and its libraries ask for (jdeps names the first twelve), character sets of old spreadsheets, and the
# words for dates in the hub's languages.
modules=java.base,java.compiler,java.desktop,java.instrument,java.management,java.naming,java.net.http,java.prefs,\
java.scripting,java.security.jgss,java.sql.rowset,jdk.unsupported,jdk.charsets,jdk.localedata,jdk.zipfs,jdk.jfr,jdk.management

make_archive() {
  ready
  jar=$(ls "$home"/hub/target/hub-*.jar | head -n 1)
  version=${jar##*/hub-}
  name=commonweal-${version%.jar}-$(platform)
  dist=$home/target/dist/$name
  rm -rf "$dist"
  mkdir -p "$dist/launcher"
  step "making a Java runtime" "$JAVA_HOME/bin/jlink" --add-modules $modules --include-locales=en,fr,es,ar \
    --no-header-files --no-man-pages --compress=zip-6 --output "$dist/runtime" || exit 1
  extract "$dist/app"
  step "unpacking the database" "$dist/runtime/bin/java" -jar "$dist/app/hub.jar" unpack "$dist/postgres" || exit 1
  # Unpacked beside it now.
  rm -f "$dist"/app/lib/embedded-postgres-binaries-*.jar
  cp "$home/commonweal" "$home/commonweal.yaml.example" "$dist"
  for file in LICENSE NOTICE; do [ ! -f "$home/$file" ] || cp "$home/$file" "$dist"; done
  cp "$launcher/run.sh" "$launcher/help.sh" "$launcher/options.sh" "$dist/launcher"
  printf '%s\n' "${version%.jar}" >"$dist/launcher/version"
  train "$dist/app" "$dist/runtime/bin/java" "-Dcommonweal.postgres=$dist/postgres" || exit 1
  step "packing" tar -C "${dist%/*}" -czf "$dist.tar.gz" "$name" || exit 1
  printf '%s (%s MB)\n' "$dist.tar.gz" $(($(wc -c <"$dist.tar.gz") / 1000000))
}

platform() {
  case $(uname -s)-$(uname -m) in
    Linux-x86_64) echo linux-x64 ;;
    *) fail "An archive needs PostgreSQL's programs, and those here are for Linux on x86-64 only." ;;
  esac
}
