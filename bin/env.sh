# Shared by the scripts of this folder: where the JDK is, and whether the jar is up to date.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# The newest JDK of version 25 or later: JAVA_HOME if it is one, else the usual places.
find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /usr/lib/jvm/*2[6-9]* "$HOME"/.sdkman/candidates/java/2[5-9]* /opt/*jdk*2[5-9]*; do
    if [[ -x $candidate/bin/javac ]] && (( $("$candidate/bin/javac" -version 2>&1 | grep -oE '[0-9]+' | head -1) >= 25 )); then
      echo "$candidate"
      return
    fi
  done
  echo "Golubika needs a JDK 25 or later: none in JAVA_HOME or /usr/lib/jvm. On Debian: apt-get install temurin-25-jdk or openjdk-25-jdk." >&2
  return 1
}

JAVA_HOME=$(find_jdk)
export JAVA_HOME

jar=$root/target/golubika.jar
app=$root/target/app
# Young objects get half of the heap, and survivors a quarter of that each: two password hashes at work hold 38 MB, which would
# otherwise grow old and be swept with everything else. The last two: once the compiler has met the innermost step of the hash
# by itself, it may leave it a call for good.
jvm=(-XX:+UseSerialGC -Xmx384m -Xmn192m -XX:SurvivorRatio=2 -Duser.timezone=UTC
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
  -XX:CompileCommand=quiet -XX:CompileCommand=inline,org.bouncycastle.crypto.generators.Argon2BytesGenerator*::*)

# Builds the portal when a source is newer than it.
build_when_stale() {
  local changed=yes
  if [[ -f $jar && -f $app/golubika.jar ]]; then
    changed=$(find "$root/pom.xml" "$root/package-lock.json" "$root/src/main" -newer "$app/golubika.jar" -print -quit)
  fi
  [[ -z $changed ]] && return
  echo "Building Golubika …" >&2
  rm -rf "$root/target/classes" # a migration or a text that is gone from the sources would go on into the jar
  mvn -q -B -f "$root/pom.xml" -DskipTests -Dspotless.check.skip=true package >&2
  rm -rf "$app"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$app" >/dev/null
  remember_start
}

# Starts the portal once over an empty folder and keeps what the JVM learned of its classes, so that later starts are
# faster. Where it fails, they only take longer.
remember_start() {
  local folder
  folder=$(mktemp -d)
  "$JAVA_HOME/bin/java" "${jvm[@]}" -XX:AOTCacheOutput="$app/golubika.aot" -Dspring.context.exit=onRefresh \
    -jar "$app/golubika.jar" --golubika.data="$folder" --server.port=0 --golubika.demo.bank-port=0 >"$folder.log" 2>&1 \
    || { echo "The start could not be remembered:" >&2; tail -3 "$folder.log" >&2; }
  rm -rf "$folder" "$folder.log"
}

# run_portal WORDS…: becomes the portal.
run_portal() {
  local remembered=()
  [[ -f $app/golubika.aot ]] && remembered=(-XX:AOTCache="$app/golubika.aot" -Xlog:aot=off -Xlog:cds=off)
  # shellcheck disable=SC2086
  exec "$JAVA_HOME/bin/java" "${jvm[@]}" "${remembered[@]}" ${JAVA_OPTS:-} -jar "$app/golubika.jar" "$@"
}
